import { startWorld, type Answer, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentDate, done, openDesk, pay, type Desk, type SoldOrder } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

interface InvoiceAnswer {
  readonly id: string;
  readonly number: string;
}

const url = (path: string) => `${world.url('finance')}/v1${path}`;
const issue = (
  { finance }: Desk,
  order: { id: string },
  change: object = {},
): Promise<Answer<InvoiceAnswer>> =>
  finance.post<InvoiceAnswer>(url('/invoices'), {
    orderId: order.id,
    title: '王小明',
    kind: 'electronic',
    ...change,
  });

async function soldAndPaid(desk: Desk): Promise<SoldOrder> {
  const order = await desk.sell(1);
  await pay(world, desk, order, '100000');
  return order;
}

let clerk: Staff;
beforeAll(async () => {
  clerk = await (await world.foundAgency()).staff('finance');
});

describe('issuing an invoice', () => {
  it('numbers it, takes the amount from the order, and tells nobody whose it is', async () => {
    const desk = await openDesk(world);
    const order = await soldAndPaid(desk);
    const { status, body } = await issue(desk, order, {
      title: '云起科技有限公司',
      taxNumber: '91 110000 600037341L',
      deliveryEmail: 'wang@example.com',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderNumber: order.number,
      amount: { amount: '100000', currency: 'CNY' },
      taxNumber: '91110000600037341L',
      deliveryEmail: 'wang@example.com',
      issuedOn: currentDate(),
      state: 'issued',
      version: 1,
    });
    expect(body.number).toMatch(/^FP-HQ-\d{4}-000001$/);
    const { id, number } = body;
    expect(await done(desk.finance.get(url(`/invoices/${id}`)))).toMatchObject({
      id,
      number,
      title: '云起科技有限公司',
    });
    const kept = await world.admin.query<{ text: string }>(
      `select envelope as text from finance.outbox where agency_id = $1 and subject like '%invoice%'
       union all select after::text from finance.audit_records where agency_id = $1 and object_type = 'Invoice'`,
      [desk.agency.id],
    );
    expect(kept.rows).toHaveLength(2);
    for (const { text } of kept.rows) expect(text).not.toMatch(/云起|91110000600037341L|wang@example/);
  });

  it('numbers without gaps when many are issued at once, one an order', async () => {
    const desk = await openDesk(world);
    const orders: SoldOrder[] = [];
    while (orders.length < 10) orders.push(await soldAndPaid(desk));
    const answers = await Promise.all([...orders, ...orders].map((order) => issue(desk, order)));
    const issued = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => Number(body.number.slice(-6)));
    expect(issued.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => Reflect.get(body, 'code')))).toEqual(
      new Set(['finance/already-invoiced']),
    );
    const first = await done<{ invoices: object[]; next: string }>(
      desk.finance.get(url('/invoices?limit=7')),
    );
    const rest = await done<{ invoices: object[] }>(
      desk.finance.get(url(`/invoices?limit=7&after=${first.next}`)),
    );
    expect([first.invoices.length, rest.invoices.length]).toEqual([7, 3]);
    const found = await done<{ invoices: object[] }>(
      desk.finance.get(url(`/invoices?orderId=${orders[0]?.id}`)),
    );
    expect(found.invoices).toMatchObject([{ orderId: orders[0]?.id }]);
  });

  it('waits until the order is paid, naming what is open', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(2);
    await pay(world, desk, order, '150000');
    expect(await issue(desk, order)).toMatchObject({
      status: 409,
      body: {
        code: 'finance/not-fully-paid',
        title: `Order ${order.number} has CNY 500.00 open; an invoice is issued when it is fully paid.`,
      },
    });
  });

  it('refuses a tax number that is none, and says where', async () => {
    const desk = await openDesk(world);
    const answer = await issue(desk, { id: crypto.randomUUID() }, { taxNumber: '911100006000373410' });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'finance/tax-number-invalid',
        errors: [{ field: '/body/taxNumber', rule: 'social-credit-code' }],
      },
    });
  });

  it.each([
    ['no title', { title: '' }, '/body/title', 'minLength'],
    ['a blank title', { title: ' \u3000 ' }, '/body/title', 'pattern'],
    ['a title of two lines', { title: '甲公司\n乙公司' }, '/body/title', 'pattern'],
    ['a title that is too long', { title: '司'.repeat(201) }, '/body/title', 'maxLength'],
    ['a kind that is none', { kind: 'spoken' }, '/body/kind', 'enum'],
    ['an address that is none', { deliveryEmail: 'nobody' }, '/body/deliveryEmail', 'format'],
    [
      'an amount of its own',
      { amount: { amount: '1', currency: 'CNY' } },
      '/body/amount',
      'additionalProperties',
    ],
  ])('names field and rule of %s', async (_what, change, field, rule) => {
    const { status, body } = await clerk.post(url('/invoices'), {
      orderId: crypto.randomUUID(),
      title: '王小明',
      kind: 'paper',
      ...change,
    });
    expect(status).toBe(400);
    expect(body['errors']).toEqual([expect.objectContaining({ field, rule })]);
  });

  it('is for finance, within its agency; a branch sees its own', async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    const order = await soldAndPaid(desk);
    expect(
      await desk.sales.post(url('/invoices'), { orderId: order.id, title: 'x', kind: 'paper' }),
    ).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect(await issue(other, order)).toMatchObject({ status: 422, body: { code: 'finance/no-such-order' } });
    const { body } = await issue(desk, order);
    const franchise = await desk.agency.staff('branch-manager', await desk.agency.openBranch('franchise'));
    const headquarters = await desk.agency.staff('branch-manager');
    expect((await franchise.get(url(`/invoices/${body.id}`))).status).toBe(404);
    expect((await other.finance.get(url(`/invoices/${body.id}`))).status).toBe(404);
    expect((await headquarters.get(url(`/invoices/${body.id}`))).status).toBe(200);
  });
});
