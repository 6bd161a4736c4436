import { events } from '@yitu/contracts';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../fixtures/catalogue.ts';
import { enterCustomer, openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';
import { registerShopper } from '../../fixtures/shopper.ts';
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

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });

/** A campaign that takes 100.00 CNY off, with one code. */
async function open({ manager }: Desk, changes: object = {}) {
  const code = `O-${crypto.randomUUID()}`.slice(0, 20).toUpperCase();
  const { body } = await manager.post<{ id: string }>(booking('coupon-campaigns'), {
    ...{
      name: { zh: '春游季', en: 'Spring' },
      kind: 'fixed',
      value: '10000',
      currency: 'CNY',
      totalLimit: 100,
    },
    ...{ validFrom: later(-1), validTo: later(30), codes: [code], ...changes },
  });
  const used = async () => {
    const { rows } = await world.admin.query<{
      campaign: number;
      code: number;
      customers: number;
      kept: number;
    }>(
      `select redeemed as campaign, (select redeemed from booking.coupon_codes where campaign_id = $1) as code,
         (select coalesce(sum(used), 0)::integer from booking.coupon_uses where campaign_id = $1) as customers,
         (select count(*)::integer from booking.coupon_redemptions where campaign_id = $1 and given_back_at is null) as kept
       from booking.coupon_campaigns where id = $1`,
      [body.id],
    );
    expect(new Set(Object.values(rows[0] ?? {})).size).toBe(1);
    return rows[0]?.campaign;
  };
  return { code, used };
}

const place = (
  desk: Desk,
  coupons: readonly string[],
  customerId = desk.customerId,
  by: Staff = desk.sales,
) => by.post<OrderAnswer & { code?: string }>(booking('orders'), { ...desk.order(1), customerId, coupons });

const approve = async ({ reviewer }: Desk, { id }: { id: string }) =>
  (await reviewer.post<OrderAnswer>(booking(`orders/${id}/approval`), {}, at(1))).body;

const remaining = async ({ departureId }: Desk) => {
  const sql = 'select remaining from booking.departures where id = $1';
  return (await world.admin.query<{ remaining: number }>(sql, [departureId])).rows[0]?.remaining;
};

describe('a coupon of an order', () => {
  it('is reserved with the seats, off the price, and free again when the order ends before it is confirmed', async () => {
    const desk = await openDesk(world);
    const { code, used } = await open(desk);
    const { status, body } = await place(desk, [code.toLowerCase()]);
    expect([status, body.total.amount, await used()]).toEqual([201, '90000', 1]);
    const { body: detail } = await desk.sales.get<{ lines: object[] }>(booking(`orders/${body.id}`));
    expect(detail.lines).toMatchObject([{ discount: { amount: '10000' }, amount: { amount: '90000' } }]);
    await desk.sales.ask(booking(`orders/${body.id}`), { method: 'DELETE', headers: at(1) });
    expect(await used()).toBe(0);
    const again = await place(desk, [code]);
    const { version } = await approve(desk, again.body);
    const cancelled = await desk.sales.post(
      booking(`orders/${again.body.id}/cancellation`),
      { reason: '不去了' },
      at(version),
    );
    expect([cancelled.status, await used()]).toEqual([201, 0]);
  });

  it('is redeemed when the order is confirmed: it stays used when the customer cancels afterwards', async () => {
    const desk = await openDesk(world);
    const { code, used } = await open(desk);
    const { body } = await place(desk, [code]);
    await approve(desk, body);
    await teller.say(desk.agency.id, events.paymentReceived, {
      ...events.paymentReceived.codec.fromJSON({}),
      ...{ orderId: body.id, amount: { amount: 90_000n, currency: 'CNY' } },
    });
    const confirmed = await eventually(async () => {
      const found = await desk.sales.get<OrderAnswer>(booking(`orders/${body.id}`));
      expect(found.body.state).toBe('confirmed');
      return found.body;
    });
    const url = booking(`orders/${body.id}/cancellation`);
    await desk.sales.post(url, { reason: '不去了' }, at(confirmed.version));
    expect(await used()).toBe(1);
    const seen = await desk.sales.get(booking(`orders/${body.id}`));
    expect(seen.body).toMatchObject({ coupons: [{ code, givenBack: false }] });
  });

  it('stays with an order that is changed, which asks for no less than it did', async () => {
    const desk = await openDesk(world);
    const { code, used } = await open(desk, { minimumAmount: '200000' });
    const two = { ...desk.order(2), coupons: [code] };
    const { body } = await desk.sales.post<OrderAnswer>(booking('orders'), two);
    const counts = (count: number) => ({ counts: [{ category: 'adult', count }] });
    const edit = (count: number, version: number) =>
      desk.sales.put<OrderAnswer>(booking(`orders/${body.id}`), counts(count), version);
    expect((await edit(3, 1)).body.total.amount).toBe('290000');
    const seen = await desk.sales.get(booking(`orders/${body.id}`));
    expect(seen.body).toMatchObject({ coupons: [{ code, givenBack: false }] });
    expect(await edit(1, 2)).toMatchObject({
      status: 422,
      body: { code: 'booking/coupon-does-not-apply', errors: [{ rule: 'minimum-amount' }] },
    });
    expect(await used()).toBe(1);
  });

  it('is the customer’s own to use, as often as they may', async () => {
    const desk = await openDesk(world);
    const { code, used } = await open(desk);
    const shopper = await registerShopper(world, teller, desk.agency);
    const wanted = {
      ...{ departureId: desk.departureId, counts: [{ category: 'adult', count: 1 }], coupons: [code] },
    };
    const first = await shopper.post<OrderAnswer>(booking('own-orders'), wanted);
    expect([first.status, first.body.total.amount]).toEqual([201, '90000']);
    expect(await shopper.post(booking('own-orders'), wanted)).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/body/coupons/0', rule: 'per-customer' }] },
    });
    expect(await used()).toBe(1);
  });

  it.each([
    { seats: 20, quota: 3, orders: 3, refused: 'booking/coupons-used-up' },
    { seats: 2, quota: 5, orders: 2, refused: 'booking/not-enough-seats' },
  ])('is taken with its seat or not at all: $quota coupons, $seats seats, ten at once', async (given) => {
    const desk = await openDesk(world, { capacity: given.seats });
    const one = await open(desk, { totalLimit: given.quota, stackable: true });
    const other = await open(desk, { stackable: true });
    const customers = await Promise.all(Array.from({ length: 10 }, () => enterCustomer(world, desk.sales)));
    const codes = [one.code, other.code];
    const answers = await Promise.all(
      customers.map((id, index) => place(desk, index % 2 === 0 ? codes : codes.toReversed(), id)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(given.orders);
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    // Whoever finds it used up already is told by the look before.
    expect(refused.every((code) => code === given.refused || code === 'booking/coupon-does-not-apply')).toBe(
      true,
    );
    expect(await remaining(desk)).toBe(given.seats - given.orders);
    expect([await one.used(), await other.used()]).toEqual([given.orders, given.orders]);
  });

  it('is used by one customer no more often than they may, however many orders are placed at once', async () => {
    const desk = await openDesk(world);
    const { code, used } = await open(desk, { perCustomer: 2 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => place(desk, [code])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect([await used(), await remaining(desk)]).toEqual([2, 18]);
  });
});
