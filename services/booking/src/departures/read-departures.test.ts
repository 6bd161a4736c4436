import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, schedule, tour } from '../fixtures/catalogue.ts';
import { scheduleDeparture } from '../fixtures/desk.ts';

let world: World;
let planner: Staff;
/** By the day they depart on. */
const ids: Record<string, string> = {};
const days = ['2031-05-01', '2031-05-03', '2031-05-02', '2031-05-04'];
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
  planner = await (await world.foundAgency()).staff('project-manager');
  for (const departsOn of days) ids[departsOn] = await scheduleDeparture(world, planner, { departsOn });
});
afterAll(() => world.close());

interface Page {
  readonly departures: readonly {
    readonly id: string;
    readonly departsOn: string;
    readonly productId: string;
  }[];
  readonly next: string | null;
}

async function list(query: string, staff = planner) {
  const { body } = await staff.get<Page>(`${world.url('booking')}/v1/departures?${query}`);
  return { days: body.departures.map(({ departsOn }) => departsOn), next: body.next, found: body.departures };
}

describe('departures between two dates', () => {
  it('are those of both dates and between, the newest first', async () => {
    const { days, next } = await list('from=2031-05-01&to=2031-05-03');
    expect(days).toEqual(['2031-05-02', '2031-05-03', '2031-05-01']);
    expect(next).toBeNull();
    expect((await list('from=2031-05-05&to=2031-05-06')).days).toEqual([]);
  });

  it('are paged without a gap', async () => {
    const first = await list('from=2031-05-01&to=2031-05-03&limit=2');
    expect(first).toMatchObject({ days: ['2031-05-02', '2031-05-03'], next: ids['2031-05-03'] });
    const second = await list(`from=2031-05-01&to=2031-05-03&limit=2&after=${first.next}`);
    expect(second).toMatchObject({ days: ['2031-05-01'], next: null });
  });

  it('are of one product where one is asked for', async () => {
    const [one] = (await list('from=2031-05-03&to=2031-05-03')).found;
    expect((await list(`from=2031-05-01&to=2031-05-04&productId=${one?.productId}`)).days).toEqual([
      '2031-05-03',
    ]);
  });

  it('are nobody else’s', async () => {
    const other = await (await world.foundAgency()).staff('project-manager');
    expect((await list('from=2031-05-01&to=2031-05-04', other)).days).toEqual([]);
  });
});

it('departures from a date on need no other date', async () => {
  expect((await list('from=2031-05-03')).days).toEqual(['2031-05-04', '2031-05-03']);
});

describe('the departures of a product from a day on, the nearest first', () => {
  it('are all of them page by page, though 101 were scheduled and those of the nearest days first', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('project-manager');
    const product = await addProduct(world, manager, tour('桂林'));
    const first = await schedule(world, manager, product, '2031-01-01', '1000', { groupNumber: 'DAY-0' });
    await world.admin.query(
      `insert into booking.departures
       select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'group_number', 'DAY-' || n, 'departs_on', departs_on + n, 'returns_on', departs_on + n))).*
       from booking.departures d, generate_series(1, 100) n where id = $1`,
      [first],
    );
    await schedule(world, manager, product, '2030-12-31', '1000');
    await schedule(world, manager, await addProduct(world, manager, tour('阳朔')), '2031-01-01', '1000');
    const asked = `productId=${product}&from=2031-01-01&sort=nearest`;
    const page = await list(`${asked}&limit=100`, manager);
    const rest = await list(`${asked}&limit=100&after=${page.next}`, manager);
    expect([page.days[0], page.days.length, rest.next]).toEqual(['2031-01-01', 100, null]);
    expect(rest.days).toEqual(['2031-04-11']);
    expect(page.days).toEqual(page.days.toSorted());
    const two = await list('groupNumber=DAY-10&sort=nearest', manager);
    expect(two.days).toEqual(['2031-01-11', '2031-04-11']);
    expect((await list('from=2031-01-01&to=2031-01-02&sort=nearest&limit=2', manager)).days).toEqual([
      ...['2031-01-01', '2031-01-01'],
    ]);
  });
});

