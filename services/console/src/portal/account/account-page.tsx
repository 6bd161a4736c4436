import { Button } from 'antd';
import { OwnPasskeys } from '../../session/passkeys/own-passkeys.tsx';
import { texts as passkeyTexts } from '../../session/passkeys/texts.ts';
import { useSignOut } from '../../session/use-sign-out.ts';
import { PortalPage } from '../frame/portal-page.tsx';
import { AboutYou } from './about-you.tsx';
import { Consents } from './consents.tsx';
import { Marketing } from './marketing.tsx';
import { OwnData } from './own-data.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';
import { texts } from './texts.ts';
import { Travellers } from './travellers.tsx';
import '../catalogue/catalogue.css';
import './account.css';

/** Everything the customer has said of themselves, and how they sign in. */
export function AccountPage() {
  const t = texts.use();
  const passkeys = passkeyTexts.use();
  const leave = useSignOut('/portal/sign-in');
  return (
    <PortalPage title={t('title')}>
      <div className="account">
        <div>
          <Profile />
          <AboutYou />
          <Travellers />
          <Consents />
          <Marketing />
          <OwnData />
        </div>
        <div>
          <Password />
          <SecondFactor />
          <section className="panel">
            <h2>{passkeys('passkeys')}</h2>
            <OwnPasskeys size="large" />
          </section>
          <Sessions />
          <Button size="large" block loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('signOut')}
          </Button>
        </div>
      </div>
    </PortalPage>
  );
}
