import { events } from '@yitu/contracts';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';
import { createTeller } from '../../fixtures/teller.ts';

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

interface Answer {
  readonly code?: string;
  readonly orderVersion: number;
  readonly refundDue: { amount: string };
  readonly reckoning: {
    penalty: { amount: string };
    refund: { amount: string };
    outstanding: { amount: string };
  };
  readonly fields?: { field: string }[];
}

const url = (path = '') => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const inDays = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();
const reason = { reason: '客人行程有变' };

/** An approved order of two, 2,000.00 CNY. */
async function approved({ sales, reviewer, order }: Desk): Promise<OrderAnswer & { holdExpiresAt: string }> {
  const { body } = await sales.post<OrderAnswer>(url(), order(2));
  const approval = url(`/${body.id}/approval`);
  return (await reviewer.post<OrderAnswer & { holdExpiresAt: string }>(approval, {}, at(1))).body;
}

const receive = ({ agency }: Desk, orderId: string, amount: bigint) =>
  teller.say(agency.id, events.paymentReceived, {
    ...events.paymentReceived.codec.fromJSON({}),
    orderId,
    amount: { amount, currency: 'CNY' },
  });

async function paid(desk: Desk, amount = 200_000n): Promise<OrderAnswer> {
  const { id } = await approved(desk);
  await receive(desk, id, amount);
  return eventually(async () => {
    const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
    expect(body.paid.amount).toBe(amount.toString());
    return body;
  });
}

const remaining = async ({ departureId }: Desk) => {
  const { rows } = await world.admin.query<{ remaining: number }>(
    'select remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.remaining;
};

const told = async (orderId: string, noun: string) => {
  const { rows } = await world.admin.query<{ envelope: string }>(
    'select envelope::text from booking.outbox where aggregate_id = $1 and subject like $2 order by aggregate_version',
    [orderId, `%.order.${noun}.v1`],
  );
  return rows.map(({ envelope }) => (JSON.parse(envelope) as { data: { amount?: { amount: string } } }).data); // events have data
};

describe('201', () => {
  it('cancels a booking: penalty by the scale, seats back, refund due and told', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const order = await paid(desk);
    const preview = await desk.sales.get<object>(url(`/${order.id}/cancellation-preview`));
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      ...{ penalty: { amount: '40000', currency: 'CNY' }, refund: { amount: '160000' }, scope: 'domestic' },
      ...{
        policyVersion: 1,
        orderVersion: order.version,
        parts: [{ category: 'adult', refund: { amount: '160000' } }],
      },
    });
    const { status, body } = await desk.sales.post<Answer>(
      url(`/${order.id}/cancellation`),
      reason,
      at(order.version),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ refundDue: { amount: '160000', currency: 'CNY' }, refunded: { amount: '0' } },
      reckoning: { penalty: { amount: '40000' }, refund: { amount: '160000' }, kept: { amount: '40000' } },
    });
    expect(await remaining(desk)).toBe(20);
    const { body: after } = await desk.sales.get<OrderAnswer>(url(`/${order.id}`));
    expect(after).toMatchObject({ state: 'cancelled', version: body.orderVersion });
    expect(await told(order.id, 'cancelled')).toMatchObject([
      { cause: 'customer', penalty: { amount: '40000' }, refund: { amount: '160000' } },
    ]);
    expect(await told(order.id, 'refund-due')).toMatchObject([
      { amount: { amount: '160000' }, kept: { amount: '40000' }, reason: 'cancelled' },
    ]);
    const read = await desk.sales.get<Answer>(url(`/${order.id}/cancellation`));
    expect(read.body).toEqual(body);
    await teller.say(desk.agency.id, events.refundPaid, {
      ...events.refundPaid.codec.fromJSON({}),
      ...{ orderId: order.id, amount: { amount: 160_000n, currency: 'CNY' } },
    });
    await eventually(async () => {
      const { body: now } = await desk.sales.get(url(`/${order.id}/cancellation`));
      expect(now).toMatchObject({ refunded: { amount: '160000' } });
    });
  });

  it('reckons by the day the notice arrived, by proven cost where that is higher, and asks for what was not paid', async () => {
    const desk = await openDesk(world, { departsOn: inDays(3) });
    const order = await approved(desk);
    const { body } = await desk.sales.post<Answer>(
      url(`/${order.id}/cancellation`),
      { ...reason, provenCost: { amount: { amount: '90000', currency: 'CNY' }, proof: '机票不可退' } },
      at(order.version),
    );
    expect(body.reckoning).toMatchObject({ penalty: { amount: '90000' }, outstanding: { amount: '90000' } });
    expect(await told(order.id, 'refund-due')).toEqual([]);
  });

  it('gives the same answer again for the same idempotency key, and the seats back once', async () => {
    const desk = await openDesk(world);
    const order = await paid(desk);
    const headers = { ...at(order.version), 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.sales.post<Answer>(url(`/${order.id}/cancellation`), reason, headers)),
    );
    const again = await desk.sales.post<Answer>(url(`/${order.id}/cancellation`), reason, headers);
    expect(answers.every(({ body }) => JSON.stringify(body) === JSON.stringify(again.body))).toBe(true);
    expect(await remaining(desk)).toBe(20);
    expect(await told(order.id, 'refund-due')).toHaveLength(1);
  });

  it('happens once, whoever cancels at the same time', async () => {
    const desk = await openDesk(world);
    const order = await paid(desk);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        desk.sales.post<Answer>(url(`/${order.id}/cancellation`), reason, at(order.version)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      201,
      ...Array<number>(7).fill(412),
    ]);
    expect(await remaining(desk)).toBe(20);
    expect(await told(order.id, 'cancelled')).toHaveLength(1);
  });

  it('makes all of it due beyond the penalty, whichever comes first: the payment or the cancellation', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const orders = await Promise.all(Array.from({ length: 6 }, () => approved(desk)));
    await Promise.all(
      orders.flatMap(({ id, version }) => [
        receive(desk, id, 150_000n),
        desk.sales.post(url(`/${id}/cancellation`), reason, at(version)),
        receive(desk, id, 50_000n),
      ]),
    );
    for (const { id } of orders)
      await eventually(async () => {
        const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
        expect(body.paid.amount).toBe('200000');
        if (body.state === 'confirmed')
          await desk.sales.post(url(`/${id}/cancellation`), reason, at(body.version));
        const dues = (await told(id, 'refund-due')).map(({ amount }) => BigInt(amount?.amount ?? 0));
        expect(dues.reduce((sum, one) => sum + one, 0n)).toBe(160_000n);
      });
    expect(await remaining(desk)).toBe(20);
  });
});

