import { reachOf, type Permission, type Reach } from '@yitu/access';
import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { importEntity, type Imports } from '@yitu/imports';
import type { UnitOfWork } from '@yitu/persistence';
import { Id } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type, type Static } from 'typebox';
import { customers, type Terms } from './import-customers.ts';
import { sealed } from './sealed-rows.ts';

export const CustomerImport = importEntity('CustomerImport');

const Choices = Type.Object({
  duplicates: Type.Enum(['skip', 'enter'], {
    default: 'skip',
    description: 'What becomes of customers whose phone or e-mail is known',
  }),
  branchId: Type.Optional(Id),
});

/** The tables crm takes in. */
export const customerImports = (vault: Vault): Imports => ({
  service: 'crm',
  entity: CustomerImport,
  kinds: { customers },
  events: {
    started: events.customerImportStarted,
    finished: events.customerImportFinished,
    cancelled: events.customerImportCancelled,
    rowsDue: events.customerImportRowsDue,
    expiryDue: events.customerImportExpiryDue,
  },
  keeping: sealed(vault),
  choices: Choices,
  begin: (uow, choices) => begin(uow, choices as Static<typeof Choices>), // the door has checked them by the schema
});

const enters: Permission = 'crm.customer.enter';

/** Nobody learns more of other customers by a file than by the form: whom the author may look up, of those the form would look among. */
async function begin(uow: UnitOfWork, { duplicates, branchId: named }: Static<typeof Choices>) {
  const { member } = uow;
  const branchId = await branchForNew(uow, enters, named);
  // Where it goes, its own permission must reach as well.
  if (named !== undefined) await branchForNew(uow, 'crm.import.start', named);
  const reads = [reachOf(member, enters), reachOf(member, 'crm.customer.read')];
  const terms: Terms = {
    duplicates,
    // Who may look up nobody sees nobody: no branch is theirs then.
    reaches: reads.map((reach): Reach => reach ?? 'branch'),
    branchIds: reads.includes(undefined) || member.kind !== 'person' ? [] : member.branchIds,
  };
  return { branchId, terms };
}
