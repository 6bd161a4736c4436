import { openBus } from '@yitu/messaging';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentDate, done, openDesk, pay, reaches, type Desk, type SoldOrder } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

interface Owed {
  readonly id: string;
  readonly state: string;
  readonly amount: { amount: string };
  readonly version: number;
}

const finance = (path: string) => `${world.url('finance')}/v1/${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const limits = (amount: string) => ({ limits: [{ currency: 'CNY', amount }] });

/** Three adults, 3,000.00 CNY, paid in two payments, departing today: 60 % is kept. */
async function soldAndPaid(desk: Desk): Promise<SoldOrder> {
  const order = await desk.sell(3);
  await pay(world, desk, order, '200000');
  await pay(world, desk, order, '100000');
  await reaches(world, desk, order, 'confirmed');
  await eventually(async () => {
    const { paid } = await done<{ paid: { amount: string } }>(desk.sales.get(orderUrl(order)));
    expect(paid.amount).toBe('300000');
  });
  return order;
}

const orderUrl = ({ id }: SoldOrder) => `${world.url('booking')}/v1/orders/${id}`;

async function cancel(who: Staff, order: SoldOrder, what: string, body: object = {}): Promise<number> {
  const { version } = await done<{ version: number }>(who.get(orderUrl(order)));
  const { status } = await who.post(
    `${orderUrl(order)}/${what}`,
    { reason: '客人生病', ...body },
    at(version),
  );
  return status;
}

const onePart = { part: { category: 'adult' } };

const refundsOf = async ({ finance: clerk }: Desk, { id }: SoldOrder) =>
  (await done<{ refunds: Owed[] }>(clerk.get(finance(`refunds?orderId=${id}`)))).refunds;

const refundedTo = (desk: Desk, order: SoldOrder, total: bigint) =>
  eventually(async () => {
    const refunds = await refundsOf(desk, order);
    expect(refunds.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n)).toBe(total);
    return refunds;
  });

const payOut = (desk: Desk, kind: string, { id, version }: Owed, more: object = {}) =>
  desk.finance.post<Owed>(finance(`${kind}/${id}/payment`), { paidOn: currentDate(), ...more }, at(version));

async function balances(desk: Desk): Promise<Record<string, bigint>> {
  const { lines, totals } = await done<{
    lines: { code: string; balance: string }[];
    totals: { debit: string; credit: string }[];
  }>(desk.finance.get(finance('trial-balance')));
  for (const { debit, credit } of totals) expect(debit).toBe(credit);
  return Object.fromEntries(lines.map(({ code, balance }) => [code, BigInt(balance)]));
}

describe('a refund above the limit', () => {
  it('is paid when somebody else than who cancelled has approved it', async () => {
    const desk = await openDesk(world);
    await done(desk.finance.put(finance('refund-rules'), limits('100000'), 1));
    expect((await desk.finance.put(finance('refund-rules'), limits('1'), 1)).status).toBe(412);
    const order = await soldAndPaid(desk);
    const boss = await desk.agency.staff('branch-manager');
    expect(await cancel(boss, order, 'cancellation')).toBe(201);
    const refunds = await refundedTo(desk, order, 120_000n);
    expect(refunds.map(({ state }) => state)).toEqual(['awaiting-approval', 'awaiting-approval']);
    const countsOf = async (one: Staff) => {
      const { tasks } = await done<{ tasks: { kind: string; count: number }[] }>(one.get(finance('tasks')));
      return Object.fromEntries(tasks.map(({ kind, count }) => [kind, count]));
    };
    const nothing = { 'compensation-to-approve': 0, 'compensation-to-pay': 0 };
    expect(await countsOf(desk.finance)).toEqual({ ...nothing, 'refund-to-approve': 2, 'refund-to-pay': 0 });
    expect(await countsOf(boss)).toEqual({ 'compensation-to-approve': 0, 'refund-to-approve': 0 });
    expect(await countsOf(desk.sales)).toEqual({});
    for (const refund of refunds) {
      const approve = (who: Staff) => who.post<Owed>(finance(`refunds/${refund.id}/approval`), {}, at(1));
      expect(await payOut(desk, 'refunds', refund)).toMatchObject({
        ...{ status: 409, body: { code: 'finance/refund-not-approved' } },
      });
      expect((await approve(desk.sales)).status).toBe(403);
      expect(await approve(boss)).toMatchObject({ status: 403, body: { code: 'access/four-eyes' } });
      expect(await approve(desk.finance)).toMatchObject({ status: 200, body: { state: 'due', version: 2 } });
      expect(await countsOf(desk.finance)).toMatchObject({ 'refund-to-pay': 1 });
      const again = await desk.finance.post(finance(`refunds/${refund.id}/approval`), {}, at(2));
      expect(again).toMatchObject({ status: 409, body: { code: 'finance/refund-not-awaiting' } });
      expect((await payOut(desk, 'refunds', { ...refund, version: 2 })).status).toBe(200);
    }
  });

  it('cannot be split into parts below it', async () => {
    const desk = await openDesk(world);
    await done(desk.finance.put(finance('refund-rules'), limits('50000'), 1));
    const order = await soldAndPaid(desk);
    expect(await cancel(desk.sales, order, 'part-cancellation', onePart)).toBe(201);
    expect(await refundedTo(desk, order, 40_000n)).toMatchObject([{ state: 'due' }]);
    expect(await cancel(desk.sales, order, 'part-cancellation', onePart)).toBe(201);
    const [second] = await refundedTo(desk, order, 80_000n);
    expect(second).toMatchObject({ state: 'awaiting-approval', amount: { amount: '40000' } });
  });
});

describe('several payments', () => {
  it('are refunded exactly once in total, and never more than was paid, whoever cancels and pays at once', async () => {
    const desk = await openDesk(world);
    const order = await soldAndPaid(desk);
    for (let left = 3; left > 0; left -= 1) {
      const { version } = await done<{ version: number }>(desk.sales.get(orderUrl(order)));
      const one = { reason: '客人生病', ...onePart };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          desk.sales.post(`${orderUrl(order)}/part-cancellation`, one, at(version)),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    }
    const refunds = await refundedTo(desk, order, 120_000n);
    const paid = await Promise.all(
      refunds.flatMap((refund) => [refund, refund, refund]).map((refund) => payOut(desk, 'refunds', refund)),
    );
    expect(paid.filter(({ status }) => status === 200)).toHaveLength(refunds.length);
    expect(await balances(desk)).toMatchObject({
      '1002': 180_000n,
      '2203': 0n,
      '2241': 0n,
      '6001': -180_000n,
    });
  });

  it('stay as they are when what booking told is told again: after a crash between commit and acknowledgement', async () => {
    const desk = await openDesk(world);
    const order = await soldAndPaid(desk);
    await cancel(desk.sales, order, 'part-cancellation', onePart);
    await cancel(desk.sales, order, 'cancellation');
    const before = [await refundedTo(desk, order, 120_000n), await balances(desk)];
    const { rows } = await world.admin.query<{ subject: string; envelope: string }>(
      `select subject, envelope::text from booking.outbox where aggregate_id = $1 and aggregate_version > 0 order by aggregate_version`,
      [order.id],
    );
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const bus = openBus({ url: world.nats.url, name: 'crash', replicas: 1, log: silent });
    const { streams, manager } = await bus.connected;
    for (const { subject, envelope } of rows)
      await streams.publish(subject, envelope, { msgID: crypto.randomUUID() });
    await eventually(async () => {
      const { num_pending: pending, num_ack_pending: open } = await manager.consumers.info(
        'EVENTS',
        'finance-event-booking-order',
      );
      expect(pending + open).toBe(0);
    });
    await bus.close();
    expect([await refundsOf(desk, order), await balances(desk)]).toEqual(before);
    const { rows: accounts } = await world.admin.query(
      'select penalty, penalty_posted, refunded from finance.order_accounts where order_id = $1',
      [order.id],
    );
    expect(accounts).toEqual([{ penalty: '180000', penalty_posted: '180000', refunded: '120000' }]);
  });
});

describe('a compensation', () => {
  it('is an expense, owed until it is paid, and above the limit approved first', async () => {
    const desk = await openDesk(world);
    await done(desk.finance.put(finance('refund-rules'), limits('50000'), 1));
    const order = await soldAndPaid(desk);
    const boss = await desk.agency.staff('branch-manager');
    expect(await cancel(boss, order, 'agency-cancellation', { cause: 'agency' })).toBe(201);
    const owed = await eventually(async () => {
      const path = finance(`compensations?orderId=${order.id}`);
      const { compensations } = await done<{ compensations: Owed[] }>(desk.finance.get(path));
      expect(compensations).toMatchObject([{ state: 'awaiting-approval', amount: { amount: '60000' } }]);
      return compensations[0] as Owed; // there is one
    });
    const cash = { method: 'cash' };
    expect((await payOut(desk, 'compensations', owed, cash)).status).toBe(409);
    const approve = (who: Staff) => who.post(finance(`compensations/${owed.id}/approval`), {}, at(1));
    expect((await approve(boss)).status).toBe(403);
    expect((await approve(desk.finance)).status).toBe(200);
    expect(await payOut(desk, 'compensations', { ...owed, version: 2 }, cash)).toMatchObject({
      ...{ status: 200, body: { state: 'paid' } },
    });
    await refundedTo(desk, order, 300_000n);
    expect(await balances(desk)).toMatchObject({
      '1001': -60_000n,
      '2241': -300_000n,
      '2203': 0n,
      '6711': 60_000n,
    });
  });
});
