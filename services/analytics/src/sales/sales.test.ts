import { events, type EventKind } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeller, type Teller } from '../fixtures/teller.ts';

let world: World;
let tell: Teller;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'analytics'] });
  tell = await createTeller(world);
});
afterAll(async () => {
  await tell.close();
  await world.close();
});

interface Sales {
  days: { branchId: string; day: string; placed: number; confirmed: number; sales: { amount: string } }[];
  totals: {
    placed: number;
    confirmed: number;
    ended: number;
    sales: { amount: string };
    margin: { amount: string; currency: string };
  }[];
}

const sales = (from: string, to = from) => `${world.url('analytics')}/v1/sales?from=${from}&to=${to}`;
const money = (amount: bigint) => ({ amount, currency: 'CNY' });

/** An order with its events, at given instants. */
function orderOf(agency: TestAgency, branchId = agency.headquartersId) {
  const ids = {
    orderId: newId(),
    number: 'HQ-1',
    branchId,
    customerId: newId(),
    departureId: newId(),
    productId: newId(),
    seats: 2,
    authorId: newId(),
  };
  const state = { version: 0 };
  const say = <Data>(kind: EventKind<Data>, data: Data, time: string) => {
    state.version += 1;
    return tell.say(agency.id, kind, ids.orderId, state.version, data, time);
  };
  return {
    ...ids,
    placed: (time: string) =>
      say(events.orderPlaced, { ...ids, total: money(200_000n), holdExpiresAt: time }, time),
    confirmed: (time: string) =>
      say(
        events.orderConfirmed,
        {
          ...ids,
          total: money(200_000n),
          productName: undefined,
          departsOn: '2026-06-01',
          returnsOn: '2026-06-02',
          timeZone: 'Asia/Shanghai',
          travellerIds: [],
        },
        time,
      ),
    cancelled: (time: string) =>
      say(
        events.orderCancelled,
        {
          ...ids,
          ...{ total: money(200_000n), cause: 'customer', unchosen: false },
          ...{ penalty: money(50_000n), refund: money(150_000n) },
        },
        time,
      ),
    expired: (time: string) => say(events.orderExpired, { ...ids, total: money(200_000n) }, time),
  };
}

const settled = (agency: TestAgency, orderId: string, branchId: string, time: string) => {
  const id = newId();
  const shares = [{ orderId, branchId, revenue: money(200_000n), cost: money(150_000n) }];
  const data = {
    groupSettlementId: id,
    departureId: newId(),
    revenue: money(200_000n),
    cost: money(150_000n),
    grossProfit: money(50_000n),
    shares,
    entryNumbers: [],
  };
  return tell.say(agency.id, events.groupSettled, id, 1, data, time);
};

const analystOf = (agency: TestAgency): Promise<Staff> => agency.staff('data-analyst');

