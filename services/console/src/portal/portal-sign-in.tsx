import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { SignInPage } from '../frame/sign-in-page.tsx';
import { meQuery } from '../session/me.ts';
import { texts } from '../session/texts.ts';
import { Link, useSearchOf } from './frame/links.tsx';
import { texts as portalTexts } from './frame/texts.ts';
import { signInRoute } from './sign-in-route.ts';

/** Where customers sign in, or go on to register. */
export function PortalSignIn() {
  const t = texts.use();
  const queries = useQueryClient();
  const router = useRouter();
  const { return: back = '/', agency } = useSearchOf(signInRoute);
  const goOn = async () => {
    await queries.resetQueries(meQuery);
    router.history.push(`/portal${back}`);
  };
  return (
    <SignInPage
      title={t('portalTitle')}
      onSignedIn={() => void goOn()}
      below={
        <p className="sign-in-below">
          {portalTexts.say('newHere')}{' '}
          <Link to="/register" search={agency === undefined ? {} : { agency }}>
            {portalTexts.say('register')}
          </Link>
        </p>
      }
    />
  );
}
