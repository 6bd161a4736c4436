import type { Pool } from 'pg';

/**
 * What the relay and the timers may read, of all agencies: the technical columns of the outbox and no table else. A service whose timers need more
 * names the columns here, with the reason.
 */
const readable: Readonly<Record<string, readonly string[]>> = {
  outbox: [
    ...['agency_id', 'id', 'occurred_at', 'subject', 'aggregate_id', 'aggregate_version'],
    ...['envelope', 'not_before', 'published_at'],
  ],
};

/** Columns that worker roles may read or write beyond that. @returns one line for each table */
export async function findWorkersSight(admin: Pool, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ schema: string; relation: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as relation, array_agg(distinct a.attname::text) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm')
       and has_column_privilege('yitu_' || n.nspname || '_worker', c.oid, a.attnum, 'select, insert, update')
     group by 1, 2`,
    [schemas],
  );
  return rows.flatMap(({ schema, relation, columns }) => {
    const beyond = columns.filter((column) => !readable[relation]?.includes(column));
    return beyond.length > 0 ? [`${schema}.${relation}: its worker sees ${beyond.join(', ')}`] : [];
  });
}
