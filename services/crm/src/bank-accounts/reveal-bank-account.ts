import { events } from '@yitu/contracts';
import type { Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { protectedCommand, Reason, unrepeated } from '../protected-command.ts';
import { BankAccount, numberPlace } from './bank-account.ts';

interface Look {
  readonly customerId: string;
  readonly bankAccountId: string;
  readonly reason: string;
}

/** An account's number in plain text: audited with the reason, never with the value. */
const revealBankAccount = (vault: Vault) => {
  const look = protectedCommand(vault, 'crm.bank-account.reveal', async (uow, input: Look) => {
    const { customerId, bankAccountId, reason } = input;
    const account = await uow.get(BankAccount, { id: bankAccountId, customerId });
    const open = await vault.opening(uow, customerId);
    uow.audit({ objectType: 'BankAccount', objectId: bankAccountId, change: 'read', after: { reason } });
    const told = { customerId, bankAccountId, userId: uow.userId };
    uow.publishLater(bankAccountId, events.bankAccountRevealed, told, uow.now); // in no sequence: a look changes nothing
    return { bankAccountId, number: open(numberPlace(account.id), account.numberSealed) };
  });
  return (call: Call, input: Look) => look(unrepeated(call), input);
};

export const revealBankAccountRoute = (vault: Vault) => {
  const reveal = revealBankAccount(vault);
  return route({
    method: 'POST',
    path: '/v1/customers/:customerId/bank-accounts/:bankAccountId/reveals',
    summary: "Look at a bank account's number in plain text, for a reason; audited",
    access: 'crm.bank-account.reveal',
    recordsRefusals: true,
    params: Type.Object({ customerId: Id, bankAccountId: Id }),
    body: Type.Object({ reason: Reason }),
    headers: { 'cache-control': 'no-store' },
    result: Type.Object({ bankAccountId: Id, number: Type.String() }, { title: 'RevealedBankAccount' }),
    handle: (call, { params, body }) => reveal(call, { ...params, ...body }),
  });
};
