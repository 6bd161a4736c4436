import { finance } from '@yitu/contracts';
import { layFoundation, parseConfig, serviceConfig } from '@yitu/runtime';
import { createClient, eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentDate, done, openDesk, type Desk } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

interface PaymentAnswer {
  readonly id: string;
  readonly entryId: string;
  readonly entryNumber: string;
  readonly code?: string;
}

const url = (path = '') => `${world.url('finance')}/v1/payments${path}`;
const payment = (order: { id: string }, amount = '60000') => ({
  orderId: order.id,
  amount: { amount, currency: 'CNY' },
  method: 'bank-transfer',
  receivedOn: currentDate(),
});
const receivedFor = async (orderId: string) => {
  const { rows } = await world.admin.query<{ received: string }>(
    'select received::text from finance.order_accounts where order_id = $1',
    [orderId],
  );
  return rows[0]?.received;
};
const events = async ({ agency }: Desk, noun: string) => {
  const { rows } = await world.admin.query<{ envelope: string; published_at: Date | null }>(
    `select envelope, published_at from finance.outbox where agency_id = $1 and subject like $2 order by occurred_at`,
    [agency.id, `evt.%.finance.${noun}.v1`],
  );
  return rows;
};

describe('201', () => {
  it('posts the money, counts it, tells of it, and the order is confirmed', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(2);
    const { status, body } = await desk.finance.post<PaymentAnswer>(url(), {
      ...payment(order, '200000'),
      reference: 'ICBC 20260501-17',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderId: order.id,
      branchId: order.branchId,
      recordedBy: desk.finance.userId,
      amount: { amount: '200000', currency: 'CNY' },
      state: 'received',
      version: 1,
    });
    const entry = await done(desk.finance.get(`${world.url('finance')}/v1/entries/${body.entryId}`));
    expect(entry).toMatchObject({
      number: body.entryNumber,
      date: currentDate(),
      text: { zh: `收款 订单 ${order.number}`, en: `Payment for order ${order.number}` },
      sourceKind: 'payment',
      sourceId: body.id,
      postings: [
        { account: '1002', side: 'debit', amount: { amount: '200000', currency: 'CNY' } },
        { account: '2203', side: 'credit', amount: { amount: '200000', currency: 'CNY' } },
      ],
    });
    await eventually(async () => {
      const { body: seen } = await desk.sales.get(`${world.url('booking')}/v1/orders/${order.id}`);
      expect(seen).toMatchObject({ state: 'confirmed', paid: { amount: '200000' } });
    });
  });

  it('tells of amounts and ids, and of no reference', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await done(desk.finance.post(url(), { ...payment(order), reference: 'from Mr Wang' }));
    const [event] = await events(desk, 'payment.received');
    expect(event?.envelope).toContain('"amount":"60000"');
    expect(event?.envelope).not.toContain('Wang');
    const { rows } = await world.admin.query<{ after: string }>(
      `select after::text from finance.audit_records where agency_id = $1 and object_type in ('Payment', 'Entry')`,
      [desk.agency.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ after }) => after).join(' ')).not.toContain('Wang');
  });

  it('is recorded once for one idempotency key', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await desk.finance.post<PaymentAnswer>(url(), payment(order), key);
    const again = await desk.finance.post<PaymentAnswer>(url(), payment(order), key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await receivedFor(order.id)).toBe('60000');
    const other = await desk.finance.post(url(), payment(order, '1'), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'request/idempotency-key-reused' } });
  });

  it('numbers entries without gaps when many are posted at once', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.finance.post<PaymentAnswer>(url(), payment(order, '5000'))),
    );
    const numbers = answers.map(({ body }) => body.entryNumber).toSorted();
    const year = currentDate().slice(0, 4);
    expect(numbers).toEqual(
      Array.from({ length: 20 }, (_none, index) => `JZ-HQ-${year}-${String(index + 1).padStart(6, '0')}`),
    );
  });
});

