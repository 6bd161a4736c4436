import { events } from '@yitu/contracts';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { protectedCommand } from '../protected-command.ts';
import { tidyAll } from '../text.ts';
import {
  accountFields,
  BankAccount,
  bankAccountView,
  BankAccountView,
  numberPlace,
  sealedNumber,
  settleNumber,
} from './bank-account.ts';

interface Wish {
  readonly customerId: string;
  readonly bankAccountId: string;
  readonly version: number;
  readonly given: { readonly holder?: string; readonly bank?: string; readonly number?: string };
}

/** Changes a bank account. The event names the fields, never their values; what changes nothing is told to nobody. */
const changeBankAccount = (vault: Vault) =>
  protectedCommand(vault, 'crm.bank-account.change', async (uow, wish: Wish) => {
    const { customerId, bankAccountId, version, given } = wish;
    const sealing = await vault.sealing(uow, customerId);
    const account = await uow.lock(BankAccount, { id: bankAccountId, customerId }, version);
    const { number: wanted, ...names } = tidyAll(given);
    const changedFields = Object.entries(names).flatMap(([field, value]) =>
      Reflect.get(account, field) === value ? [] : [field],
    );
    Object.assign(account, names);
    if (wanted !== undefined) {
      const number = settleNumber(wanted);
      const open = await vault.opening(uow, customerId);
      if (open(numberPlace(account.id), account.numberSealed) !== number) {
        Object.assign(account, sealedNumber(sealing, account.id, number));
        changedFields.push('number');
      }
    }
    if (changedFields.length === 0) return bankAccountView(account);
    uow.publish(account, events.bankAccountChanged, { bankAccountId, customerId, changedFields });
    return bankAccountView(account);
  });

export const changeBankAccountRoute = (vault: Vault) => {
  const change = changeBankAccount(vault);
  return route({
    method: 'PATCH',
    path: '/v1/customers/:customerId/bank-accounts/:bankAccountId',
    summary: 'Change a bank account; fields not given stay',
    access: 'crm.bank-account.change',
    params: Type.Object({ customerId: Id, bankAccountId: Id }),
    body: Type.Partial(Type.Object(accountFields)),
    result: BankAccountView,
    versioned: true,
    handle: (call, { params, body, version }) => change(call, { ...params, version, given: body }),
  });
};
