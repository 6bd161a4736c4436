import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupNumberStatement } from '../../departures/by-group-number.ts';
import { daysStatement } from '../../departures/departure-days.ts';
import { fillCatalogue } from '../../fixtures/large-catalogue.ts';
import type { Condition } from './conditions.ts';
import type { Search } from './source.ts';
import { facetStatement, pageStatement } from './statement.ts';

let world: World;
let agencyId: string;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
  ({ id: agencyId } = await world.foundAgency());
  await fillCatalogue(world, agencyId, { products: 3_000, departures: 6 });
}, 120_000);
afterAll(() => world.close());

const asked = (search: Partial<Search>): Search => ({
  ...{ sort: 'newest', limit: 20, state: 'published', currency: 'CNY' },
  ...search,
});
const later = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

/** The plan of a statement as the service's own role gets it, by row security. */
async function planOf(
  { sql, values }: Condition,
  setting = 'enable_seqscan = on',
): Promise<{ plan: string; milliseconds: number }> {
  const client = await world.admin.connect();
  const rest = [...values];
  const literal = (value: unknown): string =>
    Array.isArray(value) ? value.map(literal).join(', ') : client.escapeLiteral(String(value));
  try {
    await client.query('begin');
    await client.query(
      `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'agency', true)`,
      [agencyId],
    );
    await client.query(`set local role yitu_booking; set local ${setting}`);
    const { rows } = await client.query<Record<string, string>>(
      `explain (analyze) ${sql.replaceAll('?', () => literal(rest.shift()))}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    return { plan, milliseconds: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const scope = () => ({ agencyId, now: Temporal.Now.instant() });

describe('the statement of a search by', () => {
  it.each<[string, Partial<Search>, RegExp]>([
    ['nothing', {}, /Index Scan.* products_(by_state|pkey)/],
    ['a word inside a title', { text: '99号雪' }, /product_endings_pkey.*\n.*Index Cond:.*ending >= /],
    [
      'a word inside a description',
      { text: '第7站入住' },
      /product_endings_pkey.*\n.*Index Cond:.*ending >= /,
    ],
    ['how a title is read', { text: 'xianlu99hao' }, /product_endings_pkey.*\n.*Index Cond:.*ending >= /],
    ['a place', { city: ['city 7'], country: ['CN'] }, /products_by_city/],
    ['price', { sort: 'price' }, /product_listings_by_price/],
    ['what can be bought', { bookable: true }, /product_listings_(pkey|by_price)/],
    ['what cannot be bought', { bookable: false }, /product_listings_(pkey|by_price)/],
    ['a budget', { budget: '5001', sort: 'price' }, /Index Cond:.*from_amount <= /],
    ['days', { sort: 'days' }, /products_by_days/],
    [
      'dates and a budget',
      { departsFrom: later(5), departsUntil: later(20), budget: '9000' },
      /departures_by_(product|date)/,
    ],
  ])('%s reads by an index, row security notwithstanding', async (_what, search, index) => {
    const { plan } = await planOf(pageStatement(asked(search), scope()));
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('a part of a group number reads by an index too', async () => {
    const { rows } = await world.admin.query<{ part: string }>(
      `select substr(group_number, 6) as part from booking.departures where agency_id = $1 limit 1`,
      [agencyId],
    );
    const groupNumber = rows[0]?.part ?? '';
    const { plan } = await planOf(groupNumberStatement({ groupNumber, limit: 20 }, agencyId));
    expect(plan).toMatch(/departure_endings_pkey.*\n.*Index Cond:.*ending >= /);
    expect(plan).not.toMatch(/Seq Scan/);
    expect(plan).toMatch(/^Limit.*rows=[1-9]/m);
  });

  it('the days of a month read its departures by their date, and once', async () => {
    const { plan } = await planOf(
      daysStatement({ month: later(7).slice(0, 7) }, agencyId),
      'enable_seqscan = off',
    );
    expect(plan.match(/ on departures\b/g)).toHaveLength(1);
    expect(plan).toMatch(/departures_by_date.*\n.*Index Cond:.*departs_on >= /);
  });

  it('facets can read by an index: for an agency among many', async () => {
    const { plan } = await planOf(
      facetStatement(asked({ city: ['city 7'] }), scope()),
      'enable_seqscan = off',
    );
    expect(plan).toMatch(/Index Cond:.*destination_city = /);
    expect(plan).not.toMatch(/Seq Scan/);
  });
});
