import type { Pool } from 'pg';

/**
 * What the relay, the timers and the audit trail's gathering may read and write, of all agencies. A service whose worker needs more names the columns here,
 * with the reason: `schema.table`, or the table's name alone where every service has it.
 */
const readable: Readonly<Record<string, readonly string[]>> = {
  // To be sent.
  outbox: [
    ...['agency_id', 'id', 'occurred_at', 'subject', 'aggregate_id', 'aggregate_version'],
    ...['envelope', 'not_before', 'published_at'],
  ],
  // To be gathered in identity; sensitive values are masked in them.
  audit_records: [
    ...[
      'agency_id',
      'id',
      'occurred_at',
      'actor',
      'branch_id',
      'action',
      'object_type',
      'object_id',
      'change',
    ],
    ...['before', 'after', 'remote_address', 'trace_id', 'gathered_at'],
  ],
  // To be signed: where each agency's chain of audit entries ends.
  'identity.audit_heads': ['agency_id', 'count', 'hash', 'checkpoint', 'signed_at', 'signed_count'],
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
    const beyond = columns.filter(
      (column) => !(readable[relation] ?? readable[`${schema}.${relation}`])?.includes(column),
    );
    return beyond.length > 0 ? [`${schema}.${relation}: its worker sees ${beyond.join(', ')}`] : [];
  });
}