describe('409', () => {
  it('takes no cent beyond the total, also when many pay at once', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => desk.finance.post<PaymentAnswer>(url(), payment(order, '30000'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 9 }, () => 'finance/overpayment'),
    );
    expect(await receivedFor(order.id)).toBe('90000');
    const { body } = await desk.finance.post(url(), payment(order, '10001'));
    expect(body['title']).toBe('That is more than the order is worth: CNY 100.00 is still open.');
  });

  it('recognises a payment that was told twice, also at once, by its reference', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const told = { ...payment(order, '10000'), reference: 'WX-4200001' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => desk.finance.post<PaymentAnswer>(url(), told)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'finance/payment-known')).toHaveLength(5);
    expect(await receivedFor(order.id)).toBe('10000');
    await done(desk.finance.post(url(), { ...told, reference: 'WX-4200002' }));
    await done(desk.finance.post(url(), { ...told, method: 'online' }));
    expect(await receivedFor(order.id)).toBe('30000');
  });

  it('takes more than the total when that is meant, and booking has the excess paid back once', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const beyond = (reference: string) => ({
      ...{ ...payment(order, '100000'), reference, beyondTotal: 'credit' },
    });
    await Promise.all(['A', 'B', 'C'].map((reference) => done(desk.finance.post(url(), beyond(reference)))));
    expect(await receivedFor(order.id)).toBe('300000');
    await eventually(async () => {
      const { rows } = await world.admin.query(
        'select sum(amount)::text as amount from finance.refunds where order_id = $1',
        [order.id],
      );
      expect(rows).toEqual([{ amount: '200000' }]);
    });
    expect(await desk.finance.post(url(), payment(order, '1'))).toMatchObject({
      ...{ status: 409, body: { code: 'finance/overpayment' } },
    });
  });

  it('says why an order that has ended takes no payment', async () => {
    const desk = await openDesk(world);
    const states = ['cancelled', 'expired', 'in-review'];
    const titles: unknown[] = [];
    for (const state of states) {
      const order = await desk.sell(1);
      await world.admin.query('update booking.orders set state = $1 where id = $2', [state, order.id]);
      const { status, body } = await desk.finance.post(url(), payment(order), { 'accept-language': 'zh' });
      expect(status).toBe(409);
      titles.push(String(body['title']).replace(order.number, '#'));
    }
    expect(titles).toEqual([
      '订单 # 已取消，不能收款。',
      '订单 # 已因逾期失效，不能收款。',
      '订单 # 尚未审核通过，不能收款。',
    ]);
  });
});

describe('422', () => {
  it("takes the order's currency only, and names the field", async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const { status, body } = await desk.finance.post(url(), {
      ...payment(order),
      amount: { amount: '1', currency: 'EUR' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'finance/currency-differs',
      errors: [{ field: '/body/amount/currency', rule: 'currency-of-order', message: 'must be CNY' }],
    });
  });

  it('takes no payment of tomorrow', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const receivedOn = Temporal.PlainDate.from(currentDate()).add({ days: 1 }).toString();
    const { status, body } = await desk.finance.post(url(), { ...payment(order), receivedOn });
    expect([status, body['code']]).toEqual([422, 'finance/date-in-future']);
  });

  it('knows no order of another agency, and none that was never placed', async () => {
    const [ours, theirs] = await Promise.all([openDesk(world), openDesk(world)]);
    const foreign = await theirs.sell(1);
    for (const id of [foreign.id, crypto.randomUUID()]) {
      const { status, body } = await ours.finance.post(url(), payment({ id }));
      expect([status, body['code']]).toEqual([422, 'finance/no-such-order']);
    }
    expect(await receivedFor(foreign.id)).toBeUndefined();
  });
});

