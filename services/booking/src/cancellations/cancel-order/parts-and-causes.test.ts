import { events } from '@yitu/contracts';
import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enterCustomer, openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';
import { createTeller } from '../../fixtures/teller.ts';

const began = Temporal.Now.instant().toString();
const clock = fixedClock(began);
let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
  teller = await createTeller(world);
});
beforeEach(() => clock.set(began));
afterAll(async () => {
  await teller.close();
  await world.close();
});

interface Money {
  readonly amount: string;
}

interface Answer {
  readonly id: string;
  readonly code?: string;
  readonly scope: string;
  readonly costState: string;
  readonly orderVersion: number;
  readonly refundDue: Money;
  readonly supplierSide: { lost: Money; result: Money } | null;
  readonly reckoning: { penalty: Money; refund: Money; compensation: Money };
}

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const inDays = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();
/** Noon some days after today, where the trips depart. */
const noonIn = (days: number) =>
  Temporal.PlainDate.from(inDays(days))
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '12:00' })
    .toInstant()
    .toString();
const reason = '客人行程有变';

/** A confirmed order of so many adults, 1,000.00 CNY each, with so much paid. */
async function confirmed(desk: Desk, adults = 3, paid = BigInt(adults) * 100_000n): Promise<string> {
  const { body } = await desk.sales.post<OrderAnswer>(booking('orders'), desk.order(adults));
  await desk.reviewer.post(booking(`orders/${body.id}/approval`), {}, at(1));
  await teller.say(desk.agency.id, events.paymentReceived, {
    ...events.paymentReceived.codec.fromJSON({}),
    ...{ orderId: body.id, amount: { amount: paid, currency: 'CNY' } },
  });
  await eventually(async () => expect((await orderOf(desk, body.id)).state).toBe('confirmed'));
  return body.id;
}

const orderOf = async ({ sales }: Desk, orderId: string) =>
  (
    await sales.get<OrderAnswer & { lines: { count: number }[]; schedule: { amount: Money }[] }>(
      booking(`orders/${orderId}`),
    )
  ).body;

/** Sends it with the version the order has now. */
async function send(desk: Desk, orderId: string, what: string, body: object, who = desk.sales) {
  const { version } = await orderOf(desk, orderId);
  return who.post<Answer>(booking(`orders/${orderId}/${what}`), { reason, ...body }, at(version));
}

const oneAdult = { part: { category: 'adult' } };

