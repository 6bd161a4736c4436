import { Flex } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Invitation } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { RoleTags } from './role-tags.tsx';
import { invitationsRoute } from './routes.ts';
import { texts } from './texts.ts';

type State = Invitation['state'];
const states = ['pending', 'accepted', 'withdrawn'] satisfies State[];
const tones: Readonly<Record<State, Tone>> = { pending: 'waiting', accepted: 'good', withdrawn: 'over' };

/** Who has been invited, and what became of it. */
export function InvitationsPage() {
  const t = texts.use();
  const search = invitationsRoute.useSearch();
  const navigate = invitationsRoute.useNavigate();
  return (
    <Page title={t('invitations')}>
      <List
        label={t('invitations')}
        queryKey={['identity', 'invitation']}
        load={async ({ state, ...others }, signal) => {
          const chosen = states.find((one) => one === state);
          const query = { ...others, limit: pageSize, ...(chosen && { state: chosen }) };
          const { invitations, next } = await answer(
            api.identity.GET('/v1/invitations', { params: { query }, signal }),
          );
          return { rows: invitations, next };
        }}
        columns={useColumns()}
        filters={[
          {
            name: 'state',
            label: t('state'),
            input: states.map((value) => ({ value, label: texts.word(value) })),
          },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<Invitation>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    { title: t('name'), render: (_, { displayName }) => displayName },
    { title: t('email'), render: (_, { email }) => email },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('roles'), render: (_, { roles }) => <RoleTags codes={roles} /> },
    {
      title: t('state'),
      render: (_, { state }) => <StateTag tone={tones[state]}>{texts.word(state)}</StateTag>,
    },
    { title: t('linkUntil'), render: (_, { expiresAt }) => instantText(expiresAt, timeZone) },
    { title: t('invitedBy'), render: (_, { invitedBy }) => <UserName id={invitedBy} /> },
    {
      title: t('deeds'),
      render: (_, invitation) => (invitation.state === 'pending' ? <Deeds of={invitation} /> : '—'),
    },
  ];
}

function Deeds({ of: { id: invitationId, version, email, displayName } }: { readonly of: Invitation }) {
  const t = texts.use();
  const touches = [['identity', 'invitation']];
  const at = (key: string) => ({ params: { path: { invitationId } }, headers: changing(key, version) });
  const resend = useChange(
    (_id: string, key) => answer(api.identity.POST('/v1/invitations/{invitationId}/sendings', at(key))),
    { touches, done: t('sentAgain') },
  );
  const withdraw = useChange(
    (_id: string, key) => answer(api.identity.POST('/v1/invitations/{invitationId}/withdrawal', at(key))),
    { touches, done: t('withdrawn') },
  );
  return (
    <Flex gap="small">
      <Confirm
        label={t('sendAgain')}
        why={t('sendAgainWhy', { email })}
        input={invitationId}
        change={resend}
        button={{ size: 'small' }}
      />
      <Confirm
        label={t('withdraw')}
        why={t('withdrawWhy', { name: displayName })}
        input={invitationId}
        change={withdraw}
        danger
        button={{ size: 'small' }}
      />
    </Flex>
  );
}