describe('400', () => {
  let clerk: Staff;
  beforeAll(async () => {
    clerk = await (await world.foundAgency()).staff('finance');
  });

  it.each([
    ['a missing field', { method: undefined }, '/body/method', 'required'],
    ['an unknown field', { discount: 10 }, '/body/discount', 'additionalProperties'],
    ['a method that is none', { method: 'barter' }, '/body/method', 'enum'],
    ['an amount of zero', { amount: { amount: '0', currency: 'CNY' } }, '/body/amount/amount', 'pattern'],
    ['an amount below zero', { amount: { amount: '-1', currency: 'CNY' } }, '/body/amount/amount', 'pattern'],
    [
      'an amount with a fraction',
      { amount: { amount: '1.5', currency: 'CNY' } },
      '/body/amount/amount',
      'pattern',
    ],
    ['a number for an amount', { amount: { amount: 100, currency: 'CNY' } }, '/body/amount/amount', 'type'],
    ['a day that does not exist', { receivedOn: '2026-02-30' }, '/body/receivedOn', 'format'],
    ['a slip of the century', { receivedOn: '0226-02-03' }, '/body/receivedOn', 'pattern'],
    ['a blank text', { reference: '  ' }, '/body/reference', 'pattern'],
    ['a text of two lines', { reference: 'ICBC\r\n17' }, '/body/reference', 'pattern'],
    ['a text that is too long', { reference: '长'.repeat(101) }, '/body/reference', 'maxLength'],
  ])('names field and rule of %s', async (_what, change, field, rule) => {
    const { status, body } = await clerk.post(url(), { ...payment({ id: crypto.randomUUID() }), ...change });
    expect([status, body['code']]).toEqual([400, 'request/invalid']);
    expect(body['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ field, rule })]));
  });
});

describe('401, 403, 404', () => {
  it('is for those who may record payments', async () => {
    const { sales } = await openDesk(world);
    const body = payment({ id: crypto.randomUUID() });
    expect(await createClient().post(url(), body)).toMatchObject({ status: 401 });
    expect(await sales.post(url(), body)).toMatchObject({
      status: 403,
      body: {
        code: 'access/forbidden',
        title: 'You may not record payments: you lack the permission finance.payment.record.',
      },
    });
  });

  it('shows payments within reach only', async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    const { id } = await done<PaymentAnswer>(desk.finance.post(url(), payment(await desk.sell(1))));
    const branch = await desk.agency.openBranch('franchise');
    const franchise = await desk.agency.staff('branch-manager', branch);
    expect((await desk.sales.get(url(`/${id}`))).status).toBe(200);
    expect((await franchise.get(url(`/${id}`))).status).toBe(404);
    expect((await other.finance.get(url(`/${id}`))).status).toBe(404);
    expect((await franchise.get<{ payments: object[] }>(url())).body.payments).toEqual([]);
  });
});

describe('reading payments', () => {
  it('pages through those of an order, newest first', async () => {
    const desk = await openDesk(world);
    const [order, other] = [await desk.sell(1), await desk.sell(1)];
    await done(desk.finance.post(url(), payment(other)));
    const amounts = ['1', '2', '3'];
    for (const amount of amounts) await done(desk.finance.post(url(), payment(order, amount)));
    const query = `?orderId=${order.id}&limit=2`;
    const first = await done<{ payments: { amount: object }[]; next: string }>(desk.sales.get(url(query)));
    const second = await done<{ payments: { amount: object }[]; next: null }>(
      desk.sales.get(url(`${query}&after=${first.next}`)),
    );
    expect([...first.payments, ...second.payments].map(({ amount }) => amount)).toEqual(
      amounts.toReversed().map((amount) => ({ amount, currency: 'CNY' })),
    );
    expect(second.next).toBeNull();
  });
});

describe('the balance of an order', () => {
  it('is told to services that wait for it', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const config = parseConfig(Type.Object(serviceConfig), world.environment('itinerary'));
    const foundation = await layFoundation({
      name: 'itinerary',
      description: 'a caller',
      entities: [],
      config: { ...config, LOG_LEVEL: 'silent' },
    });
    const itinerary = await foundation.open({ routes: [], rpcs: [], reactions: [] });
    const ask = foundation.ask('finance', world.environment('itinerary')['FINANCE_GRPC'] ?? '');
    const balance = () =>
      ask(
        finance.PaymentsServiceService.getOrderBalance,
        { orderId: order.id },
        { principal: { kind: 'service', service: 'itinerary', agencyId: desk.agency.id } },
      );
    expect(await balance()).toEqual({ orderId: order.id, received: undefined });
    await done(desk.finance.post(url(), payment(order, '70001')));
    expect(await balance()).toEqual({ orderId: order.id, received: { amount: 70_001n, currency: 'CNY' } });
    await itinerary.close();
  });
});