const remaining = async ({ departureId }: Desk) => {
  const { rows } = await world.admin.query<{ remaining: number }>(
    'select remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.remaining;
};

const told = async (orderId: string, noun: string) => {
  const { rows } = await world.admin.query<{ data: { amount?: Money; penalty?: Money } }>(
    `select envelope::jsonb->'data' as data from booking.outbox where aggregate_id = $1 and subject like $2 order by aggregate_version`,
    [orderId, `%.order.${noun}.v1`],
  );
  return rows.map(({ data }) => data);
};

describe('one traveller of an order', () => {
  it('is cancelled for their own penalty; seats, lines, total and what is due are those of the rest', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const id = await confirmed(desk);
    const preview = await desk.sales.get(booking(`orders/${id}/cancellation-preview?category=adult`));
    expect(preview.body).toMatchObject({
      fee: { amount: '100000' },
      penalty: { amount: '20000' },
      refund: { amount: '80000' },
    });
    const { status, body } = await send(desk, id, 'part-cancellation', oneAdult);
    expect([status, body]).toMatchObject([
      201,
      { scope: 'part', refundDue: { amount: '80000' }, reckoning: { penalty: { amount: '20000' } } },
    ]);
    expect(await orderOf(desk, id)).toMatchObject({
      ...{ state: 'confirmed', seats: 2, total: { amount: '200000' }, version: body.orderVersion },
      ...{ lines: [{ category: 'adult', count: 2, amount: { amount: '200000' } }] },
    });
    expect(await remaining(desk)).toBe(18);
    expect(await told(id, 'part-cancelled')).toMatchObject([
      {
        seatsGivenBack: 1,
        seats: 2,
        heads: 2,
        cause: 'customer',
        penalty: { amount: '20000' },
        state: 'confirmed',
      },
    ]);
    expect(await told(id, 'penalty-owed')).toMatchObject([
      { penalty: { amount: '20000' }, total: { amount: '200000' } },
    ]);
  });

  it('after the other, and the last with the order: penalties and refunds are all that was paid, each told once', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const id = await confirmed(desk);
    for (const scope of ['part', 'part', 'order'])
      expect((await send(desk, id, 'part-cancellation', oneAdult)).body.scope).toBe(scope);
    expect(await orderOf(desk, id)).toMatchObject({ state: 'cancelled' });
    expect(await remaining(desk)).toBe(20);
    expect((await told(id, 'refund-due')).map(({ amount }) => amount?.amount)).toEqual([
      '80000',
      '80000',
      '80000',
    ]);
    expect((await told(id, 'penalty-owed')).at(-1)).toMatchObject({ penalty: { amount: '60000' } });
    const { body } = await desk.sales.get<{ cancellations: Answer[] }>(booking(`orders/${id}/cancellations`));
    expect(body.cancellations.map(({ scope }) => scope)).toEqual(['part', 'part', 'order']);
  });

  it('leaves the order owed what is left: nothing goes back as long as that is not paid', async () => {
    const desk = await openDesk(world, { departsOn: inDays(20) });
    const id = await confirmed(desk, 3, 90_000n);
    const { body } = await send(desk, id, 'part-cancellation', oneAdult);
    const nothing = { amount: '0' };
    expect(body).toMatchObject({
      ...{ refundDue: nothing, reckoning: { penalty: nothing, refund: nothing, paid: nothing } },
    });
    const { schedule } = await orderOf(desk, id);
    expect(schedule.map(({ amount }) => amount.amount)).toEqual(['90000', '110000']);
  });

  it('may make the first payment suffice', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const { body: order } = await desk.sales.post<OrderAnswer>(booking('orders'), desk.order(2));
    await desk.reviewer.post(booking(`orders/${order.id}/approval`), {}, at(1));
    await world.admin.query('update booking.orders set paid = 120000 where id = $1', [order.id]);
    await send(desk, order.id, 'part-cancellation', oneAdult);
    expect(await orderOf(desk, order.id)).toMatchObject({ state: 'confirmed', total: { amount: '100000' } });
  });

  it('gives its seats to who waits for them', async () => {
    const desk = await openDesk(world, { departsOn: inDays(30), capacity: 3 });
    const id = await confirmed(desk);
    const customerId = await enterCustomer(world, desk.sales);
    const counts = [{ category: 'adult', count: 1 }];
    const waiting = await desk.sales.post<{ id: string }>(
      booking(`departures/${desk.departureId}/waiting-list`),
      { customerId, counts },
    );
    expect(waiting.status).toBe(201);
    expect(await send(desk, id, 'part-cancellation', oneAdult)).toMatchObject({ status: 201 });
    await eventually(async () =>
      expect((await desk.sales.get(booking(`waiting-entries/${waiting.body.id}`))).body).toMatchObject({
        ...{ state: 'offered', seats: 1 },
      }),
    );
    expect(await remaining(desk)).toBe(0);
  });

  it('is cancelled once by many at a time, and refused where the order has no such part', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const id = await confirmed(desk);
    const { version } = await orderOf(desk, id);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        desk.sales.post<Answer>(
          booking(`orders/${id}/part-cancellation`),
          { reason, ...oneAdult },
          at(version),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await remaining(desk)).toBe(18);
    for (const part of [{ category: 'infant' }, { category: 'adult', count: 3 }])
      expect(await send(desk, id, 'part-cancellation', { part })).toMatchObject({
        ...{ status: 422, body: { code: 'booking/no-such-part' } },
      });
  });
});

describe('a cost that was proven beyond the scale', () => {
  it('is neither kept nor refunded before somebody else has decided on it', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const provenCost = {
      amount: { amount: '90000', currency: 'CNY' },
      proof: '机票不可退，附航空公司退票单',
    };
    for (const decision of ['approved', 'refused']) {
      const id = await confirmed(desk);
      const { body } = await send(desk, id, 'part-cancellation', { ...oneAdult, provenCost });
      expect(body).toMatchObject({ costState: 'awaiting-approval', refundDue: { amount: '10000' } });
      expect(await told(id, 'penalty-owed')).toMatchObject([{ penalty: { amount: '20000' } }]);
      const decide = (who: Desk['sales']) =>
        who.post<Answer>(booking(`cancellations/${body.id}/cost-decision`), {
          decision,
          reason: '已核对凭证',
        });
      expect((await decide(desk.sales)).status).toBe(403);
      const refundDue = { amount: decision === 'approved' ? '10000' : '80000' };
      expect(await decide(desk.reviewer)).toMatchObject({
        status: 200,
        body: { costState: decision, refundDue },
      });
      expect(await decide(desk.reviewer)).toMatchObject({
        status: 409,
        body: { code: 'booking/cost-decided' },
      });
      const owed = (await told(id, 'penalty-owed')).map(({ penalty }) => penalty?.amount);
      expect(owed).toEqual(decision === 'approved' ? ['20000', '90000'] : ['20000']);
    }
  });

  it('is not approved by who cancelled', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const boss = await desk.agency.staff('branch-manager');
    const id = await confirmed(desk);
    const provenCost = { amount: { amount: '250000', currency: 'CNY' }, proof: '酒店不退' };
    const { body } = await send(desk, id, 'cancellation', { provenCost }, boss);
    const decision = { decision: 'approved', reason: '已核对' };
    const own = await boss.post(booking(`cancellations/${body.id}/cost-decision`), decision);
    expect(own).toMatchObject({ status: 403, body: { code: 'access/four-eyes' } });
  });
});

