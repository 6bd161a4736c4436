import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('booking')}/v1/public-holidays${path}`;
/** A Friday that is off, and a Saturday worked instead. */
const days = [
  { date: '2027-01-01', kind: 'off' },
  { date: '2027-01-09', kind: 'worked' },
];

interface Years {
  readonly version: number;
  readonly years: readonly { readonly year: string; readonly source: string; readonly off: string[] }[];
}

describe('the public holidays of a year', () => {
  it('are checked first, entered by whoever sets rules, and stay within the agency', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const planner = await agency.staff('project-manager');
    const years = async (by = planner) => (await by.get<Years>(url())).body;
    expect((await years()).years.map(({ year }) => year)).toEqual(['2026', '2025', '2024']);
    expect(await planner.put(url('/2027?dryRun=true'), { days }, 1)).toMatchObject({
      status: 200,
      body: { off: ['2027-01-01'], worked: ['2027-01-09'] },
    });
    expect((await years()).version).toBe(1);
    expect((await planner.put(url('/2027'), { days }, 1)).status).toBe(200);
    expect(await planner.put(url('/2028'), { days: [{ date: '2028-01-03', kind: 'off' }] }, 1)).toMatchObject(
      {
        status: 412,
      },
    );
    expect(await years()).toMatchObject({
      version: 2,
      years: [{ year: '2027', source: 'agency' }, { year: '2026', source: 'built-in' }, {}, {}],
    });
    expect((await years(await other.staff('project-manager'))).years).toHaveLength(3);
    expect((await (await agency.staff('sales')).put(url('/2027'), { days }, 2)).status).toBe(403);
  });

  it('are refused row by row', async () => {
    const planner = await (await world.foundAgency()).staff('project-manager');
    const wrong = [
      ...days,
      { date: '2028-01-01', kind: 'off' },
      { date: '2027-01-01', kind: 'off' },
      { date: '2027-01-11', kind: 'worked' },
    ];
    expect(await planner.put(url('/2027?dryRun=true'), { days: wrong }, 1)).toMatchObject({
      status: 422,
      body: {
        code: 'booking/holidays-do-not-fit',
        errors: [
          { field: '/body/days/2/date', rule: 'of-the-year' },
          { field: '/body/days/3/date', rule: 'once' },
          { field: '/body/days/4/date', rule: 'weekend' },
        ],
      },
    });
  });
});
