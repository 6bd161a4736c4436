import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, figuresOf, setDates, told } from '../fixtures/allotment.ts';
import { later } from '../fixtures/catalogue.ts';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const version = (given: number) => ({ 'if-match': `"${given}"` });
const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
const consent = { by: 'telephone', on: today, text: '同意改到下一个团期，费用不变' };

/** So many orders for two, with money on them, on a departure that was cancelled. */
async function cancelled(orders: number, { cause = 'minimum-group', inDays = 60 } = {}) {
  const departsOn = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: inDays }).toString();
  const desk = await openDesk(world, { departsOn });
  const placed = await Promise.all(
    Array.from({ length: orders }, () => desk.sales.post<OrderAnswer>(booking('orders'), desk.order(2))),
  );
  const ids = placed.map(({ body }) => body.id);
  await world.admin.query(
    `update booking.orders set state = 'confirmed', paid = 60000, hold_expires_at = null where id = any ($1)`,
    [ids],
  );
  const cancellation = { reason: '人数不足', cause };
  await desk.manager.post(booking(`departures/${desk.departureId}/cancellation`), cancellation, version(1));
  // Each order is told that its customer has to choose.
  await eventually(async () => {
    const { rows } = await world.admin.query(
      'select from booking.orders where id = any ($1) and version = 2',
      [ids],
    );
    expect(rows).toHaveLength(orders);
  });
  return { ...desk, ids, orderId: ids[0] ?? '' };
}

const choose = ({ sales }: Desk, orderId: string, body: object, headers: Record<string, string> = {}) =>
  sales.post<{ code: string }>(
    booking(`orders/${orderId}/group-choices`),
    { consent, ...body },
    {
      ...version(2),
      ...headers,
    },
  );

const seats = async (departureId: string) => {
  const { rows } = await world.admin.query<{ sold: number; remaining: number }>(
    'select capacity - remaining as sold, remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0];
};

/** Units of two nights, taken for an order on the days of its departure. */
const takeNights = async ({ manager }: Desk, orderId: string) => {
  const allotmentId = await contract(world, manager);
  const nights = { from: later(60), to: later(61) };
  expect((await setDates(world, manager, allotmentId, { ...nights, quantity: 5 })).status).toBe(200);
  const path = booking(`allotments/${allotmentId}/takings`);
  const taken = await manager.post<{ id: string }>(path, { ...nights, quantity: 2, orderId });
  expect(taken.status).toBe(201);
  return { allotmentId, takingId: taken.body.id };
};

describe('what was taken of allotments for an order that moves', () => {
  it.each(['transfer', 'postponement'])(
    'goes back with a %s, though nobody has been told of the call-off yet',
    async (choice) => {
      const desk = await openDesk(world, { departsOn: later(60) });
      const { body: order } = await desk.sales.post<OrderAnswer>(booking('orders'), desk.order(2));
      const { allotmentId, takingId } = await takeNights(desk, order.id);
      expect(await figuresOf(world, desk.manager, allotmentId)).toEqual(['2/0/3 open', '2/0/3 open']);
      const targetDepartureId = await scheduleLater(desk);
      await world.admin.query(
        `update booking.departures set state = 'cancelled', cancelled_at = now(), cancel_cause = 'agency' where id = $1`,
        [desk.departureId],
      );
      const chosen = await choose(desk, order.id, { choice, targetDepartureId }, version(1));
      expect(chosen.status).toBe(201);
      expect(await figuresOf(world, desk.manager, allotmentId)).toEqual(['0/0/5 open', '0/0/5 open']);
      const { rows } = await world.admin.query(
        'select end_cause from booking.allotment_takings where id = $1',
        [takingId],
      );
      expect(rows).toEqual([{ end_cause: 'departure-cancelled' }]);
      // What is taken for the new days stays.
      const again = await takeNights(desk, order.id);
      expect(await told(world, desk.agency.id, 'allotment-taking.ended')).toHaveLength(1);
      expect(await figuresOf(world, desk.manager, again.allotmentId)).toEqual(['2/0/3 open', '2/0/3 open']);
    },
  );
});

/** Another departure of the same product, a week later. */
const scheduleLater = async ({ manager, departureId }: Desk): Promise<string> => {
  const { body } = await manager.get<{ productId: string }>(booking(`departures/${departureId}`));
  const departure = {
    ...{
      productId: body.productId,
      groupNumber: crypto.randomUUID().slice(0, 20),
      capacity: 9,
      currency: 'CNY',
    },
    ...{ departsOn: later(67), returnsOn: later(68) },
    prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '100000' }],
  };
  const { body: made } = await manager.post<{ id: string }>(booking('departures'), departure);
  return made.id;
};

