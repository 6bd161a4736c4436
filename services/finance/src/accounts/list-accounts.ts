import { query } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Account, accountView, AccountView } from './account.ts';

const listAccounts = query({ permission: 'finance.account.read' }, async (uow, _input: object) => {
  const accounts = await uow.em.find(Account, { agencyId: uow.agencyId }, { orderBy: { code: 'asc' } });
  return { accounts: accounts.map(accountView) };
});

export const listAccountsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/accounts',
    summary: 'The chart of accounts',
    access: 'finance.account.read',
    result: Type.Object({ accounts: Type.Array(AccountView) }),
    handle: (call) => listAccounts(call, {}),
  });