describe('the agency', () => {
  it('pays back all and compensation by its own scale; what suppliers keep stands beside it for those who may see it', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const id = await confirmed(desk);
    const loss = {
      ...{ supplier: '漓江大酒店', service: '三晚住宿' },
      ...{ cost: { amount: '50000', currency: 'CNY' }, lost: { amount: '20000', currency: 'CNY' } },
    };
    expect((await desk.sales.post(booking(`orders/${id}/supplier-losses`), loss)).status).toBe(403);
    expect((await desk.manager.post(booking(`orders/${id}/supplier-losses`), loss)).status).toBe(201);
    const preview = booking(`orders/${id}/cancellation-preview?cause=agency`);
    expect((await desk.sales.get<Answer>(preview)).body.supplierSide).toBeNull();
    expect((await desk.manager.get<Answer>(preview)).body.supplierSide).toMatchObject({
      ...{ lost: { amount: '20000' }, result: { amount: '-50000' } },
    });
    expect((await send(desk, id, 'agency-cancellation', { cause: 'agency' })).status).toBe(403);
    const more = await desk.manager.post<{ id: string }>(booking(`orders/${id}/supplier-losses`), loss);
    const withdraw = { method: 'DELETE' };
    expect((await desk.manager.ask(booking(`supplier-losses/${more.body.id}`), withdraw)).status).toBe(200);
    const { body: noted } = await desk.manager.get(booking(`orders/${id}/supplier-losses`));
    expect(noted).toMatchObject({ supplierLosses: [loss], next: null });
    const excessive = { ...loss, lost: { amount: '50001', currency: 'CNY' } };
    expect(await desk.manager.post(booking(`orders/${id}/supplier-losses`), excessive)).toMatchObject({
      ...{ status: 422, body: { code: 'booking/lost-exceeds-cost' } },
    });
    const { body } = await send(desk, id, 'agency-cancellation', { cause: 'agency' }, desk.manager);
    expect(body).toMatchObject({
      ...{ refundDue: { amount: '300000' }, supplierSide: { lost: { amount: '20000' } } },
      reckoning: { penalty: { amount: '0' }, compensation: { amount: '30000' } },
    });
    expect(await told(id, 'penalty-owed')).toMatchObject([
      { compensation: { amount: '30000' }, cause: 'agency' },
    ]);
    expect(await remaining(desk)).toBe(20);
  });

  it('keeps in force majeure what suppliers provably do not return, line by line', async () => {
    const desk = await openDesk(world, { departsOn: inDays(1) });
    const id = await confirmed(desk);
    const buyer = await desk.agency.staff('operator');
    const { body: ferry } = await buyer.post<{ id: string }>(booking('suppliers'), {
      ...{ kind: 'transport', name: { zh: '北海客运', en: 'Beihai Ferries' }, country: 'CN', city: '北海' },
    });
    const money = (amount: string) => ({ amount, currency: 'CNY' });
    const note = (lost: string, more: object) =>
      desk.manager.post<{ code: string }>(booking(`orders/${id}/supplier-losses`), {
        ...{ supplier: '北海客运', service: '船票', cost: money('90000'), lost: money(lost), ...more },
      });
    const known = { supplierId: ferry.id };
    const proof = '台风停航，船票不退，票号 18';
    expect(await note('70000', { supplierId: crypto.randomUUID(), proof })).toMatchObject({
      ...{ status: 422, body: { code: 'booking/no-such-supplier' } },
    });
    for (const more of [{ ...known, proof }, known, { proof }])
      expect((await note('70000', more)).status).toBe(201);
    await note('5000', { ...known, proof: '保险单 7', service: '保险' });
    const preview = booking(`orders/${id}/cancellation-preview?cause=force-majeure`);
    expect(await desk.manager.get(`${preview}&provenCost=1`)).toMatchObject({
      ...{ status: 422, body: { code: 'booking/cost-not-charged' } },
    });
    const { body: seen } = await desk.manager.get<{ lines: { code: string; service?: string }[] }>(preview);
    expect(seen).toMatchObject({ penalty: money('75000'), refund: money('225000') });
    expect(seen.lines.filter(({ code }) => code === 'supplier-loss')).toMatchObject([
      { service: '船票', amount: money('70000') },
      { service: '保险', amount: money('5000') },
    ]);
    const cause = { cause: 'force-majeure' };
    const free = { ...cause, provenCost: { amount: money('1'), proof } };
    expect((await send(desk, id, 'agency-cancellation', free, desk.manager)).status).toBe(400);
    const { body } = await send(desk, id, 'agency-cancellation', cause, desk.manager);
    expect(body).toMatchObject({
      ...{ refundDue: money('225000'), costState: 'awaiting-approval', proof: `${proof}\n保险单 7` },
      reckoning: { penalty: money('75000'), compensation: money('0') },
    });
  });

  it('has called the departure off: then no customer owes a penalty, and compensation is by that day', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const id = await confirmed(desk);
    const cancellation = { reason: '人数不足', cause: 'minimum-group' };
    const departure = booking(`departures/${desk.departureId}`);
    // So near its departure the group is looked at with the order confirmed.
    const { version } = await eventually(async () => {
      const { body: now } = await desk.manager.get<{ state: string; version: number }>(departure);
      expect(now.state).toBe('guaranteed');
      return now;
    });
    const before = await orderOf(desk, id);
    expect((await desk.manager.post(`${departure}/cancellation`, cancellation, at(version))).status).toBe(
      200,
    );
    // The order is told that its customer has to choose.
    await eventually(async () => expect((await orderOf(desk, id)).version).toBe(before.version + 1));
    expect(await send(desk, id, 'cancellation', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-called-off' } },
    });
    clock.set(noonIn(3));
    const { body } = await send(desk, id, 'agency-cancellation', { cause: 'agency' }, desk.manager);
    expect(body.reckoning.compensation.amount).toBe('30000');
  });
});

