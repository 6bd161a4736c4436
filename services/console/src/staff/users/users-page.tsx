import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { User } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName, useBranches } from '../../names/names.tsx';
import { useRoleChoices } from '../../names/roles.tsx';
import { DownOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf, type ListSearch } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { AddUser } from './add-user.tsx';
import { InviteUser } from './invite-user.tsx';
import { RoleTags } from './role-tags.tsx';
import { usersRoute } from './routes.ts';
import { texts } from './texts.ts';
import { UserState } from './user-state.tsx';

const accounts = ['staff', 'customer'] as const;
const states = ['active', 'suspended', 'departed'] as const;

type Name = 'q' | 'branchId' | 'role' | 'state' | 'account';

/** Everybody within reach who has an account: the staff, unless others are asked for. */
export function UsersPage() {
  const t = texts.use();
  const search = usersRoute.useSearch();
  const navigate = usersRoute.useNavigate();
  return (
    <Page title={t('title')} actions={<Deeds />}>
      <List<User, Name>
        label={t('title')}
        queryKey={['identity', 'user']}
        load={loadUsers}
        columns={useColumns()}
        filters={useFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

/** People are invited; the other ways are for whoever looks for them. */
function Deeds() {
  const t = texts.use();
  const navigate = useNavigate();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [inviting, setInviting] = useState(false);
  if (!may('identity.user.add')) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'invitations', label: t('invitations') },
            { key: 'addUser', label: t('addUser') },
          ],
          onClick: ({ key }) =>
            key === 'addUser' ? setAdding(true) : void navigate({ to: '/users/invitations' }),
        }}
      >
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('more')}
        </Button>
      </Dropdown>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setInviting(true)}>
        {t('invite')}
      </Button>
      <AddUser open={adding} onClose={() => setAdding(false)} />
      <InviteUser open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

async function loadUsers(search: ListSearch<Name>, signal: AbortSignal) {
  const { branchId, role, q, after } = search;
  const query = {
    account: 'staff' as const,
    limit: pageSize,
    ...oneOf('account', accounts, search.account),
    ...oneOf('state', states, search.state),
    ...(branchId && { branchId }),
    ...(role && { role }),
    ...(q && { q }),
    ...(after && { after }),
  };
  const { users, next } = await answer(api.identity.GET('/v1/users', { params: { query }, signal }));
  return { rows: users, next };
}

function useFilters(): Filter<Name>[] {
  const t = texts.use();
  const branches = useBranches().data ?? [];
  const choices = (words: readonly string[]) => words.map((value) => ({ value, label: texts.word(value) }));
  return [
    { name: 'q', label: t('nameOrLogin') },
    {
      name: 'branchId',
      label: t('branch'),
      input: branches.map(({ id, name }) => ({ value: id, label: localText(name) })),
    },
    { name: 'role', label: t('role'), input: useRoleChoices() },
    { name: 'state', label: t('state'), input: choices(states) },
    { name: 'account', label: t('account'), input: choices(accounts) },
  ];
}

function useColumns(): Column<User>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('name'),
      render: (_, { id, displayName }) => (
        <Link to="/users/$userId" params={{ userId: id }}>
          {displayName}
        </Link>
      ),
    },
    { title: t('userName'), render: (_, { userName }) => userName },
    { title: t('email'), render: (_, { email }) => email },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('roles'), render: (_, { roles }) => <RoleTags codes={roles} /> },
    { title: t('state'), render: (_, { state }) => <UserState state={state} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