describe('what a customer chooses after their departure was cancelled', () => {
  it('moves their order with its seats and its price to another departure, with their consent', async () => {
    const desk = await cancelled(1);
    const { agency, sales, manager, orderId, departureId } = desk;
    const target = await scheduleDeparture(world, manager);
    const chosen = await choose(desk, orderId, { choice: 'transfer', targetDepartureId: target });
    expect(chosen).toMatchObject({
      status: 201,
      body: { orderId, departureId, consent, choice: 'transfer' },
    });
    expect(await sales.get(booking(`orders/${orderId}`))).toMatchObject({
      body: { departureId: target, state: 'confirmed', total: { amount: '200000' }, version: 3 },
    });
    expect([await seats(departureId), await seats(target)]).toMatchObject([{ sold: 0 }, { sold: 2 }]);
    // The terms of cancelling stay those the order was placed under, whatever the other product's are.
    await world.admin.query(
      `insert into booking.cancellation_policies (agency_id, id, product_id, version, valid_from, home_country, refund_within_working_days, domestic, outbound, set_by)
       select agency_id, gen_random_uuid(), product_id, 2, '2020-01-01', 'CN', 5, $2, $2, gen_random_uuid() from booking.departures where id = $1`,
      [
        target,
        JSON.stringify({
          byCustomer: [{ fromDays: 0, share: 10_000 }],
          byAgency: [{ fromDays: 0, share: 0 }],
        }),
      ],
    );
    expect(await sales.get(booking(`orders/${orderId}/cancellation-preview`))).toMatchObject({
      body: { policySource: 'built-in', penalty: { amount: '0' } },
    });
    const { rows } = await world.admin.query<{ data: object }>(
      `select envelope::jsonb->'data' as data from booking.outbox where agency_id = $1 and subject like '%order.group-choice-recorded.v1'`,
      [agency.id],
    );
    expect(rows).toMatchObject([
      { data: { orderId, departureId, choice: 'transfer', targetDepartureId: target } },
    ]);
    const { rows: calledOff } = await world.admin.query<{ data: object }>(
      `select envelope::jsonb->'data' as data from booking.outbox where agency_id = $1 and subject like '%order.departure-called-off.v1'`,
      [agency.id],
    );
    const chooseBy = Temporal.PlainDate.from(today).add({ days: 7 }).toString();
    expect(calledOff).toMatchObject([{ data: { orderId, departureId, cause: 'minimum-group', chooseBy } }]);
    expect(JSON.stringify(rows)).not.toContain(consent.text);
    expect(await sales.get(booking(`orders/${orderId}/group-choices`))).toMatchObject({
      body: { choices: [{ choice: 'transfer', targetDepartureId: target, consent }] },
    });
  });

  it('never sells the other departure beyond its seats when many move at once', async () => {
    const desk = await cancelled(6);
    const target = await scheduleDeparture(world, desk.manager, { capacity: 7 });
    const answers = await Promise.all(
      desk.ids.map((orderId) => choose(desk, orderId, { choice: 'transfer', targetDepartureId: target })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...[201, 201, 201],
      ...[409, 409, 409],
    ]);
    expect([await seats(target), await seats(desk.departureId)]).toMatchObject([
      ...[{ remaining: 1, sold: 6 }, { sold: 6 }],
    ]);
  });

  it('is recorded once, however often and at once it is sent', async () => {
    const desk = await cancelled(1);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const refund = () => choose(desk, desk.orderId, { choice: 'refund' }, key);
    const answers = await Promise.all([refund(), refund(), refund()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { body } = await desk.sales.get<OrderAnswer>(booking(`orders/${desk.orderId}`));
    expect(body.state).toBe('cancelled');
    const other = await choose(desk, desk.orderId, { choice: 'refund' }, version(body.version));
    expect(other).toMatchObject({ status: 409, body: { code: 'booking/wrong-state' } });
    expect(await seats(desk.departureId)).toMatchObject({ sold: 0 });
  });

  it('as a refund is all they paid, with compensation where they were told late', async () => {
    for (const [cause, compensation] of [
      ['minimum-group', '30000'],
      ['force-majeure', '0'],
    ] as const) {
      const desk = await cancelled(1, { cause, inDays: 2 });
      expect(await choose(desk, desk.orderId, { choice: 'refund' })).toMatchObject({ status: 201 });
      expect(await desk.sales.get(booking(`orders/${desk.orderId}/cancellation`))).toMatchObject({
        body: {
          refundDue: { amount: '60000' },
          reckoning: { penalty: { amount: '0' }, compensation: { amount: compensation } },
        },
      });
    }
  });

  it('is refused for a trip that takes place, a target that does not go with it, and whoever may not', async () => {
    const desk = await cancelled(1);
    const { agency, sales, manager, orderId } = desk;
    const elsewhere = await scheduleDeparture(world, manager);
    const postponed = await choose(desk, orderId, { choice: 'postponement', targetDepartureId: elsewhere });
    expect(postponed).toMatchObject({ status: 422, body: { code: 'booking/target-departure' } });
    const unknown = { choice: 'transfer', targetDepartureId: crypto.randomUUID() };
    expect(await choose(desk, orderId, unknown)).toMatchObject({
      ...{ status: 422, body: { code: 'booking/no-such-departure' } },
    });
    const standing = { ...desk.order(1), departureId: elsewhere };
    const { body } = await sales.post<OrderAnswer>(booking('orders'), standing);
    expect(await choose(desk, body.id, { choice: 'refund' }, version(1))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-takes-place' } },
    });
    const guide = { ...desk, sales: await agency.staff('guide') };
    expect(await choose(guide, orderId, { choice: 'refund' })).toMatchObject({ status: 403 });
    const stranger = { ...desk, sales: await (await world.foundAgency()).staff('sales') };
    expect(await choose(stranger, orderId, { choice: 'refund' })).toMatchObject({ status: 404 });
    const partner = await agency.staff('sales', await agency.openBranch('franchise'));
    expect(await choose({ ...desk, sales: partner }, orderId, { choice: 'refund' })).toMatchObject({
      status: 404,
    });
  });
});
