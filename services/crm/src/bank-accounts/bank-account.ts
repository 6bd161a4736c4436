import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { masked, type SealedTable, type Sealing } from '@yitu/vault';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { line } from '../text.ts';
import { accountNumber, accountProblems } from './account-number.ts';

/** Where a customer's money goes back to; the number is sealed under the customer's key. */
export const BankAccount = defineEntity({
  name: 'BankAccount',
  tableName: 'bank_accounts',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    ownerId: p.uuid(),
    holder: p.string(),
    bank: p.string(),
    numberSealed: p.text(),
    numberIndex: p.text(),
    numberMasked: p.text(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type BankAccount = InferEntity<typeof BankAccount>;

export const accountFields = {
  holder: line(100),
  bank: { ...line(100), description: 'The bank and its branch' },
  number: { ...line(60), description: 'Blanks and hyphens do not matter' },
};

export const BankAccountView = Type.Object(
  {
    id: Id,
    customerId: Id,
    holder: accountFields.holder,
    bank: accountFields.bank,
    maskedNumber: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'BankAccount' },
);

export const bankAccountView = (account: BankAccount): Static<typeof BankAccountView> => ({
  id: account.id,
  customerId: account.customerId,
  holder: account.holder,
  bank: account.bank,
  maskedNumber: account.numberMasked,
  version: account.version,
  createdAt: account.createdAt.toString(),
});

/** What account numbers are found by. */
export const numberField = { table: 'bank_accounts', field: 'number' };

/** Where a number is sealed for. @param row the account's id */
export const numberPlace = (row: string) => ({ ...numberField, row });

/** The number as it is kept. @throws crm/not-valid */
export function settleNumber(given: string): string {
  const number = accountNumber(given);
  const fields = accountProblems('/body/number', number);
  if (fields.length > 0) throw errors.notValid({ fields });
  return number;
}

/** What of a number is kept: sealed, indexed, masked but for its last four digits. */
export const sealedNumber = (sealing: Sealing, id: string, number: string) => ({
  numberSealed: sealing.seal(numberPlace(id), number),
  numberIndex: sealing.index(numberField, number),
  numberMasked: masked(number, { head: 0, tail: 4 }),
});

/** What a rotation of data keys seals again. */
export const sealedAccounts: SealedTable = {
  table: numberField.table,
  personColumn: 'customer_id',
  fields: [{ field: 'number', column: 'number_sealed', indexColumn: 'number_index' }],
};
