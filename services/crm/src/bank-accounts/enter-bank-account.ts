import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { holdCustomer } from '../documents/holder.ts';
import { protectedCommand } from '../protected-command.ts';
import { tidyAll } from '../text.ts';
import {
  accountFields,
  BankAccount,
  bankAccountView,
  BankAccountView,
  sealedNumber,
  settleNumber,
} from './bank-account.ts';

interface Entry {
  readonly customerId: string;
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

const enterBankAccount = (vault: Vault) =>
  protectedCommand(vault, 'crm.bank-account.enter', async (uow, { customerId, number, ...names }: Entry) => {
    const { branchId, ownerId } = await holdCustomer(uow, customerId);
    const settled = settleNumber(number);
    const id = newId();
    const sealing = await vault.sealing(uow, customerId);
    const account = uow.add(
      uow.em.create(BankAccount, {
        agencyId: uow.agencyId,
        id,
        customerId,
        branchId,
        ownerId,
        ...tidyAll(names),
        ...sealedNumber(sealing, id, settled),
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(account, events.bankAccountEntered, { bankAccountId: id, customerId });
    return bankAccountView(account);
  });

export const enterBankAccountRoute = (vault: Vault) => {
  const enter = enterBankAccount(vault);
  return route({
    method: 'POST',
    path: '/v1/customers/:customerId/bank-accounts',
    summary: 'Enter a bank account of a customer',
    access: 'crm.bank-account.enter',
    params: Type.Object({ customerId: Id }),
    body: Type.Object(accountFields),
    result: BankAccountView,
    status: 201,
    handle: (call, { params, body }) => enter(call, { ...params, ...body }),
  });
};
