import { Button } from 'antd';
import { useSignOut } from '../../session/use-sign-out.ts';
import { PortalPage } from '../frame/portal-page.tsx';
import { Consents } from './consents.tsx';
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
  const leave = useSignOut('/portal/sign-in');
  return (
    <PortalPage title={t('title')}>
      <div className="account">
        <div>
          <Profile />
          <Travellers />
          <Consents />
        </div>
        <div>
          <Password />
          <SecondFactor />
          <Sessions />
          <Button size="large" block loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('signOut')}
          </Button>
        </div>
      </div>
    </PortalPage>
  );
}
