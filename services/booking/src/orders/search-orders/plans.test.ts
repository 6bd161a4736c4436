import { newId } from '@yitu/kernel';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageStatement, type Filters, type Page } from './conditions.ts';

let world: World;
let agencyId: string;
beforeAll(async () => {
  world = await startWorld({ services: [] });
  agencyId = await fill();
});
afterAll(() => world.close());

describe('the statement reads by an index', () => {
  it.each<[string, Partial<Filters & Page>]>([
    ['with nothing asked for', {}],
    ['by number', { number: 'X-2026-000042' }],
    ['by their running number', { numberPart: '42' }],
    ['by state', { state: 'confirmed' }],
    ['by what is overdue', { overdueOn: '2099-01-10' }],
    ['by whose hold ends first', { state: 'in-review', sort: 'hold' }],
    ['by customers', { customerIds: [newId(), newId()] }],
    ['by group', { groupNumber: 'G-7' }],
    ['by dates', { departsFrom: '2099-01-10', departsUntil: '2099-01-12' }],
    ['by destination', { destinationCity: 'city 3' }],
  ])('%s', async (_what, asked) => {
    const client = await world.admin.connect();
    const { sql, values } = pageStatement({ ...asked, limit: 20 }, agencyId);
    const rest = [...values];
    const literal = (value: unknown): string =>
      Array.isArray(value) ? value.map(literal).join(', ') : client.escapeLiteral(String(value));
    try {
      await client.query('begin');
      await client.query(
        `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'agency', true)`,
        [agencyId],
      );
      await client.query('set local role yitu_booking');
      const { rows } = await client.query<Record<string, string>>(
        `explain ${sql.replaceAll('?', () => literal(rest.shift()))}`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(
        /Seq Scan on orders|Seq Scan on departures/,
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

/** 20,000 orders on 2,000 departures of 100 products. @returns their agency */
async function fill(): Promise<string> {
  const agency = newId();
  const id = (kind: string, of: string) => `md5('${agency}${kind}' || (${of}))::uuid`;
  await world.admin.query(`
    insert into booking.products (agency_id, id, kind, name, summary, destination_country, destination_city, days, themes, state, details, description, inclusions, exclusions, notes, version, created_at)
    select '${agency}', ${id('p', 'n')}, 'day-trip', '{"zh":"一","en":"one"}', '{"zh":"一","en":"one"}', 'CN', 'city ' || n, 1, '{}', 'published', '{}', '{}', '[]', '[]', '[]', 1, now()
    from generate_series(0, 99) n;
    insert into booking.product_facets (agency_id, product_id, facet, value)
    select '${agency}', ${id('p', 'n')}, 'city', 'city ' || n from generate_series(0, 99) n;
    insert into booking.departures (agency_id, id, product_id, group_number, departs_on, returns_on, time_zone, cut_off_days, capacity, remaining,
      minimum_group, currency, state, version, created_at)
    select '${agency}', ${id('d', 'n')}, ${id('p', 'n % 100')}, 'G-' || n, date '2099-01-01' + n % 700, date '2099-01-01' + n % 700, 'Asia/Shanghai', 0,
      20, 0, 1, 'CNY', 'open', 1, now() from generate_series(0, 1999) n;
    insert into booking.orders (agency_id, id, number, branch_id, author_id, customer_id, departure_id, product_id, state, currency, total, seats, version, created_at)
    select '${agency}', ${id('o', 'n')}, 'X-2026-' || lpad(n::text, 6, '0'), ${id('b', "'1'")}, ${id('a', "'1'")}, ${id('c', 'n % 3000')},
      ${id('d', 'n % 2000')}, ${id('p', 'n % 100')}, (array['confirmed', 'completed', 'settled', 'cancelled'])[1 + n % 4], 'CNY', 1, 2, 1, now()
    from generate_series(0, 19999) n;
    insert into booking.branches (agency_id, id, code, name) values ('${agency}', ${id('b', "'1'")}, 'X', '{}');
    insert into booking.number_series (agency_id, branch_id, series, year, last) values ('${agency}', ${id('b', "'1'")}, 'order', 2026, 20000);
    analyze booking.products; analyze booking.product_facets; analyze booking.departures; analyze booking.orders;
  `);
  return agency;
}
