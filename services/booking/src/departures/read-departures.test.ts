import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