describe('sales per branch and day', () => {
  it('count each moment of an order on its day, by the calendar of the agency', async () => {
    const agency = await world.foundAgency();
    const order = orderOf(agency);
    await order.placed('2026-05-01T15:59:59Z'); // 23:59:59 of the 1st in Shanghai
    await order.confirmed('2026-05-01T16:00:00Z'); // midnight: the 2nd
    await settled(agency, order.orderId, order.branchId, '2026-05-20T04:00:00Z');
    const analyst = await analystOf(agency);
    await eventually(async () => {
      const { body } = await analyst.get<Sales>(sales('2026-05-01', '2026-05-31'));
      expect(body.days).toMatchObject([
        { day: '2026-05-01', placed: 1, confirmed: 0, sales: { amount: '0' } },
        { day: '2026-05-02', placed: 0, confirmed: 1, sales: { amount: '200000' } },
        {
          day: '2026-05-20',
          revenue: { amount: '200000' },
          cost: { amount: '150000' },
          margin: { amount: '50000' },
        },
      ]);
      expect(body.totals).toMatchObject([
        { placed: 1, confirmed: 1, margin: { amount: '50000', currency: 'CNY' } },
      ]);
    });
    expect((await analyst.get<Sales>(sales('2026-05-03', '2026-05-19'))).body.days).toEqual([]);
  });

  it('are none of an order that was cancelled after its confirmation; those of its group stay', async () => {
    const agency = await world.foundAgency();
    const [kept, cancelled] = [orderOf(agency), orderOf(agency)];
    for (const order of [kept, cancelled]) {
      await order.placed('2026-05-02T03:00:00Z');
      await order.confirmed('2026-05-02T04:00:00Z');
    }
    await cancelled.cancelled('2026-05-03T04:00:00Z');
    const analyst = await analystOf(agency);
    await eventually(async () => {
      const { body } = await analyst.get<Sales>(sales('2026-05-02', '2026-05-03'));
      expect(body.totals).toMatchObject([{ confirmed: 2, ended: 1, sales: { amount: '200000' } }]);
      expect(body.days).toMatchObject([
        { day: '2026-05-02', sales: { amount: '200000' } },
        { day: '2026-05-03', sales: { amount: '0' } },
      ]);
    });
  });

  it('are the same whichever event comes first', async () => {
    const agency = await world.foundAgency();
    const order = orderOf(agency);
    await settled(agency, order.orderId, order.branchId, '2026-05-02T04:00:00Z');
    await order.placed('2026-05-02T03:00:00Z');
    const analyst = await analystOf(agency);
    await eventually(async () => {
      const { body } = await analyst.get<Sales>(sales('2026-05-02'));
      expect(body.totals).toMatchObject([{ placed: 1, margin: { amount: '50000' } }]);
    });
  });

  it('are seen as far as the reach goes, and by nobody of another agency', async () => {
    const [agency, other] = [await world.foundAgency(), await world.foundAgency()];
    const franchise = await agency.openBranch('franchise');
    await orderOf(agency).placed('2026-05-02T03:00:00Z');
    await orderOf(agency, franchise).placed('2026-05-02T03:00:00Z');
    const analyst = await analystOf(agency);
    await eventually(async () =>
      expect((await analyst.get<Sales>(sales('2026-05-02'))).body.days).toHaveLength(2),
    );
    const manager = await agency.staff('branch-manager', franchise);
    expect((await manager.get<Sales>(sales('2026-05-02'))).body.days.map(({ branchId }) => branchId)).toEqual(
      [franchise],
    );
    expect((await (await analystOf(other)).get<Sales>(sales('2026-05-02'))).body.days).toEqual([]);
  });

  it('are refused for a period that ends before it begins, is too long, or is no period', async () => {
    const agency = await world.foundAgency();
    const analyst = await analystOf(agency);
    expect(await analyst.get(sales('2026-05-02', '2026-05-01'))).toMatchObject({
      status: 422,
      body: { code: 'analytics/period-reversed' },
    });
    expect(await analyst.get(sales('2024-05-02', '2026-05-01'))).toMatchObject({
      status: 422,
      body: { code: 'analytics/period-too-long' },
    });
    expect(await analyst.get(sales('2026-02-30'))).toMatchObject({
      status: 400,
      body: { code: 'request/invalid' },
    });
    const sales1 = await agency.staff('sales');
    expect(await sales1.get(sales('2026-05-02'))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});

describe('the rebuild', () => {
  it('gives the same figures again, also when events arrive meanwhile', async () => {
    const agency = await world.foundAgency();
    const early = Array.from({ length: 40 }, () => orderOf(agency));
    for (const order of early) {
      await order.placed('2026-05-02T03:00:00Z');
      await order.confirmed('2026-05-02T04:00:00Z');
    }
    const [analyst, administrator] = [await analystOf(agency), agency.administrator];
    const before = await eventually(async () => {
      const { body } = await analyst.get<Sales>(sales('2026-05-02'));
      expect(body.totals).toMatchObject([{ placed: 40, confirmed: 40 }]);
      return body;
    });
    const first = await administrator.post<{ events: number }>(`${world.url('analytics')}/v1/rebuild`);
    expect([first.status, first.body.events]).toEqual([200, 82]); // 80 of orders, the agency and its headquarters
    expect((await analyst.get<Sales>(sales('2026-05-02'))).body).toEqual(before);

    const late = Array.from({ length: 20 }, () => orderOf(agency));
    const [again] = await Promise.all([
      administrator.post(`${world.url('analytics')}/v1/rebuild`),
      ...late.map((order) => order.placed('2026-05-02T05:00:00Z')),
      ...early.slice(0, 20).map((order) => order.expired('2026-05-02T05:00:00Z')),
    ]);
    expect(again.status).toBe(200);
    await eventually(async () => {
      const { body } = await analyst.get<Sales>(sales('2026-05-02'));
      expect(body.totals).toMatchObject([
        { placed: 60, confirmed: 40, ended: 20, sales: { amount: '4000000' } },
      ]);
    });
  });

  it('runs once at a time: a second one is refused until the first has ended', async () => {
    const { administrator } = await world.foundAgency();
    const rebuild = () =>
      administrator
        .post<{ code?: string }>(`${world.url('analytics')}/v1/rebuild`)
        .then(({ status, body }) => ({
          status,
          code: body.code,
        }));
    const client = await world.admin.connect();
    try {
      await client.query('begin');
      await client.query('lock table analytics.inbox_positions in exclusive mode');
      const first = rebuild();
      await eventually(async () => {
        // The rebuild's own: events that come meanwhile wait for a lesser one.
        const { rows } = await world.admin.query(
          `select from pg_locks where relation = 'analytics.inbox_positions'::regclass and not granted and mode = 'ExclusiveLock'`,
        );
        expect(rows).toHaveLength(1);
      });
      expect(await Promise.race([rebuild(), first])).toEqual({
        status: 409,
        code: 'analytics/rebuild-under-way',
      });
      await client.query('commit');
      expect((await first).status).toBe(200);
      expect((await rebuild()).status).toBe(200);
    } finally {
      client.release(true);
    }
  });

  it('is for administrators', async () => {
    const analyst = await (await world.foundAgency()).staff('auditor');
    expect(await analyst.post(`${world.url('analytics')}/v1/rebuild`)).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});