describe('from the day of departure on', () => {
  it('who did not come is a no-show at the share of that day; not before it, and not for those who came', async () => {
    const desk = await openDesk(world, { departsOn: inDays(10) });
    const id = await confirmed(desk);
    expect(await send(desk, id, 'no-show', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/trip-not-begun' } },
    });
    clock.set(noonIn(10));
    await teller.say(desk.agency.id, events.travellerCheckedIn, {
      ...events.travellerCheckedIn.codec.fromJSON({}),
      orderId: id,
    });
    await eventually(async () => expect((await orderOf(desk, id)).state).toBe('travelling'));
    expect(await send(desk, id, 'no-show', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/some-have-arrived' } },
    });
    expect(await send(desk, id, 'no-show', oneAdult)).toMatchObject({
      ...{
        status: 201,
        body: { refundDue: { amount: '40000' }, reckoning: { penalty: { amount: '60000' } } },
      },
    });
    expect(await orderOf(desk, id)).toMatchObject({ state: 'travelling', seats: 2 });
  });

  it('a trip that is broken off costs the share of the day and the days that were', async () => {
    const desk = await openDesk(world, { departsOn: inDays(10) });
    const id = await confirmed(desk);
    await world.admin.query(`update booking.departures set returns_on = departs_on + 3 where id = $1`, [
      desk.departureId,
    ]);
    expect(await send(desk, id, 'break-off', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/trip-not-begun' } },
    });
    clock.set(noonIn(11));
    expect(await send(desk, id, 'cancellation', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/already-departed' } },
    });
    const preview = await desk.sales.get(booking(`orders/${id}/cancellation-preview`));
    expect(preview).toMatchObject({ status: 200, body: { penalty: { amount: '210000' } } });
    expect(await send(desk, id, 'break-off', oneAdult)).toMatchObject({
      ...{
        status: 201,
        body: { refundDue: { amount: '30000' }, reckoning: { penalty: { amount: '70000' } } },
      },
    });
    clock.set(noonIn(14));
    expect(await send(desk, id, 'break-off', {})).toMatchObject({
      ...{ status: 409, body: { code: 'booking/trip-over' } },
    });
  });
});
