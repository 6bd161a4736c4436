import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

/** How a page of a list is found where the table is too large to be read through. */
async function planOf(table: string, column: string): Promise<string> {
  const client = await world.admin.connect();
  const id = client.escapeLiteral(crypto.randomUUID());
  try {
    await client.query('begin; set local enable_seqscan = off; set local enable_sort = off');
    const { rows } = await client.query<Record<string, string>>(
      `explain select * from booking.${table} where agency_id = ${id} and ${column} = ${id} and id < ${id} order by id desc limit 51`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('a list', () => {
  it.each([
    ['a customer on waiting lists', 'waiting_entries', 'customer_id'],
    ['the requests of a branch', 'quotation_requests', 'branch_id'],
    ['the requests of a customer', 'quotation_requests', 'customer_id'],
  ])('of %s is read from one place of an index, in its order', async (_name, table, column) => {
    const plan = await planOf(table, column);
    expect(plan).toMatch(new RegExp(`Index Cond: .*${column} = `));
    expect(plan).not.toMatch(/Sort|Filter/);
  });
});
