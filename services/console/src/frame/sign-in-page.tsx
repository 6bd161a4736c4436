import { useEffect, type ReactNode } from 'react';
import { SignInSteps } from '../session/sign-in/sign-in-steps.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** The page to sign in at. @param title of the part of the house one signs in to */
export function SignInPage({
  title,
  onSignedIn,
  below,
}: {
  readonly title: string;
  readonly onSignedIn: () => void;
  readonly below?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 易途 Yitu`;
  }, [title]);
  return (
    <div className="sign-in">
      <main>
        <div className="sign-in-head">
          <Brand text="易途 Yitu" />
          <LanguageSwitch />
        </div>
        <h1>{title}</h1>
        <SignInSteps onSignedIn={onSignedIn} />
        {below}
      </main>
    </div>
  );
}
