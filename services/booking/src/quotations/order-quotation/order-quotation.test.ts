import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderAnswer } from '../../fixtures/desk.ts';
import { nights, openQuotingDesk } from '../../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const figures = async (agencyId: string, departureId: string) => {
  const { rows } = await world.admin.query<{ remaining: number; orders: number }>(
    `select remaining, (select count(*)::integer from booking.orders where agency_id = $1) as orders from booking.departures where id = $2`,
    [agencyId, departureId],
  );
  return rows[0];
};
const name = { zh: '优惠', en: 'Discount' };

describe('an order of a quotation', () => {
  it('has the quotation’s price, line by line, whatever the departure costs by then', async () => {
    const { accepted, step, sales, manager, departureId, agency } = await openQuotingDesk(world);
    const quotation = await accepted({
      ...{ lines: [nights('30001')], discounts: [{ kind: 'percent', value: '333', name }] },
    });
    const prices = [{ travellerCategory: 'adult', customerCategory: '*', amount: '999999' }];
    expect(await manager.put(booking(`departures/${departureId}/prices`), { prices }, 1)).toMatchObject({
      status: 200,
    });
    const { status, body } = await step(quotation, 'order');
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'in-review', total: quotation.total });
    const order = await sales.get<{ lines: { category: string; amount: { amount: string } }[] }>(
      booking(`orders/${body.id}`),
    );
    const lines = order.body.lines;
    expect(lines.map(({ category }) => category).toSorted()).toEqual(['adult', 'quoted-extras']);
    const sum = lines.reduce((total, { amount }) => total + BigInt(amount.amount), 0n);
    expect(sum.toString()).toBe(quotation.total.amount);
    const found = await sales.get(booking(`quotations?orderId=${body.id}`));
    expect(found).toMatchObject({
      body: { quotations: [{ id: quotation.id, state: 'ordered', orderId: body.id }] },
    });
    expect(await figures(agency.id, departureId)).toEqual({ remaining: 18, orders: 1 });
  });

  it('keeps what was quoted beside line by line: one of them is cancelled like any other part', async () => {
    const { accepted, step, sales, reviewer } = await openQuotingDesk(world);
    const transfer = {
      kind: 'transfer',
      text: { zh: '接送机', en: 'Transfer' },
      count: 1,
      unitPrice: '20000',
    };
    const { body: placed } = await step(await accepted({ lines: [nights('30000'), transfer] }), 'order');
    const url = booking(`orders/${placed.id}`);
    const approved = await reviewer.post<OrderAnswer>(`${url}/approval`, {}, { 'if-match': '"1"' });
    const asked = 'cause=customer&category=quoted-extras&place=1&count=1';
    const { body: preview } = await sales.get<{ penalty: object; fee: object }>(
      `${url}/cancellation-preview?${asked}`,
    );
    expect(preview).toMatchObject({
      fee: { amount: '30000' },
      parts: [{ category: 'quoted-extras', place: 1, count: 1, text: { zh: '漓江大瀑布饭店双床房' } }],
    });
    const part = { category: 'quoted-extras', place: 1, count: 1 };
    const cancelled = await sales.post(
      `${url}/part-cancellation`,
      { reason: '不住酒店', part, agreedPenalty: preview.penalty },
      { 'if-match': `"${approved.body.version}"` },
    );
    expect(cancelled).toMatchObject({ status: 201, body: { reckoning: { fee: { amount: '30000' } } } });
    const { body: order } = await sales.get<{ lines: object[] }>(url);
    expect(order).toMatchObject({ total: { amount: '250000' }, seats: 2, state: 'awaiting-payment' });
    expect(order.lines).toMatchObject([
      { category: 'adult', place: 0, text: null },
      { category: 'quoted-extras', place: 1, text: { en: 'Twin room, Lijiang Waterfall Hotel' }, count: 1 },
      { category: 'quoted-extras', place: 2, text: { zh: '接送机' }, amount: { amount: '20000' } },
    ]);
  });

  it('is placed once, however many ask at the same time', async () => {
    const { accepted, step, agency, departureId } = await openQuotingDesk(world);
    const quotation = await accepted();
    const answers = await Promise.all(Array.from({ length: 12 }, () => step(quotation, 'order')));
    const statuses = answers.map(({ status }) => status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([201, ...Array.from({ length: 11 }, () => 412)]);
    expect(await figures(agency.id, departureId)).toEqual({ remaining: 18, orders: 1 });
  });

  it('is the same for the same idempotency key', async () => {
    const { accepted, sales, agency, departureId } = await openQuotingDesk(world);
    const { id, version } = await accepted();
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() };
    const ask = () => sales.post<OrderAnswer>(booking(`quotations/${id}/order`), {}, headers);
    const first = await ask();
    expect(await ask()).toMatchObject({ status: 201, body: first.body });
    expect(await figures(agency.id, departureId)).toEqual({ remaining: 18, orders: 1 });
  });

  it('leaves the quotation accepted where the seats are gone, so that it can be ordered when they are back', async () => {
    const { accepted, step, sales, order } = await openQuotingDesk(world, 2);
    const quotation = await accepted();
    const { body: taken } = await sales.post<OrderAnswer>(booking('orders'), order(1));
    expect(await step(quotation, 'order')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/not-enough-seats' } },
    });
    await sales.ask(booking(`orders/${taken.id}`), { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect(await step(quotation, 'order')).toMatchObject({ status: 201 });
  });

  it('asks for an accepted quotation with a departure', async () => {
    const { quote, step, accepted, manager, customerId } = await openQuotingDesk(world);
    const { body } = await quote();
    expect(await step(body, 'order')).toMatchObject({
      status: 409,
      body: { code: 'booking/quotation-state' },
    });
    const free = await accepted({ customerId, departureId: undefined, counts: [], currency: 'CNY' });
    expect(await step(free, 'order')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/quoted-without-departure' } },
    });
    expect(await step(free, 'order', manager)).toMatchObject({ status: 403 });
  });

  it('keeps the quotation’s price: it is not changed, also by who does not see the quotation any more', async () => {
    const { accepted, step, sales, agency } = await openQuotingDesk(world);
    const { body: order } = await step(await accepted(), 'order');
    const edit = () =>
      sales.put(booking(`orders/${order.id}`), { counts: [{ category: 'adult', count: 1 }] }, 1);
    const refused = { status: 409, body: { code: 'booking/order-was-quoted' } };
    expect(await edit()).toMatchObject(refused);
    const elsewhere = await agency.openBranch();
    await world.admin.query('update booking.quotations set branch_id = $1 where agency_id = $2', [
      elsewhere,
      agency.id,
    ]);
    expect(await edit()).toMatchObject(refused);
    expect((await sales.get(booking(`orders/${order.id}`))).body).toMatchObject({ total: order.total });
  });

  it('goes on like any other: approved, with its whole amount in the schedule', async () => {
    const { accepted, step, reviewer } = await openQuotingDesk(world);
    const { body: order } = await step(await accepted(), 'order');
    const approved = await reviewer.post<OrderAnswer>(
      booking(`orders/${order.id}/approval`),
      {},
      { 'if-match': '"1"' },
    );
    expect(approved).toMatchObject({ status: 200, body: { state: 'awaiting-payment' } });
    const detail = await reviewer.get<{ schedule: { amount: { amount: string } }[] }>(
      booking(`orders/${order.id}`),
    );
    const due = detail.body.schedule.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
    expect(due).toBe(260_000n);
    const preview = await reviewer.get(booking(`orders/${order.id}/cancellation-preview`));
    expect(preview).toMatchObject({ status: 200, body: { fee: { amount: '260000' } } });
  });
});
