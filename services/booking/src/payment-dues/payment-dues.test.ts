import { events } from '@yitu/contracts';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
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

interface Detail extends OrderAnswer {
  readonly productId: string;
  readonly schedule: {
    kind: string;
    state: string;
    dueOn: string;
    amount: { amount: string };
    outstanding: { amount: string };
  }[];
  readonly standing: Record<'outstanding' | 'overdue' | 'excess', { amount: string }> & {
    readonly next: { kind: string } | null;
  };
}

const url = (path = '') => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const detail = async (desk: Desk, { id }: { id: string }) =>
  (await desk.sales.get<Detail>(url(`/orders/${id}`))).body;

const agencyRules = { holdMinutes: 30, depositPercent: 30, depositDueDays: 3, balanceDueDaysBefore: 15 };
const setRules = async (desk: Desk, rules: object) => {
  const { status } = await desk.manager.put(url('/rules'), { ...agencyRules, ...rules }, 1);
  expect(status).toBe(200);
};

/** An approved order of two: 600.00 CNY deposit, 1,400.00 balance. */
async function approved(desk: Desk): Promise<OrderAnswer> {
  const { body } = await desk.sales.post<OrderAnswer>(url('/orders'), desk.order(2));
  const answer = await desk.reviewer.post<OrderAnswer>(url(`/orders/${body.id}/approval`), {}, at(1));
  expect(answer.status).toBe(200);
  return answer.body;
}

const receive = ({ agency }: Desk, { id: orderId }: OrderAnswer, amount: bigint) =>
  teller.say(agency.id, events.paymentReceived, {
    ...events.paymentReceived.codec.fromJSON({}),
    ...{ orderId, amount: { amount, currency: 'CNY' } },
  });

const paidUp = (desk: Desk, order: OrderAnswer, amount: bigint) =>
  eventually(async () => {
    const now = await detail(desk, order);
    expect(now.paid.amount).toBe(amount.toString());
    return now;
  });

/** Sends a timer of an order now, as if its time were over. */
const due = (
  order: OrderAnswer,
  timer: string,
  { overdue = false, notOn = 'none' }: { overdue?: boolean; notOn?: string } = {},
) =>
  world.admin.query(
    `update booking.outbox set not_before = now() where aggregate_id = $1 and subject like $2 and published_at is null
       and envelope::text like $3 and envelope::text not like $4`,
    [
      ...[order.id, `tmr.%.booking.order.${timer}.v1`, overdue ? '%"overdue":true%' : '%'],
      `%"dueOn":"${notOn}"%`,
    ],
  );

const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();

const callOff = async ({ manager, departureId }: Desk) => {
  const cancellation = { reason: '人数不足', cause: 'minimum-group' };
  const { status } = await manager.post(url(`/departures/${departureId}/cancellation`), cancellation, at(1));
  expect(status).toBe(200);
};

interface Told {
  readonly data: Record<string, unknown> & { amount?: { amount: string } };
}

const told = async ({ id }: { id: string }, what: string) => {
  const { rows } = await world.admin.query<{ envelope: string }>(
    'select envelope from booking.outbox where aggregate_id = $1 and subject like $2 order by aggregate_version',
    [id, `evt.%.booking.order.${what}.v1`],
  );
  return rows.map(({ envelope }) => (JSON.parse(envelope) as Told).data); // CloudEvents
};

const sumDue = async (order: OrderAnswer) =>
  (await told(order, 'refund-due')).reduce((sum, { amount }) => sum + BigInt(amount?.amount ?? 0), 0n);

