import { Card, Flex } from 'antd';
import { AddressTabs } from '../../patterns/address-tabs.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMe } from '../../session/me.ts';
import { OwnPasskeys } from '../../session/passkeys/own-passkeys.tsx';
import { texts as passkeyTexts } from '../../session/passkeys/texts.ts';
import { OwnSessions } from './own-sessions.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { accountRoute } from './routes.ts';
import { SecondFactorCard } from './second-factor.tsx';
import { texts } from './texts.ts';

/** One's own account: who one is, and how one signs in. */
export function AccountPage() {
  const t = texts.use();
  const passkeys = passkeyTexts.use();
  const { user } = useMe();
  const { tab } = accountRoute.useSearch();
  const navigate = accountRoute.useNavigate();
  return (
    <Page title={t('title')} subtitle={user.userName}>
      <AddressTabs
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
        tabs={[
          { key: 'profile', label: t('profile'), content: <Profile /> },
          {
            key: 'sign-in',
            label: t('signingIn'),
            content: (
              <Flex vertical gap="middle">
                <Password />
                <SecondFactorCard />
                <Card title={passkeys('passkeys')}>
                  <OwnPasskeys />
                </Card>
              </Flex>
            ),
          },
          { key: 'sessions', label: t('sessions'), content: <OwnSessions /> },
        ]}
      />
    </Page>
  );
}
