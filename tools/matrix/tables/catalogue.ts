import type { Pool } from 'pg';

/** A table or partition as the database's catalogue describes it. */
export interface Table {
  readonly schema: string;
  /** `schema.table`, quoted where needed. */
  readonly name: string;
  readonly partition: boolean;
  /** Columns that can be written. */
  readonly columns: readonly string[];
}

const sql = `
  select n.nspname as schema, format('%I.%I', n.nspname, c.relname) as name, c.relispartition as partition,
         array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '' and a.attidentity = '') as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = any ($1) and c.relkind in ('r', 'p')
  group by 1, 2, 3 order by 2`;

/** Every table and partition of the schemas. */
export async function tablesOf(admin: Pool, schemas: readonly string[]): Promise<Table[]> {
  return (await admin.query<Table>(sql, [schemas])).rows;
}

async function countOf(admin: Pool, name: string): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(`select count(*)::int as count from ${name}`);
  return rows[0]?.count ?? 0;
}

/** Puts a row into every empty partition, a copy of one in another: without rows nothing is proven of it. */
export async function fillPartitions(admin: Pool, schemas: readonly string[]): Promise<void> {
  const { rows: partitions } = await admin.query<{ name: string; parent: string; begins: string | null }>(
    `select c.oid::regclass::text as name, i.inhparent::regclass::text as parent,
            substring(pg_get_expr(c.relpartbound, c.oid) from $$FROM \\('([^']+)'\\)$$) as begins
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relispartition and c.relkind in ('r', 'p')`,
    [schemas],
  );
  for (const { name, parent, begins } of partitions)
    if ((await countOf(admin, name)) === 0)
      await admin.query(
        `insert into ${parent} select (jsonb_populate_record(one, jsonb_build_object('occurred_at', $1::timestamptz))).* from ${parent} one limit 1`,
        [begins ?? '1999-01-01'],
      );
}
