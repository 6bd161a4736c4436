import { createHash } from 'node:crypto';
import { createClient, eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, reaches, type Desk, type SoldOrder } from '../fixtures/desk.ts';
import { cny, onlineDesk, type Started } from '../fixtures/online-desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance', 'gateway'] });
});
afterAll(() => world.close());

const { url, start, started, standing, message, deliver, paymentsOf } = onlineDesk(() => world);
const refused = (status: number, code: string) => ({ status, body: { code } });

/** A customer whose order this becomes, as booking knows it. */
async function customerOf({ agency }: Desk, order: SoldOrder): Promise<Staff> {
  const person = await agency.staff('customer');
  const account = "update identity.users set account = 'customer' where id = $1";
  await world.admin.query(account, [person.userId]);
  await world.admin.query(
    'update booking.customers set account_id = $1 where id = (select customer_id from booking.orders where id = $2)',
    [person.userId, order.id],
  );
  return person.signInAgain();
}

describe('paying online', () => {
  it('is what is due next on the page of the provider, and confirms the order', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(2);
    const customer = await customerOf(desk, order);
    const answer = await start(customer, order);
    expect(answer.status).toBe(201);
    const page = answer.body;
    const { body: seen } = await customer.get<{ schedule: { amount: { amount: string } }[] }>(
      `${world.url('booking')}/v1/orders/${order.id}`,
    );
    expect(page.amount).toEqual(seen.schedule[0]?.amount);
    expect(await standing(customer, page)).toMatchObject({
      state: 'open',
      payAt: page.payAt,
      paymentId: null,
    });
    const address = new URL(page.payAt);
    const shown = await (await fetch(`${page.payAt}&lang=en`)).text();
    expect(shown).toContain(`Order ${order.number}`);
    expect(shown).not.toMatch(/<script|\son\w+=|\sstyle=/);
    const paid = await fetch(`${address.origin}${address.pathname}`, {
      ...{ method: 'POST', redirect: 'manual' },
      body: new URLSearchParams({ ...Object.fromEntries(address.searchParams), choice: 'paid' }),
    });
    expect([paid.status, paid.headers.get('location')]).toEqual([303, '/portal/orders']);
    expect(await standing(customer, page)).toMatchObject({ state: 'paid', payAt: null });
    await reaches(world, desk, order, 'confirmed');
    expect(await paymentsOf(desk, order)).toMatchObject([
      { method: 'online', amount: page.amount, recordedBy: customer.userId },
    ]);
    await eventually(async () => {
      const { body } = await customer.get(`${world.url('booking')}/v1/orders/${order.id}`);
      expect(body).toMatchObject({ paid: page.amount });
    });
  });

  it('is any part of what is open, by the staff too, and no more than that', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await started(desk.sales, order, '1');
    expect(page.amount).toEqual(cny('1'));
    expect(await start(desk.sales, order, '100001')).toMatchObject(refused(409, 'finance/overpayment'));
    expect((await deliver(message(desk, page))).status).toBe(200);
    expect(await start(desk.sales, order, '100000')).toMatchObject(refused(409, 'finance/overpayment'));
    const rest = await started(desk.sales, order, '99999');
    await deliver(message(desk, rest));
    expect(await start(desk.sales, order)).toMatchObject(refused(409, 'finance/nothing-open'));
  });

  it('is for orders that can be paid, in their currency, and leads back to our own pages only', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const body = { orderId: order.id, returnTo: '/', amount: { amount: '1', currency: 'EUR' } };
    expect(await desk.sales.post(url(), body)).toMatchObject(refused(422, 'finance/currency-differs'));
    for (const returnTo of ['//evil.example', '/\\evil.example', 'https://evil.example', ''])
      expect((await desk.sales.post(url(), { orderId: order.id, returnTo })).status).toBe(400);
    const departures =
      'update booking.departures set state = $2 where id = (select departure_id from booking.orders where id = $1)';
    await world.admin.query(departures, [order.id, 'cancelled']);
    expect(await start(desk.sales, order)).toMatchObject(refused(409, 'finance/departure-called-off'));
    await world.admin.query(departures, [order.id, 'open']);
    await world.admin.query(`update booking.orders set state = 'cancelled' where id = $1`, [order.id]);
    expect(await start(desk.sales, order)).toMatchObject(refused(409, 'finance/order-cancelled'));
  });

  it('knows no order of another customer, and no page of one', async () => {
    const desk = await openDesk(world);
    const [order, others] = [await desk.sell(1), await desk.sell(1)];
    const customer = await customerOf(desk, order);
    expect(await start(customer, others)).toMatchObject(refused(404, 'request/not-found'));
    const page = await started(desk.sales, others);
    expect((await customer.get(url(`/${page.onlinePaymentId}`))).status).toBe(404);
    expect((await customer.get<{ onlinePayments: object[] }>(url())).body.onlinePayments).toEqual([]);
    const foreign = await openDesk(world);
    expect((await start(foreign.finance, order)).status).toBe(404);
    expect((await foreign.finance.get(url(`/${page.onlinePaymentId}`))).status).toBe(404);
    expect((await createClient().get(url(`/${page.onlinePaymentId}`))).status).toBe(401);
  });

  it('is started once for one idempotency key', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const body = { orderId: order.id, returnTo: '/' };
    const first = await desk.sales.post<Started>(url(), body, key);
    expect((await desk.sales.post<Started>(url(), body, key)).body).toEqual(first.body);
    const { body: list } = await desk.sales.get<{ onlinePayments: object[] }>(url(`?orderId=${order.id}`));
    expect(list.onlinePayments).toHaveLength(1);
  });
});

