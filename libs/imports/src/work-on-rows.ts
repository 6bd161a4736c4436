import { DomainError } from '@yitu/kernel';
import { preparedReaction, reaction, type Reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { endImport } from './end-import.ts';
import type { CellProblem, Import } from './import.ts';
import type { Imports } from './imports.ts';
import type { KeptRow } from './keeping.ts';
import { cellProblem } from './read-row.ts';
import type { Outcome, TableKind } from './table-kind.ts';

/** Rows of one transaction: few enough that it is short, and enough that messages do not cost more than rows. */
const batch = 25;

/** The reaction that works through rows which wait. */
export function onRowsDue(imports: Imports): Reaction {
  const { events, keeping } = imports;
  const { ready } = keeping;
  const work = (uow: UnitOfWork, { importId }: { importId: string }) => workOnRows(uow, imports, importId);
  if (!ready) return reaction(events.rowsDue, work);
  return preparedReaction(events.rowsDue, (_due, { agencyid }) => ready(agencyid), work);
}

/**
 * Works through some rows that wait, and asks to be called again for the others. What a row becomes and that it has become it is one transaction:
 * whoever dies in between, and however often the message comes, it becomes it once.
 */
async function workOnRows(uow: UnitOfWork, imports: Imports, importId: string): Promise<void> {
  const { entity, kinds, keeping, events } = imports;
  const one = await uow.lock(entity, importId);
  if (one.state !== 'running') return;
  const kind = kinds[one.kind];
  if (!kind) throw new Error(`${one.kind} are not taken in any more`);
  await keeping.hold?.(uow, importId);
  const waiting = await uow.rows<KeptRow & { row_number: number }>(
    `select row_number, id, input::text as kept from "${uow.schema}".import_rows
     where agency_id = ? and import_id = ? and state = 'waiting' order by row_number limit ${batch}`,
    [uow.agencyId, importId],
  );
  if (waiting.length > 0) {
    const open = await keeping.open(uow, importId);
    for (const row of waiting)
      await note(uow, importId, row.row_number, await outcomeOf(uow, kind, one, open(row)));
  }
  if (waiting.length === batch) uow.publishLater(importId, events.rowsDue, { importId }, uow.now);
  else await endImport(uow, imports, one, 'finished');
}

/** What became of a row; what it said goes. */
async function note(
  uow: UnitOfWork,
  importId: string,
  number: number,
  { state, problems = [], madeId = null }: Outcome,
): Promise<void> {
  await uow.rows(
    `update "${uow.schema}".import_rows set state = ?, problems = ?::jsonb, made_id = ?, input = null
     where agency_id = ? and import_id = ? and row_number = ? and state = 'waiting'`,
    [state, JSON.stringify(problems), madeId, uow.agencyId, importId, number],
  );
}

/** A refusal is told of the row; a fault is not its own, and all is tried again. */
async function outcomeOf(uow: UnitOfWork, kind: TableKind, one: Import, row: unknown): Promise<Outcome> {
  try {
    return await kind.take(uow, one, row);
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    return { state: 'refused', problems: problemsOf(kind, error) };
  }
}

function problemsOf({ columns }: TableKind, { code, texts, fields }: DomainError): CellProblem[] {
  if (fields.length > 0) return fields.map((field) => cellProblem(columns, field));
  return [{ column: { zh: '', en: '' }, rule: code, message: texts }];
}
