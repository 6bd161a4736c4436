import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = () => `${world.url('booking')}/v1/rules`;
const rules = {
  holdMinutes: 60,
  depositPercent: 20,
  depositDueDays: 5,
  balanceDueDaysBefore: 10,
  waitingOfferMinutes: 60,
  depositGraceDays: 1,
  balanceGraceDays: 2,
  balanceOverdue: 'cancel',
  overpayment: 'credit',
  travellersForApproval: 'named',
};

async function openAgency() {
  const agency = await world.foundAgency();
  return { agency, planner: await agency.staff('project-manager') };
}

describe("the rules of an agency's orders", () => {
  it('begin with version 1, and have the next one with each setting', async () => {
    const { planner } = await openAgency();
    const initial = await planner.get(url());
    expect([initial.status, initial.headers.get('etag')]).toEqual([200, '"1"']);
    expect(initial.body).toMatchObject({ holdMinutes: 30, version: 1 });
    expect(await planner.put(url(), rules, 1)).toMatchObject({ status: 200, body: { ...rules, version: 2 } });
    expect(await planner.put(url(), { ...rules, holdMinutes: 90 }, 2)).toMatchObject({ status: 200 });
    expect((await planner.get(url())).body).toEqual({ ...rules, holdMinutes: 90, version: 3 });
  });

  it('are set by nobody who has not read the newest', async () => {
    const { planner } = await openAgency();
    expect(await planner.ask(url(), { method: 'PUT', body: rules })).toMatchObject({
      status: 428,
      body: { code: 'request/if-match-required' },
    });
    expect(await planner.put(url(), rules, 2)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    expect((await planner.get(url())).body).toMatchObject({ holdMinutes: 30, version: 1 });
  });

  it('are set once when two set them at once', async () => {
    const { planner } = await openAgency();
    const answers = await Promise.all(
      [60, 90].map((holdMinutes) => planner.put(url(), { ...rules, holdMinutes }, 1)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('are set by those who may', async () => {
    const { agency } = await openAgency();
    expect(await (await agency.staff('sales')).put(url(), rules, 1)).toMatchObject({ status: 403 });
  });
});