describe('departures by a part of their group number', () => {
  it('are found whatever its case and wherever it stands, the newest first and page by page', async () => {
    const manager = await (await world.foundAgency()).staff('project-manager');
    const product = await addProduct(world, manager, tour('桂林'));
    const found = async (query: object) => {
      const asked = new URLSearchParams(Object.entries(query)).toString();
      const { body } = await manager.get<{ departures: { groupNumber: string }[]; next: string | null }>(
        `${world.url('booking')}/v1/departures?${asked}`,
      );
      return { numbers: body.departures.map(({ groupNumber }) => groupNumber), next: body.next };
    };
    for (const groupNumber of ['GL-2031-05-01', 'GL-2031-06-01', '桂林春季A团'])
      await schedule(world, manager, product, '2031-05-01', '1000', { groupNumber });
    expect((await found({ groupNumber: 'gl-2031' })).numbers).toEqual(['GL-2031-06-01', 'GL-2031-05-01']);
    expect((await found({ groupNumber: '05-01' })).numbers).toEqual(['GL-2031-05-01']);
    expect((await found({ groupNumber: '春季' })).numbers).toEqual(['桂林春季A团']);
    const first = await found({ groupNumber: '01', limit: 1 });
    expect(first.numbers).toEqual(['GL-2031-06-01']);
    expect(await found({ groupNumber: '01', limit: 1, after: first.next })).toEqual({
      ...{ numbers: ['GL-2031-05-01'], next: null },
    });
    expect((await found({ groupNumber: '01', to: '2031-04-30' })).numbers).toEqual([]);
    expect((await found({ groupNumber: '%' })).numbers).toEqual([]);
    const other = await (await world.foundAgency()).staff('project-manager');
    const { body } = await other.get<{ departures: unknown[] }>(
      `${world.url('booking')}/v1/departures?groupNumber=01`,
    );
    expect(body.departures).toEqual([]);
  });

  it('are found whoever stored them: the release before this one too', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('project-manager');
    const product = await addProduct(world, manager, tour('桂林'));
    await schedule(world, manager, product, '2031-05-01', '1000', { groupNumber: 'GL-1' });
    await world.admin.query(
      `insert into booking.departures
       select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'group_number', $2::text))).*
       from booking.departures d where agency_id = $1`,
      [agency.id, ' ＧL－2031  Été 🌸团'],
    );
    for (const word of ['gl-2031', '2031 été', '🌸团', '团']) {
      const asked = new URLSearchParams({ groupNumber: word }).toString();
      const { body } = await manager.get<{ departures: unknown[] }>(
        `${world.url('booking')}/v1/departures?${asked}`,
      );
      expect([word, body.departures.length]).toEqual([word, 1]);
    }
  });
});

describe('the days of a month', () => {
  interface Day {
    readonly date: string;
    readonly count: number;
    readonly capacity: number;
    readonly remaining: number;
    readonly departures: readonly { readonly id: string; readonly remaining: number }[];
  }
  const daysOf = async (query: string, staff = planner) => {
    const { body } = await staff.get<{ days: Day[] }>(`${world.url('booking')}/v1/departure-days?${query}`);
    return body.days;
  };

  it('say how much departs on each, and the first of it', async () => {
    const crowded: string[] = [];
    for (let more = 0; more < 6; more += 1)
      crowded.push(await scheduleDeparture(world, planner, { departsOn: '2032-02-29' }));
    await scheduleDeparture(world, planner, { departsOn: '2032-03-01' });
    const [day, ...others] = await daysOf('month=2032-02');
    expect(others).toEqual([]);
    expect(day).toMatchObject({ date: '2032-02-29', count: 6 });
    expect(day?.departures).toHaveLength(4);
    expect(crowded).toEqual(expect.arrayContaining(day?.departures.map(({ id }) => id) ?? []));
    expect(day?.departures[0]?.remaining).toBeGreaterThan(0);
  });

  it('say how many seats of all that depart on each are left, also of those not told, and none of what was called off', async () => {
    const departsOn = '2032-05-01';
    for (const capacity of [10, 20, 30, 40, 50])
      await scheduleDeparture(world, planner, { departsOn, capacity });
    const calledOff = await scheduleDeparture(world, planner, { departsOn, capacity: 60 });
    await world.admin.query(
      `update booking.departures set state = 'cancelled', cancelled_at = now(), cancel_cause = 'agency' where id = $1`,
      [calledOff],
    );
    await world.admin.query(
      `update booking.departures set remaining = remaining - 7 where departs_on = $1 and capacity > 20`,
      [departsOn],
    );
    expect(await daysOf('month=2032-05')).toMatchObject([{ count: 6, capacity: 150, remaining: 129 }]);
  });

  it('are of one product where one is asked for, and nobody else’s', async () => {
    const [one] = (await list('from=2031-05-03&to=2031-05-03')).found;
    expect(await daysOf(`month=2031-05&productId=${one?.productId}`)).toMatchObject([
      { date: '2031-05-03', count: 1, departures: [{ id: one?.id }] },
    ]);
    const other = await (await world.foundAgency()).staff('project-manager');
    expect(await daysOf('month=2031-05', other)).toEqual([]);
  });
});
