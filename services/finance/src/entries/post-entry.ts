import { actorOf } from '@yitu/access';
import { directoryErrors } from '@yitu/directory';
import { newId, type LocalDate, type Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import type { SourceKind } from './entry.ts';
import type { Line } from './line.ts';

/** An entry that is to be made. */
export interface Draft {
  readonly branchId: string;
  readonly date: LocalDate;
  readonly text: Texts;
  /** What the entry is made for; one source posts once. */
  readonly source: { readonly kind: SourceKind; readonly id: string };
  readonly lines: readonly Line[];
}

export interface Posted {
  readonly id: string;
  readonly number: string;
}

/**
 * Makes an entry: one statement draws the number of the branch and the year of the entry's date and stores the entry with its postings. The row
 * the number is drawn from is locked until the transaction ends, so this comes after all other locks; several entries are made in the order of
 * their branches. Whether the entry is balanced is checked by the database at the commit.
 * @throws directory/branch-unknown, finance/books-not-open
 */
export async function post(uow: UnitOfWork, draft: Draft): Promise<Posted> {
  const { branchId, date, source, lines } = draft;
  const id = newId();
  const [row] = await uow.rows<{ number: string; posted: number }>(
    `with given as (
       select * from jsonb_to_record(?) as entry (agency_id uuid, id uuid, branch_id uuid, entry_date date, text jsonb, source_kind text,
         source_id uuid, reverses_entry_id uuid, line_count smallint, posted_by text, posted_at timestamptz)
     ), branch as (
       select branches.code, given.* from given join finance.branches on branches.agency_id = given.agency_id and branches.id = given.branch_id
     ), series as (
       insert into finance.number_series (agency_id, branch_id, series, year, last)
       select agency_id, branch_id, 'entry', extract(year from entry_date)::integer, 1 from branch
       on conflict (agency_id, branch_id, series, year) do update set last = number_series.last + 1
       returning year, last
     ), entry as (
       insert into finance.entries (agency_id, id, number, branch_id, entry_date, text, source_kind, source_id, reverses_entry_id, line_count, posted_by, posted_at)
       select agency_id, id, 'JZ-' || code || '-' || year || '-' || lpad(last::text, 6, '0'), branch_id, entry_date, text, source_kind, source_id,
         reverses_entry_id, line_count, posted_by, posted_at
       from branch, series
       returning agency_id, id, branch_id, number
     ), posted as (
       insert into finance.postings (agency_id, entry_id, line, branch_id, account_code, debit, credit, currency)
       select entry.agency_id, entry.id, line.line, entry.branch_id, accounts.code, line.debit, line.credit, line.currency
       from entry, jsonb_to_recordset(?) as line (line smallint, purpose text, debit bigint, credit bigint, currency text)
       join finance.accounts on accounts.agency_id = ? and accounts.purpose = line.purpose
       returning line
     )
     select number, (select count(*)::integer from posted) as posted from entry`,
    [entryRow(uow, id, draft), lineRows(lines), uow.agencyId],
  );
  if (!row) throw directoryErrors.branchUnknown();
  if (row.posted < lines.length) throw errors.booksNotOpen();
  const after = { number: row.number, branchId, date, source, lines };
  uow.audit({ objectType: 'Entry', objectId: id, change: 'create', after });
  return { id, number: row.number };
}

const entryRow = (uow: UnitOfWork, id: string, { branchId, date, text, source, lines }: Draft) =>
  JSON.stringify({
    agency_id: uow.agencyId,
    id,
    branch_id: branchId,
    entry_date: date,
    text,
    source_kind: source.kind,
    source_id: source.id,
    reverses_entry_id: source.kind === 'reversal' ? source.id : null,
    line_count: lines.length,
    posted_by: actorOf(uow.member),
    posted_at: uow.now.toString(),
  });

const lineRows = (lines: readonly Line[]) =>
  JSON.stringify(
    lines.map(({ purpose, debit, credit, currency }, index) => ({
      line: index + 1,
      purpose,
      debit: debit.toString(),
      credit: credit.toString(),
      currency,
    })),
  );
