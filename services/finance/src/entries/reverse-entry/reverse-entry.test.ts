import { startWorld, type Answer, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  charge as charged,
  currentDate,
  done,
  openDesk,
  pay as paid,
  type Desk,
  type Recorded,
  type SoldOrder,
} from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('finance')}/v1${path}`;
const pay = (desk: Desk, order: SoldOrder, amount = '100000') => paid(world, desk, order, amount);
const charge = (desk: Desk, change: object = {}) => charged(world, desk, '48000', change);
const reverse = ({ finance }: Desk, { entryId }: Recorded, reason = '重复登记'): Promise<Answer> =>
  finance.post(url(`/entries/${entryId}/reversal`), { reason });
const happened = async ({ agency }: Desk): Promise<string[]> => {
  const { rows } = await world.admin.query<{ type: string }>(
    `select envelope::jsonb->>'type' as type from finance.outbox where agency_id = $1 order by occurred_at, aggregate_version`,
    [agency.id],
  );
  return rows.map(({ type }) => type);
};

describe('recording a supplier cost', () => {
  it('posts what is owed as cost in progress and tells of it', async () => {
    const desk = await openDesk(world);
    const { status, body } = await charge(desk, { description: '两间双人房' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      departureId: desk.departureId,
      state: 'recorded',
      supplierId: null,
      version: 1,
    });
    expect(body.entryNumber).toMatch(/^JZ-HQ-\d{4}-000001$/);
    const entry = await done(desk.finance.get(url(`/entries/${body.entryId}`)));
    expect(entry).toMatchObject({
      sourceKind: 'supplier-cost',
      postings: [
        { account: '5201', side: 'debit', amount: { amount: '48000' } },
        { account: '2202', side: 'credit', amount: { amount: '48000' } },
      ],
    });
    expect(await happened(desk)).toEqual(['finance.supplier-cost.recorded.v1']);
    const operator = await desk.agency.staff('operator');
    const listed = await done<{ supplierCosts: object[] }>(
      operator.get(url(`/supplier-costs?departureId=${desk.departureId}`)),
    );
    expect(listed.supplierCosts).toMatchObject([{ id: body.id, supplierName: '漓江大酒店' }]);
  });

  it.each([
    ['a blank name', { supplierName: ' \u3000' }, '/body/supplierName'],
    ['a name of two lines', { supplierName: '漓江\n大酒店' }, '/body/supplierName'],
    ['a blank description', { description: '  ' }, '/body/description'],
    ['a description of two lines', { description: '两间\n双人房' }, '/body/description'],
  ])('refuses %s, and says where', async (_what, change, field) => {
    expect(await charge(await openDesk(world), change)).toMatchObject({
      status: 400,
      body: { errors: [{ field, rule: 'pattern' }] },
    });
  });

  it('is refused for unknown departures and branches, days to come, and amounts that are none', async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    const tomorrow = Temporal.PlainDate.from(currentDate()).add({ days: 1 }).toString();
    const refused = [
      await charge(desk, { departureId: other.departureId }),
      await charge(desk, { branchId: other.agency.headquartersId }),
      await charge(desk, { incurredOn: tomorrow }),
      await charge(desk, { amount: { amount: '0', currency: 'CNY' } }),
      await charge(desk, { supplierName: undefined }),
    ];
    expect(refused.map(({ status, body }) => [status, Reflect.get(body, 'code')])).toEqual([
      [422, 'finance/no-such-departure'],
      [422, 'directory/no-such-branch'],
      [422, 'finance/date-in-future'],
      [400, 'request/invalid'],
      [400, 'request/invalid'],
    ]);
    expect(await happened(desk)).toEqual([]);
  });
});

describe('reversing an entry', () => {
  it('takes a payment back: the order has so much less, and can be paid again', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const wrong = await pay(desk, order);
    const { status, body } = await reverse(desk, wrong);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sourceKind: 'reversal',
      sourceId: wrong.entryId,
      reversesEntryId: wrong.entryId,
      text: { zh: `冲销 ${wrong.entryNumber}：重复登记` },
      postings: [
        { account: '1002', side: 'credit', amount: { amount: '100000' } },
        { account: '2203', side: 'debit', amount: { amount: '100000' } },
      ],
    });
    expect((await done<{ state: string }>(desk.finance.get(url(`/payments/${wrong.id}`)))).state).toBe(
      'reversed',
    );
    await pay(desk, order);
    expect(await happened(desk)).toEqual([
      'finance.payment.received.v1',
      'finance.payment.reversed.v1',
      'finance.payment.received.v1',
    ]);
  });

  it('takes a supplier cost back', async () => {
    const desk = await openDesk(world);
    const { body: wrong } = await charge(desk);
    expect((await reverse(desk, wrong)).status).toBe(201);
    const { state } = await done<{ state: string }>(desk.finance.get(url(`/supplier-costs/${wrong.id}`)));
    expect(state).toBe('reversed');
    expect(await happened(desk)).toEqual([
      'finance.supplier-cost.recorded.v1',
      'finance.supplier-cost.reversed.v1',
    ]);
  });

  it('happens once, also when many try at once', async () => {
    const desk = await openDesk(world);
    const wrong = await pay(desk, await desk.sell(1));
    const answers = await Promise.all(Array.from({ length: 6 }, () => reverse(desk, wrong)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body['code'])).toEqual(
      Array.from({ length: 5 }, () => 'finance/already-reversed'),
    );
  });

  it('is not for a reversal', async () => {
    const desk = await openDesk(world);
    const { body: reversal } = await reverse(desk, await pay(desk, await desk.sell(1)));
    const again = await desk.finance.post(url(`/entries/${String(reversal['id'])}/reversal`), {
      reason: 'again',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'finance/reversal-of-reversal' } });
  });

  it('is not for the payments of an order that has an invoice', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const payment = await pay(desk, order);
    const invoice = await done<{ number: string }>(
      desk.finance.post(url('/invoices'), { orderId: order.id, title: '王小明', kind: 'electronic' }),
    );
    expect(await reverse(desk, payment)).toMatchObject({
      status: 409,
      body: {
        code: 'finance/order-invoiced',
        title: `Invoice ${invoice.number} has been issued for this order; its payments are not reversed.`,
      },
    });
  });

  it('needs the permission, a reason, and an entry within reach', async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    const payment = await pay(desk, await desk.sell(1));
    const auditor = await desk.agency.staff('auditor');
    expect(
      await auditor.post(url(`/entries/${payment.entryId}/reversal`), { reason: 'why not' }),
    ).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect((await reverse(other, payment)).status).toBe(404);
    expect(await reverse(desk, payment, 'no')).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/reason', rule: 'minLength' }] },
    });
    for (const reason of ['    ', '重复\n登记', '重复登记\u0000'])
      expect(await reverse(desk, payment, reason)).toMatchObject({
        status: 400,
        body: { errors: [{ field: '/body/reason', rule: 'pattern' }] },
      });
  });
});

describe('reading the ledger', () => {
  it('lists entries by source and date, and the trial balance has equal totals', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const payment = await pay(desk, order, '70000');
    await charge(desk, { amount: { amount: '300', currency: 'EUR' } });
    const bySource = await done<{ entries: { id: string }[] }>(
      desk.finance.get(url(`/entries?sourceKind=payment&sourceId=${payment.id}`)),
    );
    expect(bySource.entries.map(({ id }) => id)).toEqual([payment.entryId]);
    const page = await done<{ entries: object[]; next: string }>(desk.finance.get(url('/entries?limit=1')));
    expect(page.entries).toHaveLength(1);
    const rest = await done<{ entries: object[]; next: null }>(
      desk.finance.get(url(`/entries?after=${page.next}`)),
    );
    expect(rest).toMatchObject({ entries: [{ id: payment.entryId }], next: null });

    const auditor = await desk.agency.staff('auditor');
    const balance = await done<{ lines: object[]; totals: object[] }>(auditor.get(url('/trial-balance')));
    expect(balance.lines).toMatchObject([
      { code: '1002', currency: 'CNY', debit: '70000', credit: '0', balance: '70000' },
      { code: '2202', currency: 'EUR', debit: '0', credit: '300', balance: '-300' },
      { code: '2203', name: { zh: '预收账款' }, kind: 'liability', credit: '70000' },
      { code: '5201', currency: 'EUR', debit: '300' },
    ]);
    expect(balance.totals).toEqual([
      { currency: 'CNY', debit: '70000', credit: '70000' },
      { currency: 'EUR', debit: '300', credit: '300' },
    ]);
    const before = await done<{ lines: object[] }>(auditor.get(url('/trial-balance?to=2020-01-01')));
    expect(before.lines).toEqual([]);
  });

  it('shows a branch its own entries only, in lists and in sums', async () => {
    const desk = await openDesk(world, { branches: 1 });
    const payment = await pay(desk, await desk.sell(1));
    const [branchId = ''] = desk.branchIds;
    const manager = await desk.agency.staff('branch-manager', branchId);
    await done(charge(desk, { branchId }));
    const { entries } = await done<{ entries: object[] }>(manager.get(url('/entries')));
    expect(entries).toMatchObject([{ branchId, sourceKind: 'supplier-cost' }]);
    expect((await manager.get(url(`/entries/${payment.entryId}`))).status).toBe(404);
    const { lines } = await done<{ lines: { code: string }[] }>(manager.get(url('/trial-balance')));
    expect(lines.map(({ code }) => code)).toEqual(['2202', '5201']);
  });

  it('opens the books with the whole chart of accounts', async () => {
    const { finance } = await openDesk(world);
    const { accounts } = await done<{ accounts: object[] }>(finance.get(url('/accounts')));
    expect(accounts).toHaveLength(23);
    expect(accounts[0]).toEqual({
      code: '1001',
      purpose: 'cash',
      kind: 'asset',
      name: { zh: '库存现金', en: 'Cash on hand' },
      chartVersion: 2,
    });
  });
});
