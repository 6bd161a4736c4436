import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import { enterCustomer, type OrderAnswer } from '../fixtures/desk.ts';
import { openQuotingDesk, type QuotingDesk } from '../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const codes = () => [`C-${crypto.randomUUID()}`.slice(0, 20).toUpperCase()];
const campaign = (changes: object = {}) => ({
  ...{ name: { zh: '春游季', en: 'Spring' }, kind: 'fixed', value: '5000', currency: 'CNY', totalLimit: 100 },
  ...{ validFrom: later(-1), validTo: later(30), codes: codes(), ...changes },
});

interface Campaign {
  readonly id: string;
  readonly redeemed: number;
  readonly version: number;
  readonly code?: string;
}

async function open({ manager }: QuotingDesk, changes: object = {}) {
  const wanted = campaign(changes);
  const { status, body } = await manager.post<Campaign>(booking('coupon-campaigns'), wanted);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const redeemed = async () => {
    const found = await manager.get<Campaign & { codes: { redeemed: number }[] }>(
      booking(`coupon-campaigns/${body.id}`),
    );
    return [found.body.redeemed, found.body.codes.reduce((sum, code) => sum + code.redeemed, 0)];
  };
  return { ...body, code: wanted.codes[0] ?? '', redeemed };
}

describe('a coupon', () => {
  it('is redeemed when the quotation is sent, and stays so with its order', async () => {
    const desk = await openQuotingDesk(world);
    const { code, redeemed } = await open(desk);
    const { body } = await desk.quote({ coupons: [code.toLowerCase()] });
    expect(body).toMatchObject({
      ...{ total: { amount: '255000' } },
      content: { steps: [{ kind: 'coupon', before: '260000', reduction: '5000', after: '255000' }] },
    });
    expect(await redeemed()).toEqual([0, 0]);
    const sent = await desk.step(body, 'sending');
    expect(await redeemed()).toEqual([1, 1]);
    await desk.step((await desk.step(sent.body, 'acceptance')).body, 'order');
    expect(await redeemed()).toEqual([1, 1]);
  });

  it('takes off a share up to its cap', async () => {
    const desk = await openQuotingDesk(world);
    const { code } = await open(desk, { kind: 'percent', value: '1000', cap: '7777' });
    expect((await desk.quote({ coupons: [code] })).body.total.amount).toBe('252223');
  });

  it('is never redeemed more often than there are, however many ask at once', async () => {
    const desk = await openQuotingDesk(world);
    const { code, redeemed } = await open(desk, { totalLimit: 3 });
    const customers = await Promise.all(Array.from({ length: 9 }, () => enterCustomer(world, desk.sales)));
    const drafts = await Promise.all(
      customers.map((customerId) => desk.quote({ customerId, coupons: [code] })),
    );
    const sent = await Promise.all(drafts.map(({ body }) => desk.step(body, 'sending')));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = sent.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 booking/coupons-used-up']),
    );
    expect(await redeemed()).toEqual([3, 3]);
  });

  it('is redeemed by one customer as often as they may, at once too', async () => {
    const desk = await openQuotingDesk(world);
    const { code, redeemed } = await open(desk, { perCustomer: 2 });
    const drafts = await Promise.all(Array.from({ length: 6 }, () => desk.quote({ coupons: [code] })));
    const sent = await Promise.all(drafts.map(({ body }) => desk.step(body, 'sending')));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await redeemed()).toEqual([2, 2]);
    expect((await desk.quote({ coupons: [code] })).body.errors).toMatchObject([
      { field: '/body/coupons/0', rule: 'per-customer' },
    ]);
  });

  it.each([
    [
      'declined',
      async (desk: QuotingDesk, sent: { id: string; version: number }) => {
        await desk.step(sent, 'declination', desk.sales, { reason: '不去了' });
      },
    ],
    [
      'revised',
      async (desk: QuotingDesk, { id, version }: { id: string; version: number }) => {
        const { customerId: _customer, ...again } = desk.draft() as Record<string, unknown>;
        await desk.sales.put(booking(`quotations/${id}`), again, version);
      },
    ],
    [
      'withdrawn as an order',
      async (desk: QuotingDesk, sent: { id: string; version: number }) => {
        const { body } = await desk.step((await desk.step(sent, 'acceptance')).body, 'order');
        await desk.sales.ask(booking(`orders/${body.id}`), {
          method: 'DELETE',
          headers: { 'if-match': '"1"' },
        });
      },
    ],
  ])('comes back, once, when the quotation is %s', async (_how, end) => {
    const desk = await openQuotingDesk(world);
    const { code, redeemed } = await open(desk, { totalLimit: 1 });
    const sent = await desk.step((await desk.quote({ coupons: [code] })).body, 'sending');
    expect(await redeemed()).toEqual([1, 1]);
    await end(desk, sent.body);
    expect(await redeemed()).toEqual([0, 0]);
    const next = await desk.step((await desk.quote({ coupons: [code] })).body, 'sending');
    expect(next.status).toBe(200);
  });

  it('stays used when the customer cancels what was approved', async () => {
    const desk = await openQuotingDesk(world);
    const { code, redeemed } = await open(desk);
    const { body: order } = await desk.step(await desk.accepted({ coupons: [code] }), 'order');
    const path = `orders/${order.id}`;
    const approved = await desk.reviewer.post<OrderAnswer>(
      booking(`${path}/approval`),
      {},
      { 'if-match': '"1"' },
    );
    const cancelled = await desk.sales.post(
      ...([booking(`${path}/cancellation`), { reason: '临时有事' }] as const),
      { 'if-match': `"${approved.body.version}"` },
    );
    expect(cancelled.status).toBe(201);
    expect(await redeemed()).toEqual([1, 1]);
  });

  it.each([
    [{ currency: 'USD' }, 'currency'],
    [{ minimumAmount: '260001' }, 'minimum-amount'],
    [{ productIds: [crypto.randomUUID()] }, 'product'],
    [{ productKinds: ['visa'] }, 'product-kind'],
    [{ validFrom: later(1) }, 'validity'],
    [{ validTo: later(-1) }, 'validity'],
  ])('of a campaign with %j is refused by the rule %s', async (changes, rule) => {
    const desk = await openQuotingDesk(world);
    const { code } = await open(desk, changes);
    const answer = await desk.quote({ coupons: [code] });
    expect(answer).toMatchObject({
      ...{
        status: 422,
        body: { code: 'booking/coupon-does-not-apply', errors: [{ field: '/body/coupons/0', rule }] },
      },
    });
  });

  it('goes with others only where both may', async () => {
    const desk = await openQuotingDesk(world);
    const [alone, one, two] = [
      await open(desk),
      await open(desk, { stackable: true }),
      await open(desk, { stackable: true }),
    ];
    expect((await desk.quote({ coupons: [one.code, alone.code] })).body.errors).toMatchObject([
      { field: '/body/coupons/1', rule: 'stackable' },
    ]);
    expect((await desk.quote({ coupons: [one.code, two.code] })).body.total.amount).toBe('250000');
  });
});