describe('payments towards an order', () => {
  it('stand in its detail: paid, partly paid, next, outstanding', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await receive(desk, order, 50_000n);
    expect(await paidUp(desk, order, 50_000n)).toMatchObject({
      state: 'awaiting-payment',
      schedule: [
        { kind: 'deposit', state: 'partly-paid', outstanding: { amount: '10000' } },
        { kind: 'balance', state: 'open', outstanding: { amount: '140000' } },
      ],
      standing: { outstanding: { amount: '150000' }, overdue: { amount: '0' }, next: { kind: 'deposit' } },
    });
    await receive(desk, order, 10_000n);
    expect(await paidUp(desk, order, 60_000n)).toMatchObject({
      ...{ state: 'confirmed', standing: { next: { kind: 'balance' }, excess: { amount: '0' } } },
    });
  });

  it('that do not make up the deposit are due to go back when the hold ends', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await receive(desk, order, 50_000n);
    await paidUp(desk, order, 50_000n);
    await due(order, 'hold-expiry-due');
    await eventually(async () => expect((await detail(desk, order)).state).toBe('expired'));
    expect(await told(order, 'refund-due')).toMatchObject([
      { amount: { amount: '50000' }, reason: 'expired' },
    ]);
    await receive(desk, order, 10_000n);
    await paidUp(desk, order, 60_000n);
    expect(await sumDue(order)).toBe(60_000n);
  });

  it('beyond the total are due to go back once, however many come at once', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await Promise.all(Array.from({ length: 12 }, () => receive(desk, order, 30_000n)));
    const now = await paidUp(desk, order, 360_000n);
    expect(now).toMatchObject({ state: 'confirmed', standing: { excess: { amount: '160000' } } });
    expect(await sumDue(order)).toBe(160_000n);
    expect((await told(order, 'overpaid')).at(-1)).toMatchObject({
      ...{ excess: { amount: '160000', currency: 'CNY' }, handling: 'refund' },
    });
  });

  it('beyond the total stay with the order where the rules say so', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { overpayment: 'credit' });
    const order = await approved(desk);
    await receive(desk, order, 230_000n);
    await paidUp(desk, order, 230_000n);
    expect(await told(order, 'overpaid')).toMatchObject([
      { handling: 'credit', excess: { amount: '30000' } },
    ]);
    expect(await told(order, 'refund-due')).toEqual([]);
  });

  it('beyond the total do not lower what a cancellation pays back', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await receive(desk, order, 250_000n);
    const { version } = await paidUp(desk, order, 250_000n);
    const cancelled = await desk.sales.post(
      url(`/orders/${order.id}/cancellation`),
      { reason: '客人行程有变' },
      at(version),
    );
    expect(cancelled).toMatchObject({ status: 201, body: { refundDue: { amount: '250000' } } });
    expect(await sumDue(order)).toBe(250_000n);
  });
});

