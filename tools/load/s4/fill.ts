import pg from 'pg';
import { fillCatalogue } from './catalogue-rows.ts';
import { fillOrders, type Sellers } from './order-rows.ts';
import { ordersOf, type Size } from './size.ts';

const tables = [
  'products',
  'product_endings',
  'product_facets',
  'product_listings',
  'departures',
  'departure_prices',
  'departure_endings',
  'customers',
  'travellers',
  'orders',
  'order_lines',
  'order_travellers',
  'payment_dues',
];

const all = tables.map((table) => `booking.${table}`).join(', ');

/**
 * Puts into booking's tables what its API would take days for, as the administrator; the rows are such as the services write. An agency that was
 * filled before stays as it is.
 * @param databaseUrl the administrator's
 */
export async function fillAgency(
  databaseUrl: string,
  agency: Sellers & { readonly id: string; readonly code: string },
  size: Size,
  tell: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    const orders = ordersOf(size);
    const found = await countsOf(client, agency.id);
    if (found.departures === size.departures && found.orders >= orders) {
      await client.query(`analyze ${all}`); // a migration may want to know more than was gathered then
      return tell(`Agency ${agency.code} was filled before: ${found.orders} orders`);
    }
    const begun = performance.now();
    // References are right by construction: looking each of them up would take longer than storing them.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    if (found.departures === 0) await inTransaction(client, () => fillCatalogue(client, agency.id, size));
    await client.query('analyze booking.departures, booking.departure_prices'); // or the orders would find theirs by reading them all
    await fillOrders(client, agency.id, agency, size, (done) => {
      if (done % 250_000 === 0) tell(`  ${done} of ${orders} orders`);
    });
    await client.query(`vacuum (analyze) ${all}`);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    const { products, departures } = size;
    tell(
      `Agency ${agency.code} is filled: ${products} products, ${departures} departures, ${orders} orders, in ${seconds} s`,
    );
  } finally {
    await client.end();
  }
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work(); // what fails ends the connection, and with it the transaction
  await client.query('commit');
}

async function countsOf(
  client: pg.Client,
  agencyId: string,
): Promise<{ departures: number; orders: number }> {
  const count = (table: string) =>
    `(select count(*)::integer from booking.${table} where agency_id = $1) as ${table}`;
  const { rows } = await client.query<{ departures: number; orders: number }>(
    `select ${count('departures')}, ${count('orders')}`,
    [agencyId],
  );
  return rows[0] ?? { departures: 0, orders: 0 };
}
