import type { ClientBase, Pool } from 'pg';
import { attempt, describe, isDenied, isNothing, type Attempt, type Tenant } from './attempt.ts';
import type { Table } from './catalogue.ts';

/** The two agencies of the matrix: the rows of ours are what others must not see. */
export interface Agencies {
  readonly ours: string;
  readonly theirs: string;
}

const tenant = (agencyId: string): Tenant => ({ 'yitu.agency_id': agencyId, 'yitu.reach': 'agency' });

/** A connection that says nothing of a tenant, as a fresh one is. To be asked before any setting was made on it. */
export async function lookWithoutTenant(client: ClientBase, { name }: Table): Promise<string[]> {
  return complaints(name, [
    ['with no tenant set', await attempt(client, undefined, `select 1 from ${name}`), isNothing],
  ]);
}

/** What the service's own role sees and may write of a table with another tenant set than the rows have. @returns one line for each thing it should not */
export async function lookAsOthers(
  client: ClientBase,
  admin: Pool,
  { name, columns, partition }: Table,
  { ours, theirs }: Agencies,
): Promise<string[]> {
  const count = async (agencyId: string) =>
    (await admin.query(`select 1 from ${name} where agency_id = $1`, [agencyId])).rowCount ?? 0;
  const see = (as: Tenant) => attempt(client, as, `select 1 from ${name}`);
  // Services go on working: rows may come and go between two looks.
  const [before, seen, after] = [await count(ours), await see(tenant(ours)), await count(ours)];
  const row = await rowOf(admin, name, ours);
  const insert = `insert into ${name} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::${name}, $1)`;
  const write = (as: string, sql: string, parameters: unknown[]) =>
    attempt(client, tenant(as), sql, parameters);
  return complaints(name, [
    ['with an empty tenant', await see({ 'yitu.agency_id': '', 'yitu.reach': '' }), isNothing],
    ['with an unknown tenant', await see(tenant(crypto.randomUUID())), isNothing],
    [
      'with another tenant',
      await attempt(client, tenant(theirs), `select 1 from ${name} where agency_id <> $1`, [theirs]),
      isNothing,
    ],
    // Rows that even their own agency does not see would make all of the above worthless.
    [
      'with its own tenant',
      seen,
      (tried) => partition || isDenied(tried) || ('rows' in tried && isBetween(tried.rows, before, after)),
    ],
    [
      'inserting for another tenant',
      await write(theirs, insert, [row]),
      (tried) => row === undefined || isDenied(tried),
    ],
    [
      'giving rows to another tenant',
      await write(ours, `update ${name} set agency_id = $1`, [theirs]),
      isNothing,
    ],
    [
      'taking rows of another tenant',
      await write(theirs, `update ${name} set agency_id = $1 where agency_id = $2`, [theirs, ours]),
      isNothing,
    ],
    [
      'deleting rows of another tenant',
      await write(theirs, `delete from ${name} where agency_id = $1`, [ours]),
      isNothing,
    ],
  ]);
}

const isBetween = (rows: number, one: number, other: number) =>
  rows >= Math.min(one, other) && rows <= Math.max(one, other);

async function rowOf(admin: Pool, name: string, agencyId: string): Promise<string | undefined> {
  const { rows } = await admin.query<{ row: string }>(
    `select to_jsonb(one)::text as row from ${name} one where agency_id = $1 limit 1`,
    [agencyId],
  );
  return rows[0]?.row;
}

type Look = readonly [what: string, tried: Attempt, right: (tried: Attempt) => boolean];

const complaints = (name: string, looks: readonly Look[]): string[] =>
  looks
    .filter(([, tried, right]) => !right(tried))
    .map(([what, tried]) => `${name} ${what}: ${describe(tried)}`);