describe('what is due', () => {
  it('is reminded of while it has not come in, and not after', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { depositGraceDays: 2 });
    const order = await approved(desk);
    await receive(desk, order, 20_000n);
    await paidUp(desk, order, 20_000n);
    await due(order, 'payment-reminder-due', { overdue: true });
    const reminded = await eventually(async () => {
      const all = await told(order, 'payment-reminded');
      expect(all).toHaveLength(2); // of deposit and balance
      return all.find(({ kind }) => kind === 'deposit');
    });
    const day = Temporal.PlainDate.from(String(reminded?.['dueOn']));
    expect(reminded).toMatchObject({
      ...{ overdue: true, outstanding: { amount: '40000', currency: 'CNY' } },
      graceUntil: day.add({ days: 2 }).toString(),
    });
    await receive(desk, order, 180_000n);
    await paidUp(desk, order, 200_000n);
    await due(order, 'payment-reminder-due');
    await eventually(async () => {
      const { rows } = await world.admin.query(
        `select from booking.outbox where aggregate_id = $1 and subject like '%payment-reminder-due.v1' and published_at is null`,
        [order.id],
      );
      expect(rows).toEqual([]);
    });
    await settled(desk, order);
    expect(await told(order, 'payment-reminded')).toHaveLength(2);
  });

  it('is reminded of at the hour the agency has set', async () => {
    const desk = await openDesk(world);
    const rules = { reminderHour: 18, departingDays: 7 };
    expect((await desk.manager.put(url('/reminder-rules'), rules, 1)).status).toBe(200);
    const { id } = await approved(desk);
    const { rows } = await world.admin.query<{ at: Date; dueOn: string }>(
      `select not_before as at, envelope::jsonb->'data'->>'dueOn' as "dueOn" from booking.outbox
       where aggregate_id = $1 and subject like 'tmr.%.payment-reminder-due.v1' and not envelope::text like '%"overdue":true%'`,
      [id],
    );
    const hours = rows.map(({ at, dueOn }) => [dueOn, at.toISOString()]);
    expect(hours).toEqual(rows.map(({ dueOn }) => [dueOn, `${dueOn}T10:00:00.000Z`]));
    expect(hours).toHaveLength(2);
  });

  it('is reminded of as the full amount where it is paid in one part', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { depositPercent: 100 });
    const order = await approved(desk);
    await due(order, 'payment-reminder-due');
    await eventually(async () =>
      expect((await told(order, 'payment-reminded'))[0]).toMatchObject({
        kind: 'all',
        outstanding: { amount: '200000' },
      }),
    );
  });

  it('is flagged for a person when the balance has not come in after its grace', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    await paidUp(desk, order, 60_000n);
    await due(order, 'balance-release-due');
    await eventually(async () =>
      expect(await told(order, 'balance-flagged')).toMatchObject([{ outstanding: { amount: '140000' } }]),
    );
    expect((await detail(desk, order)).state).toBe('confirmed');
  });

  it('cancels the order where the rules say so: its seats and what is paid beyond the penalty go back', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { balanceOverdue: 'cancel' });
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    await paidUp(desk, order, 60_000n);
    await due(order, 'balance-release-due');
    await eventually(async () => expect((await detail(desk, order)).state).toBe('cancelled'));
    expect(await told(order, 'refund-due')).toMatchObject([
      { amount: { amount: '60000' }, reason: 'cancelled' },
    ]);
    // Nothing of its schedule is owed any more.
    expect(await detail(desk, order)).toMatchObject({
      schedule: [{ state: 'paid' }, { state: 'lapsed', outstanding: { amount: '0' } }],
      standing: { outstanding: { amount: '0' }, overdue: { amount: '0' }, next: null },
    });
    const { body } = await desk.sales.get(url(`/orders/${order.id}/cancellation`));
    expect(body).toMatchObject({ cancelledBy: null, reason: '', reckoning: { cause: 'unpaid' } });
    const { rows } = await world.admin.query('select remaining from booking.departures where id = $1', [
      desk.departureId,
    ]);
    expect(rows).toEqual([{ remaining: 20 }]);
  });

  it('is neither reminded of nor released once the departure is called off', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { balanceOverdue: 'cancel' });
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    await paidUp(desk, order, 60_000n);
    await callOff(desk);
    await due(order, 'payment-reminder-due');
    await due(order, 'balance-release-due');
    await settled(desk, order);
    expect(await told(order, 'payment-reminded')).toEqual([]);
    expect(await told(order, 'balance-flagged')).toEqual([]);
    expect((await detail(desk, order)).state).toBe('confirmed');
  });

  it('is open again when its payment is taken back: reminded of, told to the author, and released by the rule', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { balanceOverdue: 'cancel' });
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    await paidUp(desk, order, 60_000n);
    await teller.say(desk.agency.id, events.paymentReversed, {
      ...events.paymentReversed.codec.fromJSON({}),
      ...{ orderId: order.id, amount: { amount: 60_000n, currency: 'CNY' } },
    });
    const [deposit] = (await paidUp(desk, order, 0n)).schedule;
    expect(deposit).toMatchObject({ kind: 'deposit', state: 'open', outstanding: { amount: '60000' } });
    expect(await told(order, 'payment-taken-back')).toMatchObject([
      {
        ...{ authorId: desk.sales.userId, dueOn: deposit?.dueOn },
        ...{ amount: { amount: '60000' }, outstanding: { amount: '200000' } },
      },
    ]);
    await due(order, 'balance-release-due', { notOn: (await detail(desk, order)).schedule[1]?.dueOn ?? '' });
    await eventually(async () => expect((await detail(desk, order)).state).toBe('cancelled'));
  });

  it('has a new day when it is taken back after its own', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    await paidUp(desk, order, 60_000n);
    await world.admin.query(
      `update booking.payment_dues set due_on = due_on - 30 where order_id = $1 and kind = 'deposit'`,
      [order.id],
    );
    await teller.say(desk.agency.id, events.paymentReversed, {
      ...events.paymentReversed.codec.fromJSON({}),
      ...{ orderId: order.id, amount: { amount: 10_000n, currency: 'CNY' } },
    });
    const [deposit] = (await paidUp(desk, order, 50_000n)).schedule;
    const dueOn = Temporal.PlainDate.from(today).add({ days: 3 }).toString();
    expect(deposit).toMatchObject({ dueOn, state: 'partly-paid', outstanding: { amount: '10000' } });
    await due(order, 'payment-reminder-due');
    await eventually(async () =>
      expect(await told(order, 'payment-reminded')).toContainEqual(
        expect.objectContaining({ kind: 'deposit', dueOn }),
      ),
    );
  });

  it('has the days of the departure the order was postponed to, and is reminded of on those alone', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { balanceOverdue: 'cancel' });
    const order = await approved(desk);
    await receive(desk, order, 60_000n);
    const { productId } = await paidUp(desk, order, 60_000n);
    const departsOn = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 120 }).toString();
    const later = await desk.manager.post<{ id: string }>(url('/departures'), {
      ...{ productId, groupNumber: crypto.randomUUID().slice(0, 20), capacity: 9, currency: 'CNY' },
      ...{ departsOn, returnsOn: departsOn },
      prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '150000' }],
    });
    await callOff(desk);
    await eventually(async () => expect(await told(order, 'departure-called-off')).toHaveLength(1));
    const { version } = await detail(desk, order);
    const consent = { by: 'telephone', on: today, text: '同意延期，费用不变' };
    const choice = { choice: 'postponement', targetDepartureId: later.body.id, consent };
    const chosen = await desk.sales.post(url(`/orders/${order.id}/group-choices`), choice, at(version));
    expect(chosen.status).toBe(201);
    const balanceOn = Temporal.PlainDate.from(departsOn).subtract({ days: 15 }).toString();
    expect(await told(order, 'group-choice-recorded')).toMatchObject([
      {
        ...{ departsOn, returnsOn: departsOn, orderState: 'confirmed' },
        openDues: [{ kind: 'balance', dueOn: balanceOn, amount: { amount: '140000' } }],
      },
    ]);
    expect((await detail(desk, order)).schedule).toMatchObject([
      { kind: 'deposit', state: 'paid' },
      { kind: 'balance', dueOn: balanceOn, amount: { amount: '140000' } },
    ]);
    const ofOldDays = { notOn: balanceOn };
    await due(order, 'payment-reminder-due', ofOldDays);
    await due(order, 'balance-release-due', ofOldDays);
    await settled(desk, order);
    expect(await told(order, 'payment-reminded')).toEqual([]);
    expect((await detail(desk, order)).state).toBe('confirmed');
    await due(order, 'payment-reminder-due');
    await eventually(async () =>
      expect((await told(order, 'payment-reminded'))[0]).toMatchObject({ kind: 'balance', dueOn: balanceOn }),
    );
    await due(order, 'balance-release-due');
    await eventually(async () => expect((await detail(desk, order)).state).toBe('cancelled'));
  });

  it('either releases the order or has come in, when both happen at once', async () => {
    const desk = await openDesk(world);
    await setRules(desk, { balanceOverdue: 'cancel' });
    const orders: OrderAnswer[] = [];
    for (let count = 0; count < 4; count++) orders.push(await approved(desk));
    await Promise.all(orders.map((order) => receive(desk, order, 60_000n)));
    await Promise.all(orders.map((order) => paidUp(desk, order, 60_000n)));
    await Promise.all(
      orders.flatMap((order) => [due(order, 'balance-release-due'), receive(desk, order, 140_000n)]),
    );
    for (const order of orders) {
      const { state } = await paidUp(desk, order, 200_000n);
      await settled(desk, order);
      const now = await detail(desk, order);
      expect([state, now.state]).toEqual([now.state, now.state]);
      expect(await sumDue(order)).toBe(now.state === 'cancelled' ? 200_000n : 0n);
    }
  });
});

