import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { BankAccount, bankAccountView, BankAccountView } from './bank-account.ts';

const Query = Type.Object(page);

const accountsOf = query(
  { permission: 'crm.bank-account.read' },
  async (uow, { customerId, limit, after }: Static<typeof Query> & { customerId: string }) => {
    await uow.get(Customer, customerId); // out of reach is none, not one without accounts
    const where = { agencyId: uow.agencyId, customerId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(BankAccount, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { bankAccounts: items.map(bankAccountView), next };
  },
);

export const listBankAccountsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customers/:customerId/bank-accounts',
    summary: "A customer's bank accounts, masked, newest first",
    access: 'crm.bank-account.read',
    params: Type.Object({ customerId: Id }),
    query: Query,
    result: Type.Object({ bankAccounts: Type.Array(BankAccountView), next: Next }),
    handle: (call, { params, query: paging }) => accountsOf(call, { ...params, ...paging }),
  });
