import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { registerShopper, type Shopper } from '../fixtures/shopper.ts';
import { createTeller } from '../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;

interface Detail extends OrderAnswer {
  readonly departureId: string;
  readonly productId: string;
  readonly calledOff: { cause: string; chooseBy: string } | null;
}

const read = async (shopper: Shopper, orderId: string) =>
  (await shopper.get<Detail>(url(`/orders/${orderId}`))).body;

/** An order which the staff made for a customer, paid for in part, on a departure that was called off. */
async function calledOff() {
  const desk = await openDesk(world);
  const shopper = await registerShopper(world, teller, desk.agency);
  const account = await desk.agency.staff('account-manager');
  const wanted = { ...desk.order(2), customerId: shopper.customerId };
  const { body: order } = await account.post<OrderAnswer>(url('/orders'), wanted);
  await world.admin.query(
    `update booking.orders set state = 'confirmed', paid = 60000, hold_expires_at = null where id = $1`,
    [order.id],
  );
  expect((await read(shopper, order.id)).calledOff).toBeNull();
  const cancellation = { reason: '人数不足', cause: 'minimum-group' };
  const cancelled = await desk.manager.post(
    url(`/departures/${desk.departureId}/cancellation`),
    cancellation,
    { 'if-match': '"1"' },
  );
  expect(cancelled.status).toBe(200);
  await eventually(async () => expect((await read(shopper, order.id)).version).toBe(2));
  return { desk, shopper, order };
}

const choose = async (shopper: Shopper, orderId: string, body: object) => {
  const { version } = await read(shopper, orderId);
  return shopper.post<{ code: string }>(url(`/own-orders/${orderId}/group-choices`), body, {
    'if-match': `"${version}"`,
  });
};

/** Another departure of the order's product. */
async function another({ manager }: Desk, productId: string, days: number): Promise<string> {
  const { body } = await manager.post<{ id: string }>(url('/departures'), {
    ...{ productId, groupNumber: crypto.randomUUID().slice(0, 20), capacity: 9, currency: 'CNY' },
    ...{ departsOn: later(days), returnsOn: later(days) },
    prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '100000' }],
  });
  return body.id;
}

describe('a customer whose departure was called off', () => {
  it('finds that on their order and postpones it themselves, which is recorded as their own act', async () => {
    const { desk, shopper, order } = await calledOff();
    const { calledOff: off, productId } = await read(shopper, order.id);
    expect(off).toMatchObject({ cause: 'minimum-group', chooseBy: later(7) });
    const elsewhere = await scheduleDeparture(world, desk.manager);
    expect(
      await choose(shopper, order.id, { choice: 'transfer', targetDepartureId: elsewhere }),
    ).toMatchObject({ status: 422, body: { code: 'booking/target-departure' } });
    const target = await another(desk, productId, 90);
    const chosen = await choose(shopper, order.id, { choice: 'postponement', targetDepartureId: target });
    expect(chosen).toMatchObject({
      status: 201,
      body: {
        ...{ choice: 'postponement', targetDepartureId: target, recordedBy: shopper.userId },
        consent: { by: 'portal', on: later(0) },
      },
    });
    expect(await read(shopper, order.id)).toMatchObject({
      ...{ departureId: target, state: 'confirmed', calledOff: null, total: { amount: '200000' } },
    });
    const { rows } = await world.admin.query<{ sold: number }>(
      'select capacity - remaining as sold from booking.departures where id = any ($1) order by departs_on',
      [[desk.departureId, target]],
    );
    expect(rows).toEqual([{ sold: 0 }, { sold: 2 }]);
    expect(await choose(shopper, order.id, { choice: 'refund' })).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-takes-place' } },
    });
  });

  it('takes all their money back', async () => {
    const { shopper, order } = await calledOff();
    expect((await choose(shopper, order.id, { choice: 'refund' })).status).toBe(201);
    expect((await read(shopper, order.id)).state).toBe('cancelled');
    expect(await shopper.get(url(`/orders/${order.id}/cancellation`))).toMatchObject({
      body: { refundDue: { amount: '60000' }, reason: '', reckoning: { penalty: { amount: '0' } } },
    });
  });

  it('chooses for no order of another', async () => {
    const { desk, order } = await calledOff();
    const stranger = await registerShopper(world, teller, desk.agency);
    const path = url(`/own-orders/${order.id}/group-choices`);
    const refund = { choice: 'refund' };
    expect((await stranger.post(path, refund, { 'if-match': '"2"' })).status).toBe(404);
    expect((await desk.sales.post(path, refund, { 'if-match': '"2"' })).status).toBe(403);
  });
});