describe('a hold that ends while the order is cancelled', () => {
  it('and the cancellation: one of them happens, the seats go back once', async () => {
    const desk = await openDesk(world);
    const orders = await Promise.all(Array.from({ length: 6 }, () => approved(desk)));
    const answers = await Promise.all(
      orders.map(async ({ id, version, holdExpiresAt }) => {
        const message = { orderId: id, holdExpiresAt };
        const [, answer] = await Promise.all([
          teller.say(desk.agency.id, events.holdExpiryDue, message),
          desk.sales.post(url(`/${id}/cancellation`), reason, at(version)),
        ]);
        return { id, done: answer.status === 201 };
      }),
    );
    for (const { id, done } of answers)
      await eventually(async () => {
        const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
        expect(body.state).toBe(done ? 'cancelled' : 'expired');
      });
    expect(await remaining(desk)).toBe(20);
  });
});

describe('an order whose hold has ended', () => {
  it('is cancelled no more', async () => {
    const desk = await openDesk(world);
    const { id, holdExpiresAt } = await approved(desk);
    await teller.say(desk.agency.id, events.holdExpiryDue, { orderId: id, holdExpiresAt });
    await eventually(async () => {
      const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
      expect(body.state).toBe('expired');
      const cancelled = await desk.sales.post(url(`/${id}/cancellation`), reason, at(body.version));
      expect(cancelled).toMatchObject({ status: 409, body: { code: 'booking/wrong-state' } });
    });
    expect(await remaining(desk)).toBe(20);
  });
});

describe('a payment for an order that has expired', () => {
  it('is due to go back whole', async () => {
    const desk = await openDesk(world);
    const { id } = await approved(desk);
    await teller.say(desk.agency.id, events.tripEnded, {
      operationsSheetId: id,
      departureId: desk.departureId,
    });
    await eventually(async () => {
      expect((await desk.sales.get<OrderAnswer>(url(`/${id}`))).body.state).toBe('expired');
    });
    await receive(desk, id, 70_000n);
    await eventually(async () => {
      expect(await told(id, 'refund-due')).toMatchObject([
        { amount: { amount: '70000' }, reason: 'paid-after-end' },
      ]);
    });
  });
});

describe('4xx', () => {
  it('403 without the permission, 404 elsewhere, 412 for an old version', async () => {
    const desk = await openDesk(world);
    const order = await paid(desk);
    const cancel = (staff: Desk['sales'], version = order.version) =>
      staff.post<Answer>(url(`/${order.id}/cancellation`), reason, at(version));
    expect((await cancel(desk.manager)).status).toBe(403);
    expect((await cancel((await openDesk(world)).sales)).status).toBe(404);
    const franchise = await desk.agency.openBranch('franchise');
    expect((await cancel(await desk.agency.staff('sales', franchise))).status).toBe(404);
    expect((await cancel(desk.sales, order.version - 1)).status).toBe(412);
  });

  it('409 before the approval and after the end, 404 where nothing was cancelled', async () => {
    const desk = await openDesk(world);
    const { body: order } = await desk.sales.post<OrderAnswer>(url(), desk.order(1));
    const cancel = () => desk.sales.post<Answer>(url(`/${order.id}/cancellation`), reason, at(1));
    expect(await cancel()).toMatchObject({ status: 409, body: { code: 'booking/wrong-state' } });
    const preview = await desk.sales.get(url(`/${order.id}/cancellation-preview`));
    expect(preview).toMatchObject({ status: 409, body: { code: 'booking/wrong-state' } });
    expect((await desk.sales.get(url(`/${order.id}/cancellation`))).status).toBe(404);
  });

  it('409 where the customer agreed to another penalty, 422 for a notice out of time or another currency', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const order = await approved(desk);
    const cancel = (change: object) =>
      desk.sales.post<Answer>(url(`/${order.id}/cancellation`), { ...reason, ...change }, at(order.version));
    const agreed = (amount: string, currency = 'CNY') => cancel({ agreedPenalty: { amount, currency } });
    expect(await agreed('0')).toMatchObject({ status: 409, body: { code: 'booking/penalty-changed' } });
    expect(await agreed('40000', 'USD')).toMatchObject({
      status: 422,
      body: { code: 'booking/currency-differs' },
    });
    for (const noticeArrivedAt of ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'])
      expect(await cancel({ noticeArrivedAt })).toMatchObject({
        status: 422,
        body: { code: 'booking/notice-out-of-time', errors: [{ field: '/body/noticeArrivedAt' }] },
      });
    expect(await cancel({ refund: '1' })).toMatchObject({ status: 400 });
    expect((await agreed('40000')).status).toBe(201);
  });
});