describe('a campaign', () => {
  it('is ended by those who open them, and nothing is redeemed after that', async () => {
    const desk = await openQuotingDesk(world);
    const { id, code, version } = await open(desk);
    const { body: draft } = await desk.quote({ coupons: [code] });
    const end = (by: typeof desk.sales) =>
      by.post<Campaign>(booking(`coupon-campaigns/${id}/end`), {}, { 'if-match': `"${version}"` });
    expect(await end(desk.sales)).toMatchObject({ status: 403 });
    expect(await end(desk.manager)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await desk.step(draft, 'sending')).toMatchObject({ body: { code: 'booking/coupons-used-up' } });
    expect((await desk.quote({ coupons: [code] })).body.errors).toMatchObject([{ rule: 'active' }]);
  });

  it.each([
    [{ kind: 'percent', value: '10001' }, '/body/value'],
    [{ cap: '1' }, '/body/cap'],
    [{ validTo: later(-2) }, '/body/validTo'],
  ])('with %j is refused at %s', async (changes, field) => {
    const { manager } = await openQuotingDesk(world);
    const answer = await manager.post<{ errors: object[] }>(booking('coupon-campaigns'), campaign(changes));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('has codes that no other has', async () => {
    const desk = await openQuotingDesk(world);
    const { code } = await open(desk);
    const again = await desk.manager.post(
      booking('coupon-campaigns'),
      campaign({ codes: [code.toLowerCase()] }),
    );
    expect(again).toMatchObject({ status: 409, body: { code: 'booking/coupon-code-taken' } });
  });
});
