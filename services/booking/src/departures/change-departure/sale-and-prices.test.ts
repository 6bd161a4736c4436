import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type OrderAnswer } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

interface Answer {
  readonly state: string;
  readonly version: number;
  readonly capacity: number;
  readonly remaining: number;
  readonly code?: string;
}

const orders = () => `${world.url('booking')}/v1/orders`;
const departure = (id: string, change = '') => `${world.url('booking')}/v1/departures/${id}${change}`;
const ask = (staff: Staff, method: 'PUT' | 'POST', url: string, body: object, version: number) =>
  staff.ask<Answer>(url, { method, body, headers: { 'if-match': `"${version}"` } });
const reason = '等待航班确认';
const adults = (amount: string, channel = '*') => [
  { travellerCategory: 'adult', customerCategory: '*', channel: '*', amount },
  ...(channel === '*' ? [] : [{ travellerCategory: 'adult', customerCategory: '*', channel, amount: '1' }]),
];

const published = async (agencyId: string, event: string) => {
  const { rows } = await world.admin.query<{ data: object }>(
    `select envelope::jsonb->'data' as data from booking.outbox where agency_id = $1 and subject like '%departure.' || $2 || '.v1' order by occurred_at, aggregate_version`,
    [agencyId, event],
  );
  return rows.map(({ data }) => data);
};

describe('closing and reopening', () => {
  it('takes a departure off sale and puts it on sale again', async () => {
    const { agency, manager, sales, order, departureId } = await openDesk(world);
    const closed = await ask(manager, 'POST', departure(departureId, '/closing'), { reason }, 1);
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', stateReason: reason, version: 2 } });
    expect(await sales.post(orders(), order())).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-not-open' } },
    });
    const opened = await ask(manager, 'POST', departure(departureId, '/reopening'), { reason }, 2);
    expect(opened).toMatchObject({ status: 200, body: { state: 'open', version: 3 } });
    expect(await sales.post(orders(), order())).toMatchObject({ status: 201 });
    expect(await published(agency.id, 'closed')).toEqual([{ departureId }]);
    expect(await published(agency.id, 'reopened')).toEqual([{ departureId, state: 'open' }]);
  });

  it('is refused for what is closed already, to whoever has read an older version, and without permission', async () => {
    const { agency, manager, sales, departureId } = await openDesk(world);
    const url = departure(departureId, '/closing');
    expect(await ask(sales, 'POST', url, { reason }, 1)).toMatchObject({ status: 403 });
    expect(await ask(manager, 'POST', url, { reason }, 7)).toMatchObject({ status: 412 });
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect(await ask(stranger, 'POST', url, { reason }, 1)).toMatchObject({ status: 404 });
    expect(await ask(manager, 'POST', url, { reason: '' }, 1)).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: '/body/reason', rule: 'minLength' }] } },
    });
    await ask(manager, 'POST', url, { reason }, 1);
    expect(await ask(manager, 'POST', url, { reason }, 2)).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-wrong-state' } },
    });
    expect(await published(agency.id, 'closed')).toHaveLength(1);
  });

  it('is answered again for the same idempotency key', async () => {
    const { agency, manager, departureId } = await openDesk(world);
    const headers = { 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() };
    const close = () => manager.post(departure(departureId, '/closing'), { reason }, headers);
    const first = await close();
    expect(await close()).toMatchObject({ status: 200, body: first.body });
    expect(await published(agency.id, 'closed')).toHaveLength(1);
  });
});

describe('changing the capacity', () => {
  it('extends and cuts, down to what is sold', async () => {
    const { agency, manager, sales, order, departureId } = await openDesk(world, { capacity: 5 });
    await sales.post(orders(), order(3));
    const url = departure(departureId, '/capacity');
    expect(await ask(manager, 'PUT', url, { capacity: 2 }, 1)).toMatchObject({
      status: 409,
      body: { code: 'booking/below-sold', errors: [{ field: '/body/capacity', rule: 'sold' }] },
    });
    const cut = await ask(manager, 'PUT', url, { capacity: 3 }, 1);
    expect(cut).toMatchObject({ status: 200, body: { capacity: 3, remaining: 0, version: 2 } });
    const extended = await ask(manager, 'PUT', url, { capacity: 10 }, 2);
    expect(extended).toMatchObject({ status: 200, body: { capacity: 10, remaining: 7, version: 3 } });
    expect(await published(agency.id, 'capacity-changed')).toEqual([
      { departureId, capacity: 3, sold: 3 },
      { departureId, capacity: 10, sold: 3 },
    ]);
    const { rows } = await world.admin.query(
      `select before, after from booking.audit_records where object_id = $1 and after ? 'capacity' and change = 'update' order by occurred_at`,
      [departureId],
    );
    expect(rows).toEqual([
      { before: { capacity: 5 }, after: { capacity: 3 } },
      { before: { capacity: 3 }, after: { capacity: 10 } },
    ]);
  });

  it('never goes below what is sold at the same moment, and loses no seat', async () => {
    const { manager, sales, order, departureId } = await openDesk(world, { capacity: 30 });
    const url = departure(departureId, '/capacity');
    const cutting = async () => {
      for (const capacity of [25, 18, 12, 9, 6, 20, 8]) {
        const { body } = await manager.get<Answer>(departure(departureId));
        const { status } = await ask(manager, 'PUT', url, { capacity }, body.version);
        expect([200, 409]).toContain(status);
      }
    };
    const placing = Array.from({ length: 24 }, () => sales.post<OrderAnswer>(orders(), order(1)));
    const [answers] = await Promise.all([Promise.all(placing), cutting()]);
    const sold = answers.filter(({ status }) => status === 201).length;
    const { body } = await manager.get<Answer>(departure(departureId));
    expect(body.capacity - body.remaining).toBe(sold);
    expect(body.remaining).toBeGreaterThanOrEqual(0);
  });
});

