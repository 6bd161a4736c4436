import type { KeyObject } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { indexOf } from '../search-index.ts';
import type { SealedTable } from '../sealed-table.ts';
import { idsOf } from '../sealing-keys.ts';
import { openText, sealText, type DataKey } from '../sealed-text.ts';

/** A person's key before and after. */
export interface KeyChange {
  readonly old: DataKey;
  readonly new: DataKey;
}

type Row = { readonly id: string; readonly person: string } & Readonly<Record<string, string | null>>;

/**
 * Seals and indexes all fields of some persons again. Their keys are locked, so nobody else seals fields of theirs meanwhile; what
 * somebody has emptied or replaced since it was read stays as they left it.
 * @returns how many rows
 */
export async function sealAgain(
  uow: UnitOfWork,
  { table, rowColumn = 'id', personColumn, fields }: SealedTable,
  changes: ReadonlyMap<string, KeyChange>,
  indexKey: KeyObject,
): Promise<number> {
  const name = `"${uow.schema}"."${table}"`;
  const columns = fields.map(({ column }) => column);
  const rows = await uow.rows<Row>(
    `select ${rowColumn} as id, ${personColumn} as person, ${columns.join(', ')} from ${name}
     where agency_id = ? and ${personColumn} = any (?::uuid[])`,
    [uow.agencyId, idsOf(changes.keys())],
  );
  if (rows.length === 0) return 0;
  const written = fields.flatMap(({ column, indexColumn }) =>
    [column, ...(indexColumn ? [indexColumn] : [])].map((name) => ({ name, column })),
  );
  const given = [...written.map(({ name }) => name), ...columns.map(before)];
  await uow.rows(
    `update ${name} row set ${written.map(asRead).join(', ')}
     from jsonb_to_recordset(?::jsonb) as again (id uuid, ${given.map((column) => `${column} text`).join(', ')})
     where row.agency_id = ? and row.${rowColumn} = again.id`,
    [
      JSON.stringify(rows.map((row) => rowAgain(uow, { table, fields }, row, changes, indexKey))),
      uow.agencyId,
    ],
  );
  return rows.length;
}

const before = (column: string) => `${column}_before`;

/** A statement that has waited for another transaction sees what that has left, and sets by it. */
const asRead = ({ name, column }: { name: string; column: string }) =>
  `${name} = case when row.${column} is not distinct from again.${before(column)} then again.${name} else row.${name} end`;

function rowAgain(
  { schema, agencyId }: UnitOfWork,
  { table, fields }: Pick<SealedTable, 'table' | 'fields'>,
  row: Row,
  changes: ReadonlyMap<string, KeyChange>,
  indexKey: KeyObject,
): Record<string, string | null> {
  const change = changes.get(row.person);
  if (!change) throw new Error('a row of a person who was not asked for');
  const subject = { schema, agencyId, personId: row.person };
  const old = new Map([[change.old.version, change.old.key]]);
  const again = fields.flatMap(({ field, column, indexColumn }): [string, string | null][] => {
    const sealed = row[column] ?? null;
    if (sealed === null) return [[column, null]];
    const read: [string, string] = [before(column), sealed];
    const place = { table, row: row.id, field };
    const text = openText(subject, place, old, sealed);
    const fresh: [string, string] = [column, sealText(subject, place, change.new, text)];
    if (!indexColumn) return [read, fresh];
    return [read, fresh, [indexColumn, indexOf(indexKey, { schema, agencyId, table, field }, text)]];
  });
  return { id: row.id, ...Object.fromEntries(again) };
}