/** Every message of an order whose time has come was sent and received. */
const settled = (desk: Desk, order: OrderAnswer) =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      `select o.id from booking.outbox o where o.agency_id = $1 and o.aggregate_id = $2 and o.subject like 'tmr.%' and (o.published_at is not null or o.not_before <= now())
         and not exists (select from booking.inbox i where i.agency_id = o.agency_id and i.event_id = o.id)`,
      [desk.agency.id, order.id],
    );
    expect(rows).toEqual([]);
  });

describe("a product's terms of payment", () => {
  const terms = { depositPercent: 50, depositDueDays: 1, balanceDueDaysBefore: 30 };

  it("go before the agency's for orders approved from then on, until they are taken away", async () => {
    const desk = await openDesk(world);
    const { productId } = await detail(desk, await approved(desk));
    const path = url(`/products/${productId}/payment-terms`);
    expect(await desk.manager.get(path)).toMatchObject({ status: 200, body: { terms: null, version: 1 } });
    expect(await desk.manager.put(path, { terms }, 1)).toMatchObject({
      status: 200,
      body: { terms, version: 2 },
    });
    const schedule = async () => {
      const order = await detail(desk, await approved(desk));
      return order.schedule.map(({ amount }) => amount.amount);
    };
    expect(await schedule()).toEqual(['100000', '100000']);
    expect((await desk.manager.put(path, { terms: null }, 1)).status).toBe(412);
    expect((await desk.manager.put(path, { terms: null }, 2)).status).toBe(200);
    expect(await schedule()).toEqual(['60000', '140000']);
  });

  it('are set once by two at once, by those who may, for products of theirs', async () => {
    const desk = await openDesk(world);
    const { productId } = await detail(desk, await approved(desk));
    const path = url(`/products/${productId}/payment-terms`);
    const answers = await Promise.all([1, 2].map(() => desk.manager.put(path, { terms }, 1)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412]);
    expect((await desk.sales.put(path, { terms }, 2)).status).toBe(403);
    const other = await openDesk(world);
    expect((await other.manager.put(path, { terms }, 2)).status).toBe(404);
    expect(await desk.manager.put(path, { terms: { ...terms, depositPercent: 101 } }, 2)).toMatchObject({
      status: 400,
    });
  });
});
