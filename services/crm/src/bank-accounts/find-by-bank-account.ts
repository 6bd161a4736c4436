import { newId } from '@yitu/kernel';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { NumberSearch, protectedCommand } from '../protected-command.ts';
import { accountNumber } from './account-number.ts';
import { BankAccount, numberField } from './bank-account.ts';

/** Whose account has exactly this number, within the caller's reach: to know who has paid. Audited. */
const findByBankAccount = (vault: Vault) =>
  protectedCommand(vault, 'crm.bank-account.search', async (uow, number: string) => {
    const found = await vault.search(uow, numberField, accountNumber(number), (indexes) =>
      uow.em.find(
        BankAccount,
        { agencyId: uow.agencyId, numberIndex: { $in: indexes } },
        { orderBy: { id: 'desc' }, limit: 50, refresh: true },
      ),
    );
    const matches = found.map(({ id, customerId, numberMasked }) => ({
      customerId,
      bankAccountId: id,
      maskedNumber: numberMasked,
    }));
    const bankAccounts = matches.map(({ bankAccountId }) => bankAccountId);
    uow.audit({
      objectType: 'BankAccountSearch',
      objectId: newId(),
      change: 'read',
      after: { bankAccounts },
    });
    return { matches };
  });

const Match = Type.Object(
  { customerId: Id, bankAccountId: Id, maskedNumber: Type.String() },
  { title: 'BankAccountMatch' },
);

export const findByBankAccountRoute = (vault: Vault) => {
  const find = findByBankAccount(vault);
  return route({
    method: 'POST',
    path: '/v1/bank-account-searches',
    summary: 'Customers by the exact number of a bank account; nothing is revealed',
    access: 'crm.bank-account.search',
    body: NumberSearch,
    result: Type.Object({ matches: Type.Array(Match) }),
    handle: (call, { body: { number } }) => find(call, number),
  });
};
