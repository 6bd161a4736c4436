import pg from 'pg';
import { floorSchema } from './statement.ts';

const tables = [
  'departures',
  'number_series',
  'orders',
  'order_lines',
  'order_travellers',
  'outbox',
  'audit_records',
  'idempotency_keys',
];

/** What the floor sells. */
export interface Stock {
  readonly id: string;
  readonly productId: string;
  readonly departureIds: readonly string[];
}

/**
 * Makes the floor's tables as booking has them, with their indexes and checks, without row security and references, and one departure for each
 * of the agency's. What an earlier run left behind is removed.
 * @param databaseUrl the administrator's
 */
export async function createTables(
  databaseUrl: string,
  { id, productId, departureIds }: Stock,
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`drop schema if exists ${floorSchema} cascade; create schema ${floorSchema}`);
    for (const table of tables)
      await client.query(`create table ${floorSchema}.${table} (like booking.${table} including all)`);
    await client.query(
      `insert into ${floorSchema}.departures (agency_id, id, product_id, group_number, departs_on, returns_on, time_zone, cut_off_days, capacity, remaining,
         minimum_group, currency, state, version, created_at)
       select $1, id, $2, 'LOAD-' || number, current_date, current_date, 'Asia/Shanghai', 0, 10000, 10000, 1, 'CNY', 'open', 1, now()
       from unnest($3::uuid[]) with ordinality as departure (id, number)`,
      [id, productId, departureIds],
    );
  });
}

/** Removes them; it does not mind that they are gone. */
export const dropTables = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await client.query(`drop schema if exists ${floorSchema} cascade`);
  });

async function withClient(databaseUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
