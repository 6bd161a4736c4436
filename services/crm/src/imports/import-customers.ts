import type { Reach } from '@yitu/access';
import { checkBranchOpen } from '@yitu/directory';
import { cellProblem, tableKind, type CellProblem, type Import, type Outcome } from '@yitu/imports';
import type { UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { initialDetails, settleDetails, type CustomerDetails } from '../customers/customer-details.ts';
import { newCustomerFields } from '../customers/customer-fields.ts';
import { storeCustomer } from '../customers/store-customer.ts';
import { findSuspects, likelyAmong, suspectProblem } from '../customers/suspects.ts';
import { noteAlike, type LikeRow } from './alike.ts';
import { customerColumns } from './columns.ts';

const { kind, ...fields } = newCustomerFields;

const Row = Type.Object({
  kind,
  ...fields,
  likeRows: Type.Optional(
    Type.Array(Type.Object({ field: Type.Enum(['phone', 'email']), row: Type.Integer() })),
  ),
});

/** What holds for all customers of an import. */
export type Terms = {
  /** Whether who may be known is left out or entered all the same. */
  readonly duplicates: 'skip' | 'enter';
  /** What the author could look up when it began. */
  readonly reaches: readonly Reach[];
  readonly branchIds: readonly string[];
};

/** Customers, by the rules of the form they are entered with one by one. */
export const customers = tableKind({
  columns: customerColumns,
  input: Row,
  given: { kind: 'person', name: {}, source: 'import' },
  needs: 'crm.customer.enter',
  together: noteAlike,
  take: (uow, one, row) => importCustomer(uow, one, row),
});

async function importCustomer(uow: UnitOfWork, one: Import, row: Static<typeof Row>): Promise<Outcome> {
  const { kind: what, likeRows = [], ...given } = row;
  const details = settleDetails(what, { ...initialDetails, ...given }, uow.now);
  const { duplicates, known, problems } = await lookForDuplicates(uow, one, details, likeRows);
  if (known && duplicates === 'skip') return { state: 'present', problems, madeId: known.id };
  const { branchId, authorId: ownerId } = one;
  if (!branchId) throw new Error('customers belong to the branch of their import');
  await checkBranchOpen(uow, branchId);
  if (one.dryRun) return { state: 'created', problems };
  const customer = await storeCustomer(uow, { kind: what, branchId, ownerId, details });
  return { state: 'created', problems, madeId: customer.id };
}

/** Who may be the same customer, of those the author may see; and of a dry run, which rows before. */
async function lookForDuplicates(
  uow: UnitOfWork,
  { id, authorId, terms }: Import,
  details: CustomerDetails,
  likeRows: readonly LikeRow[],
) {
  const { duplicates, reaches, branchIds } = terms as Terms; // as they were stored when it began
  const suspects = await findSuspects(uow, details, { userId: authorId, branchIds, reaches });
  const [likely] = likelyAmong(suspects);
  const alike = likely ? [] : await madeOf(uow, id, likeRows);
  const problems: CellProblem[] = [
    ...suspects.map((one) => ({ ...cellProblem(customerColumns, suspectProblem(one)), about: one.id })),
    ...alike.map((one) => cellProblem(customerColumns, rowProblem(one))),
  ];
  const known = likely ?? (alike.length > 0 ? { id: null } : undefined);
  return { duplicates, known, problems };
}

/** Those of the rows before that became customers, or would have. */
async function madeOf(uow: UnitOfWork, importId: string, likeRows: readonly LikeRow[]): Promise<LikeRow[]> {
  if (likeRows.length === 0) return [];
  const rows = await uow.rows<{ number: number }>(
    `select row_number as number from crm.import_rows
     where agency_id = ? and import_id = ? and row_number = any (?::integer[]) and state = 'created'`,
    [uow.agencyId, importId, `{${likeRows.map(({ row }) => row).join(',')}}`],
  );
  const made = new Set(rows.map(({ number }) => number));
  return likeRows.filter(({ row }) => made.has(row));
}

const rowProblem = ({ field, row }: LikeRow) => ({
  field: `/body/${field}`,
  rule: 'possible-duplicate',
  message: { zh: `与第 ${row} 行相同`, en: `is also that of row ${row}` },
});
