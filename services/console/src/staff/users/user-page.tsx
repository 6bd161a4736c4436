import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { User } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { AddressTabs, type Tab } from '../../patterns/address-tabs.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { AccessOfUser } from './access-of-user.tsx';
import { RoleTags } from './role-tags.tsx';
import { userRoute } from './routes.ts';
import { SessionsOfUser } from './sessions-of-user.tsx';
import { texts } from './texts.ts';
import { TrainingOfUser } from './training-of-user.tsx';
import { UserDeeds } from './user-deeds.tsx';
import { UserState } from './user-state.tsx';

/** One account: whose it is, what they may, where they are signed in. */
export function UserPage() {
  const { userId } = userRoute.useParams();
  const query = useQuery({
    queryKey: ['identity', 'user', userId],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/users/{userId}', { params: { path: { userId } }, signal })),
  });
  return <Loaded query={query}>{(user) => <OneUser key={user.id} user={user} />}</Loaded>;
}

function OneUser({ user }: { readonly user: User }) {
  const t = texts.use();
  const may = useMay();
  const { tab } = userRoute.useSearch();
  const navigate = userRoute.useNavigate();
  const tabs: (Tab | false)[] = [
    { key: 'overview', label: t('overview'), content: <UserFacts user={user} /> },
    { key: 'access', label: t('access'), content: <AccessOfUser user={user} /> },
    may('identity.session.read') && {
      ...{ key: 'sessions', label: t('sessions'), content: <SessionsOfUser user={user} /> },
    },
    may('identity.training.read') &&
      user.account === 'staff' && {
        ...{ key: 'training', label: t('training'), content: <TrainingOfUser userId={user.id} /> },
      },
  ];
  return (
    <Page
      title={user.displayName}
      tags={<UserState state={user.state} />}
      subtitle={`${user.userName} · ${texts.word(user.account)}`}
      actions={<UserDeeds user={user} />}
    >
      <AddressTabs
        tabs={tabs.filter((one) => one !== false)}
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
      />
    </Page>
  );
}

function UserFacts({ user }: { readonly user: User }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Card>
      <Facts
        of={[
          [t('userName'), user.userName],
          [t('email'), user.email],
          [t('mobile'), user.mobile],
          [t('branch'), <BranchName key="branch" id={user.branchId} />],
          [t('roles'), <RoleTags key="roles" codes={user.roles} />],
          [t('language'), texts.word(user.locale)],
          [t('createdAt'), instantText(user.createdAt, timeZone)],
        ]}
      />
    </Card>
  );
}
