import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { SignInPage } from '../frame/sign-in-page.tsx';
import { meQuery } from '../session/me.ts';
import { keepAgency, keptAgency } from '../session/sign-in/agency.ts';
import { texts } from '../session/texts.ts';
import { AgencyLine } from './agency/agency-line.tsx';
import { ChooseAgency } from './agency/choose-agency.tsx';
import { Link, useSearchOf } from './frame/links.tsx';
import { texts as portalTexts } from './frame/texts.ts';
import { signInRoute } from './sign-in-route.ts';

/** Where customers sign in, or go on to register. */
export function PortalSignIn() {
  const t = texts.use();
  const queries = useQueryClient();
  const router = useRouter();
  const { return: back = '/' } = useSearchOf(signInRoute);
  const [agency, setAgency] = useState(keptAgency());
  const choose = (code: string) => {
    keepAgency(code);
    setAgency(code);
  };
  const goOn = async () => {
    await queries.resetQueries(meQuery);
    router.history.push(`/portal${back}`);
  };
  return (
    <SignInPage
      title={t('portalTitle')}
      onSignedIn={() => void goOn()}
      agency={agency}
      above={
        agency === '' ? (
          <ChooseAgency onChosen={choose} />
        ) : (
          <AgencyLine agency={agency} onOther={() => setAgency('')} />
        )
      }
      below={
        <p className="sign-in-below">
          {portalTexts.say('newHere')}{' '}
          <Link to="/register" search={agency === '' ? {} : { agency }}>
            {portalTexts.say('register')}
          </Link>
        </p>
      }
    />
  );
}
