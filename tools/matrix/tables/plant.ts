import type { Pool } from 'pg';

interface Column {
  readonly name: string;
  readonly type: string;
}

const columnsSql = `
  select a.attname::text as name, format_type(a.atttypid, null) as type
  from pg_attribute a
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and (a.attname = 'agency_id' or (a.attnotnull and not a.atthasdef and a.attidentity = ''))`;

/** A value of each type that columns have. */
const values: Readonly<Record<string, () => unknown>> = {
  uuid: () => crypto.randomUUID(),
  text: () => 'planted',
  character: () => 'CNY',
  jsonb: () => '{}',
  integer: () => 1,
  smallint: () => 1,
  bigint: () => 1,
  boolean: () => false,
  date: () => '2026-01-01',
  bytea: () => Buffer.from('planted'),
  'text[]': () => [],
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
};

/** What constraints ask for, by table and column. A table whose constraints refuse the values above needs a line here. */
const wanted: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'notifications.templates': { locale: 'zh', version: 2 },
  'notifications.template_versions': { locale: 'zh' },
};

/**
 * Puts a row of an agency into a table that the story leaves empty: without rows nothing is proven of it. Keys that lead to other tables lead nowhere.
 * @returns why it could not be done, if so
 */
export async function plantRow(admin: Pool, table: string, agencyId: string): Promise<string | undefined> {
  const { rows: columns } = await admin.query<Column>(columnsSql, [table]);
  const given = columns.map(({ name, type }) => {
    if (name === 'agency_id') return agencyId;
    return wanted[table]?.[name] ?? values[type]?.() ?? null;
  });
  const names = columns.map(({ name }) => name).join(', ');
  const places = columns.map((_column, index) => `$${index + 1}`).join(', ');
  const client = await admin.connect();
  try {
    await client.query('begin');
    await client.query("set local session_replication_role = 'replica'");
    await client.query(`insert into ${table} (${names}) values (${places})`, given);
    await client.query('commit');
    return undefined;
  } catch (error) {
    await client.query('rollback');
    return error instanceof Error ? error.message : String(error);
  } finally {
    client.release();
  }
}
