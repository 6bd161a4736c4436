import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentDate, done, openDesk, pay, type Desk, type SoldOrder } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

interface RefundAnswer {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: { amount: string };
  readonly state: string;
  readonly version: number;
  readonly code?: string;
}

const url = (path = '') => `${world.url('finance')}/v1/refunds${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });

/** Cancels on the day of departure, for 60 % of the price. */
async function cancel({ sales }: Desk, { id }: SoldOrder): Promise<void> {
  const order = `${world.url('booking')}/v1/orders/${id}`;
  await eventually(async () => {
    const { version, state } = await done<{ version: number; state: string }>(sales.get(order));
    if (state !== 'cancelled')
      await done(sales.post(`${order}/cancellation`, { reason: '客人生病' }, at(version)));
  });
}

const refundsOf = async ({ finance }: Desk, { id }: SoldOrder) =>
  (await done<{ refunds: RefundAnswer[] }>(finance.get(url(`?orderId=${id}`)))).refunds;

const refundedTo = (desk: Desk, order: SoldOrder, total: bigint) =>
  eventually(async () => {
    const refunds = await refundsOf(desk, order);
    expect(refunds.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n)).toBe(total);
    return refunds;
  });

const account = async ({ id }: SoldOrder) => {
  const { rows } = await world.admin.query<{ received: string; refunded: string }>(
    'select received::text, refunded::text from finance.order_accounts where order_id = $1',
    [id],
  );
  return rows[0];
};

/** Three adults, 3,000.00 CNY, paid in three payments. */
async function soldAndPaid(desk: Desk) {
  const order = await desk.sell(3);
  const payments = [];
  for (const amount of ['100000', '150000', '50000']) payments.push(await pay(world, desk, order, amount));
  await eventually(async () => {
    const { paid } = await done<{ paid: { amount: string } }>(
      desk.sales.get(`${world.url('booking')}/v1/orders/${order.id}`),
    );
    expect(paid.amount).toBe('300000');
  });
  return { order, payments };
}

describe('the refund of a cancelled order', () => {
  it('is recorded over its payments, newest first, paid once, and told back', async () => {
    const desk = await openDesk(world);
    const { order, payments } = await soldAndPaid(desk);
    await cancel(desk, order);
    const [second, first] = await refundedTo(desk, order, 120_000n);
    expect([first, second]).toMatchObject([
      { paymentId: payments[2]?.id, amount: { amount: '50000' }, state: 'due', version: 1 },
      { paymentId: payments[1]?.id, amount: { amount: '70000' }, state: 'due' },
    ]);
    const payOut = () =>
      desk.finance.post<RefundAnswer>(url(`/${first?.id}/payment`), { paidOn: currentDate() }, at(1));
    const answers = await Promise.all([payOut(), payOut(), payOut()]);
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 412, 412,
    ]);
    const again = await desk.finance.post(url(`/${first?.id}/payment`), { paidOn: currentDate() }, at(2));
    expect(again).toMatchObject({ status: 409, body: { code: 'finance/refund-paid' } });
    await eventually(async () => {
      const cancelled = await done<object>(
        desk.sales.get(`${world.url('booking')}/v1/orders/${order.id}/cancellation`),
      );
      expect(cancelled).toMatchObject({ refundDue: { amount: '120000' }, refunded: { amount: '50000' } });
    });
    const { lines } = await done<{ lines: { code: string; debit: string; credit: string }[] }>(
      desk.finance.get(`${world.url('finance')}/v1/trial-balance`),
    );
    const balances = lines.map(({ code, debit, credit }) => [code, BigInt(debit) - BigInt(credit)]);
    expect(balances).toEqual([
      ['1002', 250_000n],
      ['2203', 0n],
      ['2241', -70_000n],
      ['6001', -180_000n],
    ]);
  });

  it('binds its payments: they are not reversed any more, nor is the refund', async () => {
    const desk = await openDesk(world);
    const { order, payments } = await soldAndPaid(desk);
    await cancel(desk, order);
    const [refund] = await refundedTo(desk, order, 120_000n);
    const reverse = (entryId: string | undefined) =>
      desk.finance.post(`${world.url('finance')}/v1/entries/${entryId}/reversal`, {
        reason: '重复登记的收款',
      });
    expect(await reverse(payments[2]?.entryId)).toMatchObject({
      status: 409,
      body: { code: 'finance/payment-refunded' },
    });
    const { entryId } = refund as unknown as { entryId: string }; // its schema
    expect(await reverse(entryId)).toMatchObject({
      status: 409,
      body: { code: 'finance/refund-not-reversible' },
    });
  });

  it('is all that was paid beyond what is kept, however payments, a reversal and the cancellation cross', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(3);
    const first = await pay(world, desk, order, '100000');
    const more = (amount: string) =>
      desk.finance.post(`${world.url('finance')}/v1/payments`, {
        ...{
          orderId: order.id,
          amount: { amount, currency: 'CNY' },
          method: 'cash',
          receivedOn: currentDate(),
        },
      });
    await Promise.all([
      more('90000'),
      more('80000'),
      cancel(desk, order),
      desk.finance.post(`${world.url('finance')}/v1/entries/${first.entryId}/reversal`, {
        reason: '重复登记的收款',
      }),
      more('20000'),
    ]);
    await eventually(async () => {
      const { paid } = await done<{ paid: { amount: string } }>(
        desk.sales.get(`${world.url('booking')}/v1/orders/${order.id}`),
      );
      expect(paid.amount).toBe((await account(order))?.received);
    });
    const received = BigInt((await account(order))?.received ?? 0);
    const due = received > 180_000n ? received - 180_000n : 0n;
    await refundedTo(desk, order, due);
    expect((await account(order))?.refunded).toBe(due.toString());
    // What of the penalty has been received is revenue, no more and no less, whatever was posted on the way.
    await eventually(async () => {
      const { lines } = await done<{ lines: { code: string; balance: string }[] }>(
        desk.finance.get(`${world.url('finance')}/v1/trial-balance`),
      );
      const balances = Object.fromEntries(lines.map(({ code, balance }) => [code, BigInt(balance)]));
      expect([balances['6001'] ?? 0n, balances['2203'] ?? 0n]).toEqual([-(received - due), 0n]);
    });
  });

  it('can never be more than was received: the tables refuse it', async () => {
    const desk = await openDesk(world);
    const { order } = await soldAndPaid(desk);
    const set = (table: string, key: string) =>
      world.admin.query(`update finance.${table} set refunded = 300001 where ${key} = $1`, [order.id]);
    await expect(set('order_accounts', 'order_id')).rejects.toThrow('order_accounts_never_overrefunded');
    await expect(set('payments', 'order_id')).rejects.toThrow('payments_never_overrefunded');
  });

  it('is hidden from other agencies and branches, and paid by finance only', async () => {
    const desk = await openDesk(world, { branches: 1 });
    const { order } = await soldAndPaid(desk);
    await cancel(desk, order);
    const [refund] = await refundedTo(desk, order, 120_000n);
    const payBy = (staff: Desk['finance']) =>
      staff.post(url(`/${refund?.id}/payment`), { paidOn: currentDate() }, at(1));
    expect((await payBy((await openDesk(world)).finance)).status).toBe(404);
    expect((await payBy(desk.sales)).status).toBe(403);
    const manager = await desk.agency.staff('branch-manager', desk.branchIds[0]);
    expect(await done(manager.get(url()))).toEqual({ refunds: [], next: null });
    const future = await desk.finance.post(url(`/${refund?.id}/payment`), { paidOn: '2199-01-01' }, at(1));
    expect(future).toMatchObject({ status: 422, body: { code: 'finance/date-in-future' } });
  });
});
