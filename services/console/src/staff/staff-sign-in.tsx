import { useRouter } from '@tanstack/react-router';
import { SignInPage } from '../frame/sign-in-page.tsx';
import { meQuery } from '../session/me.ts';
import { texts } from '../session/texts.ts';
import { signInRoute } from './sign-in-route.ts';

export function StaffSignIn() {
  const t = texts.use();
  const router = useRouter();
  const back = signInRoute.useSearch().return ?? '/';
  const goOn = async () => {
    await router.options.context.queries.resetQueries(meQuery);
    router.history.push(back);
  };
  return <SignInPage title={t('staffTitle')} onSignedIn={() => void goOn()} />;
}
