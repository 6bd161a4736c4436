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

const url = (path = '') => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const reason = { reason: '客人行程有变' };

type Approved = OrderAnswer & { holdExpiresAt: string };

async function approved({ sales, reviewer, order }: Desk): Promise<Approved> {
  const { body } = await sales.post<OrderAnswer>(url(), order(2));
  return (await reviewer.post<Approved>(url(`/${body.id}/approval`), {}, at(1))).body;
}

/** Waits until so many statements wait for a lock in this world's database. */
const waiting = (count: number) =>
  eventually(async () => {
    const { rows } = await world.admin.query<{ waiting: number }>(
      `select count(*)::integer as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows[0]?.waiting).toBe(count);
  });

/** Lets both come to the order's row while it is locked, the first before the second; then lets them go, in the order they came. */
async function inThisOrder<First, Second>(
  orderId: string,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const holder = await world.admin.connect();
  try {
    await holder.query('begin');
    await holder.query('select from booking.orders where id = $1 for update', [orderId]);
    const one = first();
    await waiting(1);
    const other = second();
    await waiting(2);
    await holder.query('commit');
    return await Promise.all([one, other]);
  } finally {
    holder.release();
  }
}

const outcome = async (desk: Desk, id: string) => {
  const { rows } = await world.admin.query<{ remaining: number; told: string[] }>(
    `select remaining, (select array_agg(split_part(subject, '.', 5) order by subject) from booking.outbox
       where aggregate_id = $2 and subject similar to '%.order.(cancelled|expired|refund-due|part-cancelled).v1') as told
     from booking.departures where id = $1`,
    [desk.departureId, id],
  );
  const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
  return { state: body.state, ...rows[0] };
};

describe('a hold that ends and a cancellation that wait for the same order', () => {
  const expiry = ({ agency }: Desk, { id: orderId, holdExpiresAt }: Approved) =>
    teller.say(agency.id, events.holdExpiryDue, { orderId, holdExpiresAt });

  it('the cancellation first: the order is cancelled, the end of the hold changes nothing', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const [cancelled] = await inThisOrder(
      order.id,
      () => desk.sales.post(url(`/${order.id}/cancellation`), reason, at(order.version)),
      () => expiry(desk, order),
    );
    expect(cancelled.status).toBe(201);
    await waiting(0);
    expect(await outcome(desk, order.id)).toEqual({ state: 'cancelled', remaining: 20, told: ['cancelled'] });
  });

  it('the end of the hold first: the order has expired, the cancellation is refused', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const [, cancelled] = await inThisOrder(
      order.id,
      () => expiry(desk, order),
      () => desk.sales.post(url(`/${order.id}/cancellation`), reason, at(order.version)),
    );
    expect(cancelled.status).toBe(412);
    expect(await outcome(desk, order.id)).toEqual({ state: 'expired', remaining: 20, told: ['expired'] });
  });

  it('a traveller is cancelled first: the hold of the rest still ends, and all seats come back once', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const part = { ...reason, part: { category: 'adult' } };
    const [cancelled] = await inThisOrder(
      order.id,
      () => desk.sales.post(url(`/${order.id}/part-cancellation`), part, at(order.version)),
      () => expiry(desk, order),
    );
    expect(cancelled.status).toBe(201);
    await eventually(async () =>
      expect(await outcome(desk, order.id)).toEqual({
        ...{ state: 'expired', remaining: 20, told: ['expired', 'part-cancelled'] },
      }),
    );
  });
});

describe('a payment and a cancellation that wait for the same order', () => {
  const payment = ({ agency }: Desk, { id: orderId }: Approved) =>
    teller.say(agency.id, events.paymentReceived, {
      ...events.paymentReceived.codec.fromJSON({}),
      ...{ orderId, amount: { amount: 200_000n, currency: 'CNY' } },
    });

  it.each(['payment', 'cancellation'] as const)(
    'the %s first: all of it goes back, told once',
    async (first) => {
      const desk = await openDesk(world);
      const order = await approved(desk);
      const cancel = () => desk.sales.post(url(`/${order.id}/cancellation`), reason, at(order.version));
      const pay = () => payment(desk, order);
      await (first === 'payment' ? inThisOrder(order.id, pay, cancel) : inThisOrder(order.id, cancel, pay));
      await eventually(async () => {
        const { body } = await desk.sales.get<OrderAnswer>(url(`/${order.id}`));
        expect(body.paid.amount).toBe('200000');
        if (body.state === 'confirmed')
          await desk.sales.post(url(`/${order.id}/cancellation`), reason, at(body.version));
        expect(await outcome(desk, order.id)).toEqual({
          ...{ state: 'cancelled', remaining: 20, told: ['cancelled', 'refund-due'] },
        });
      });
    },
  );
});
