import { useEffect, type ReactNode } from 'react';
import { SignInSteps } from '../session/sign-in/sign-in-steps.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** The page to sign in at. @param title of the part of the house one signs in to */
export function SignInPage({
  title,
  onSignedIn,
  agency,
  above,
  below,
}: {
  readonly title: string;
  readonly onSignedIn: () => void;
  /** Where it is known: it is not asked for. Empty where it is to be found out first, with what stands above. */
  readonly agency?: string;
  readonly above?: ReactNode;
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
        {above}
        {agency !== '' && (
          <SignInSteps key={agency} onSignedIn={onSignedIn} {...(agency !== undefined && { agency })} />
        )}
        {below}
      </main>
    </div>
  );
}