describe("the provider's message", () => {
  it('counts once, also when it comes many times at once', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const told = message(desk, await started(desk.sales, order, '700'));
    const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(told)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(await paymentsOf(desk, order)).toMatchObject([{ amount: cny('700') }]);
  });

  it('is believed only with the signature of the provider, on every letter of it', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await started(desk.sales, order, '700');
    const genuine = message(desk, page);
    const forged = [
      message(desk, page, {}, { secret: createHash('sha256').update('guess').digest('hex') }),
      { ...genuine, body: `${genuine.body} ` },
      { ...genuine, headers: { ...genuine.headers, 'webhook-id': 'T-other' } },
      { ...genuine, headers: { ...genuine.headers, 'webhook-signature': '' } },
      { ...genuine, headers: {} },
    ];
    for (const one of forged)
      expect(await deliver(one)).toMatchObject(refused(401, 'finance/callback-not-genuine'));
    expect(await paymentsOf(desk, order)).toEqual([]);
    expect(await deliver(genuine)).toMatchObject({ status: 200 });
  });

  it('is refused when it is sent again later by somebody who kept it', async () => {
    const desk = await openDesk(world);
    const page = await started(desk.sales, await desk.sell(1), '700');
    for (const agoSeconds of [310, -310]) {
      const kept = message(desk, page, {}, { agoSeconds });
      expect(await deliver(kept)).toMatchObject(refused(401, 'finance/callback-not-genuine'));
    }
  });

  it('of another amount or currency is set aside for the staff, and stays refused', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await started(desk.sales, order, '700');
    const wrong = message(desk, page, { amount: cny('1'), transactionId: 'T-1' });
    const other = { amount: { amount: '700', currency: 'USD' }, transactionId: 'T-2' };
    for (const one of [wrong, wrong, message(desk, page, other)])
      expect(await deliver(one)).toMatchObject(refused(422, 'finance/callback-set-aside'));
    expect(await paymentsOf(desk, order)).toEqual([]);
    expect(await standing(desk.sales, page)).toMatchObject({ state: 'open' });
    const { body } = await desk.finance.get<{ paymentCallbacks: object[] }>(
      `${world.url('finance')}/v1/payment-callbacks?outcome=set-aside`,
    );
    expect(body.paymentCallbacks).toMatchObject([
      { transactionId: 'T-2', reason: 'other-currency', result: 'paid' },
      { transactionId: 'T-1', reason: 'other-amount', amount: cny('1') },
    ]);
    await deliver(message(desk, page));
    const twice = message(desk, page, { transactionId: 'T-3' });
    expect(await deliver(twice)).toMatchObject(refused(422, 'finance/callback-set-aside'));
    expect(await paymentsOf(desk, order)).toHaveLength(1);
  });

  it('of two pages takes both amounts, also beyond the total, and the excess goes back', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const pages = [await started(desk.sales, order, '100000'), await started(desk.sales, order, '100000')];
    const answers = await Promise.all(pages.map((page) => deliver(message(desk, page))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await eventually(async () => {
      const { rows } = await world.admin.query(
        'select sum(amount)::text as amount from finance.refunds where order_id = $1',
        [order.id],
      );
      expect(rows).toEqual([{ amount: '100000' }]);
    });
  });

  it('that it was refused ends the page; what comes in after all is taken', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await started(desk.sales, order, '700');
    const no = message(desk, page, { result: 'refused', transactionId: 'T-no' });
    expect((await deliver(no)).status).toBe(200);
    expect(await standing(desk.sales, page)).toMatchObject({
      state: 'refused',
      payAt: null,
      paymentId: null,
    });
    expect(await paymentsOf(desk, order)).toEqual([]);
    await deliver(message(desk, page));
    expect(await standing(desk.sales, page)).toMatchObject({ state: 'paid' });
  });

  it('that comes after the time of the page or the end of the order is money all the same', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await started(desk.sales, order, '700');
    const over = `update finance.online_payments set expires_at = now() - interval '1 minute' where id = $1`;
    await world.admin.query(over, [page.onlinePaymentId]);
    expect(await standing(desk.sales, page)).toMatchObject({ state: 'expired', payAt: null });
    await world.admin.query(`update booking.orders set state = 'cancelled' where id = $1`, [order.id]);
    expect((await deliver(message(desk, page))).status).toBe(200);
    expect(await standing(desk.sales, page)).toMatchObject({ state: 'paid' });
    expect(await paymentsOf(desk, order)).toMatchObject([{ amount: cny('700') }]);
  });

  it('about a payment nobody has started, or from a provider nobody knows, is refused', async () => {
    const [desk, other] = [await openDesk(world), await openDesk(world)];
    const page = await started(desk.sales, await desk.sell(1), '700');
    const unknown = message(desk, page, { onlinePaymentId: crypto.randomUUID() });
    expect((await deliver(unknown)).status).toBe(404);
    expect((await deliver(message(other, page))).status).toBe(404);
    const address = `${world.url('finance')}/v1/payment-callbacks/nobody`;
    expect((await createClient().post(address)).status).toBe(404);
    const unreadable = message(desk, page, { amount: 'all of it' as unknown as object });
    expect(await deliver(unreadable)).toMatchObject(refused(400, 'finance/callback-unreadable'));
  });
});
