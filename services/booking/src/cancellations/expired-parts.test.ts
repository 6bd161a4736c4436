import { events } from '@yitu/contracts';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { nights, openQuotingDesk } from '../fixtures/quoting.ts';
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

interface Money {
  readonly amount: string;
}
interface Answer {
  readonly id: string;
  readonly refundDue: Money;
  readonly reckoning: { readonly fee: Money; readonly parts: { readonly fee: Money }[] };
}

const url = (path: string) => `${world.url('booking')}/v1/${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const reason = '客人行程有变';

/** Three adults at 1,000.00 who travel in five days: a fifth of a price is owed for who cancels. Approved, with some of it paid. */
async function partlyPaid(desk: Desk, paid: bigint): Promise<string> {
  const { body } = await desk.sales.post<OrderAnswer>(url('orders'), desk.order(3));
  expect((await desk.reviewer.post(url(`orders/${body.id}/approval`), {}, at(1))).status).toBe(200);
  if (paid > 0n) await pay(desk, body.id, paid);
  return body.id;
}
async function pay(desk: Desk, orderId: string, amount: bigint): Promise<void> {
  const before = BigInt((await orderOf(desk, orderId)).paid.amount);
  await teller.say(desk.agency.id, events.paymentReceived, {
    ...events.paymentReceived.codec.fromJSON({}),
    ...{ orderId, amount: { amount, currency: 'CNY' } },
  });
  await eventually(async () =>
    expect((await orderOf(desk, orderId)).paid.amount).toBe((before + amount).toString()),
  );
}
const orderOf = async ({ sales }: Desk, orderId: string) =>
  (await sales.get<OrderAnswer>(url(`orders/${orderId}`))).body;
async function cancelOne(desk: Desk, orderId: string, changes: object = {}): Promise<Answer> {
  const { version } = await orderOf(desk, orderId);
  const body = { reason, part: { category: 'adult' }, ...changes };
  const answer = await desk.sales.post<Answer>(url(`orders/${orderId}/part-cancellation`), body, at(version));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
/** The hold's time is over as far as the message tells that waits in the outbox. */
async function expire(desk: Desk, orderId: string): Promise<void> {
  await world.admin.query(
    `update booking.outbox set not_before = now() where aggregate_id = $1 and subject like '%hold-expiry-due%' and published_at is null`,
    [orderId],
  );
  await eventually(async () => expect((await orderOf(desk, orderId)).state).toBe('expired'));
}
/** What finance is told to pay back. */
const goesBack = async (orderId: string) => {
  const { rows } = await world.admin.query<{ amount: string }>(
    `select envelope::jsonb->'data'->'amount'->>'amount' as amount from booking.outbox
     where aggregate_id = $1 and subject like '%order.refund-due.v1' order by aggregate_version`,
    [orderId],
  );
  return rows.map(({ amount }) => amount);
};

describe('an order of which a part was cancelled, and whose hold expires', () => {
  it('gives back what was paid but for the penalty of the part', async () => {
    const desk = await openDesk(world, { departsOn: later(5) });
    const id = await partlyPaid(desk, 50_000n);
    await cancelOne(desk, id);
    await expire(desk, id);
    expect(await goesBack(id)).toEqual(['30000']);
  });

  it('gives back what comes in after it', async () => {
    const desk = await openDesk(world, { departsOn: later(5) });
    const id = await partlyPaid(desk, 0n);
    await cancelOne(desk, id);
    await expire(desk, id);
    await pay(desk, id, 200_000n);
    expect(await goesBack(id)).toEqual(['180000']);
  });

  it('gives back what was kept for a cost that is refused afterwards', async () => {
    const desk = await openDesk(world, { departsOn: later(5) });
    const id = await partlyPaid(desk, 60_000n);
    const provenCost = { amount: { amount: '50000', currency: 'CNY' }, proof: '酒店不退' };
    const { id: cancellationId } = await cancelOne(desk, id, { provenCost });
    await expire(desk, id);
    expect(await goesBack(id)).toEqual(['10000']);
    const decision = { decision: 'refused', reason: '凭证不足' };
    const manager = await desk.agency.staff('branch-manager');
    const refused = await manager.post(url(`cancellations/${cancellationId}/cost-decision`), decision);
    expect(refused.status).toBe(200);
    expect(await goesBack(id)).toEqual(['10000', '30000']);
  });
});

describe('the cancellation of an order with a quotation’s discount', () => {
  it('says of each line what it cost: they add up to the order', async () => {
    const desk = await openQuotingDesk(world);
    const name = { zh: '优惠', en: 'Discount' };
    const discounts = [{ kind: 'percent', value: '1000', name }];
    const quotation = await desk.accepted({ lines: [nights('30000')], discounts });
    const { body: order } = await desk.step(quotation, 'order');
    await desk.reviewer.post(url(`orders/${order.id}/approval`), {}, at(1));
    const preview = await desk.sales.get<Answer['reckoning'] & { reckoning?: Answer['reckoning'] }>(
      url(`orders/${order.id}/cancellation-preview`),
    );
    const { fee, parts } = preview.body.reckoning ?? preview.body;
    const sum = parts.reduce((total, part) => total + BigInt(part.fee.amount), 0n);
    expect([fee.amount, sum]).toEqual(['234000', 234_000n]);
  });
});
