import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { BankAccount } from './bank-account.ts';

/** Takes a bank account out, with all that it is found by. */
export function takeOut(uow: UnitOfWork, account: BankAccount): void {
  const { id: bankAccountId, customerId } = account;
  uow.publish(account, events.bankAccountRemoved, { bankAccountId, customerId });
  uow.em.remove(account);
}

const removeBankAccount = command(
  { permission: 'crm.bank-account.remove' },
  async (uow, wish: { customerId: string; bankAccountId: string; version: number }) => {
    const { customerId, bankAccountId, version } = wish;
    takeOut(uow, await uow.lock(BankAccount, { id: bankAccountId, customerId }, version));
    return { removed: true as const };
  },
);

export const removeBankAccountRoute = () =>
  route({
    method: 'DELETE',
    path: '/v1/customers/:customerId/bank-accounts/:bankAccountId',
    summary: 'Remove a bank account for good',
    access: 'crm.bank-account.remove',
    params: Type.Object({ customerId: Id, bankAccountId: Id }),
    result: Type.Object({ removed: Type.Literal(true) }),
    versioned: true,
    handle: (call, { params, version }) => removeBankAccount(call, { ...params, version }),
  });