describe('changing the prices', () => {
  it('is for what is not sold yet: orders keep theirs', async () => {
    const { agency, manager, sales, order, departureId } = await openDesk(world);
    const before = await sales.post<OrderAnswer>(orders(), order(1));
    const url = departure(departureId, '/prices');
    const changed = await ask(manager, 'PUT', url, { prices: adults('120000', 'agent') }, 1);
    expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
    const view = await manager.get<{ prices: object[] }>(departure(departureId));
    expect(view.body.prices).toHaveLength(2);
    const after = await sales.post<OrderAnswer>(orders(), order(1));
    const chooser = await agency.staff('branch-manager');
    const byAgent = await chooser.post<OrderAnswer>(orders(), { ...order(1), channel: 'agent' });
    const kept = await sales.get<OrderAnswer>(`${orders()}/${before.body.id}`);
    expect([kept, after, byAgent].map(({ body }) => body.total.amount)).toEqual(['100000', '120000', '1']);
    expect(byAgent.body).toMatchObject({ channel: 'agent' });
    expect(kept.body).toMatchObject({ channel: 'counter' });
    expect(await published(agency.id, 'prices-changed')).toEqual([{ departureId, currency: 'CNY' }]);
  });

  it('leaves a price for every adult', async () => {
    const { manager, departureId } = await openDesk(world);
    const prices = adults('1').map((price) => ({ ...price, channel: 'agent' }));
    expect(await ask(manager, 'PUT', departure(departureId, '/prices'), { prices }, 1)).toMatchObject({
      ...{ status: 422, body: { code: 'booking/adult-price-missing' } },
    });
  });

  it('adds what a room alone costs, as a line of its own', async () => {
    const { manager, sales, order, departureId } = await openDesk(world);
    const single = { travellerCategory: 'single-supplement', customerCategory: '*', amount: '50000' };
    const prices = [...adults('100000'), single];
    await ask(manager, 'PUT', departure(departureId, '/prices'), { prices }, 1);
    const placed = await sales.post<OrderAnswer>(orders(), { ...order(3), singleRooms: 1 });
    expect(placed.body).toMatchObject({ seats: 3, total: { amount: '350000' } });
    const { body } = await sales.get<{ lines: object[] }>(`${orders()}/${placed.body.id}`);
    expect(body.lines).toContainEqual(
      expect.objectContaining({ category: 'single-supplement', count: 1, amount: cny('50000') }),
    );
  });
});

const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('cancelling', () => {
  it('takes no more orders, ends those nobody has paid for, and leaves the others to their customers', async () => {
    const { agency, manager, sales, order, departureId } = await openDesk(world);
    const [unpaid, paid] = [
      await sales.post<OrderAnswer>(orders(), order(2)),
      await sales.post<OrderAnswer>(orders(), order(1)),
    ];
    await world.admin.query('update booking.orders set paid = 30000 where id = $1', [paid.body.id]);
    const body = { reason: '地接社无法接待', cause: 'agency' };
    const cancelled = await ask(manager, 'POST', departure(departureId, '/cancellation'), body, 1);
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    await eventually(async () => {
      const { body: ended } = await sales.get<OrderAnswer>(`${orders()}/${unpaid.body.id}`);
      expect(ended.state).toBe('cancelled');
    });
    const { body: left } = await sales.get<OrderAnswer>(`${orders()}/${paid.body.id}`);
    expect(left.state).toBe('in-review');
    expect(await sales.post(orders(), order(1))).toMatchObject({ status: 409 });
    const { body: view } = await manager.get<Answer>(departure(departureId));
    expect(view.capacity - view.remaining).toBe(1);
    expect(await published(agency.id, 'cancelled')).toMatchObject([{ departureId, cause: 'agency' }]);
    for (const change of ['/closing', '/reopening'])
      expect(await ask(manager, 'POST', departure(departureId, change), { reason }, 2)).toMatchObject({
        ...{ status: 409, body: { code: 'booking/departure-wrong-state' } },
      });
  });
});
