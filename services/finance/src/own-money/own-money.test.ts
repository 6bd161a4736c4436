import {
  eventually,
  registerCustomer,
  startWorld,
  type SignedInCustomer,
  type Staff,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, openDesk, pay, type Desk, type SoldOrder } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('finance')}/v1/${path}`;

/** The customer of an order makes an account; finance has heard of it. */
async function customerOf({ agency }: Desk, { id }: SoldOrder): Promise<SignedInCustomer> {
  const { rows } = await world.admin.query<{ customer_id: string }>(
    'select customer_id from booking.orders where id = $1',
    [id],
  );
  const customer = await registerCustomer(world, agency, rows[0]?.customer_id);
  await eventually(async () => {
    const known = 'select from finance.customer_accounts where account_id = $1';
    if ((await world.admin.query(known, [customer.userId])).rowCount !== 1) throw new Error('not known yet');
  });
  return customer;
}

async function printed({ token }: Staff, id: string, query = '') {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url(`invoices/${id}/document${query}`), { headers });
  return { status: response.status, file: Buffer.from(await response.arrayBuffer()).toString('latin1') };
}

describe('an invoice as PDF', () => {
  it('is for the staff and for the customer it belongs to, and for nobody else', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await pay(world, desk, order, '100000');
    const invoice = { orderId: order.id, title: '王小明', kind: 'electronic' };
    const { id } = await done<{ id: string }>(desk.finance.post(url('invoices'), invoice));
    const pdf = { status: 200, file: expect.stringMatching(/^%PDF-1\.\d[^]*NotoSansSC[^]*%%EOF\s*$/) };
    expect(await printed(desk.finance, id)).toMatchObject(pdf);
    expect(await printed(await customerOf(desk, order), id, '?language=en')).toMatchObject(pdf);
    const stranger = await registerCustomer(world, desk.agency);
    expect((await printed(stranger, id)).status).toBe(404);
    expect((await printed((await openDesk(world)).finance, id)).status).toBe(404);
    expect((await printed(desk.sales, id)).status).toBe(403);
  });
});

describe('what customers see of their money', () => {
  it('is what they have paid, of all their orders or of one, also from before they had an account', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await pay(world, desk, order, '60000');
    const others = await desk.sell(1);
    await pay(world, desk, others, '70000');
    const customer = await customerOf(desk, order);
    const { body } = await customer.get<{ payments: object[] }>(url('own-payments'));
    expect(body.payments).toEqual([
      {
        ...{ id: expect.any(String), orderId: order.id, method: 'bank-transfer', state: 'received' },
        ...{ receivedOn: expect.any(String), refunded: { amount: '0', currency: 'CNY' } },
        amount: { amount: '60000', currency: 'CNY' },
      },
    ]);
    const ofOthers = await customer.get<{ payments: object[] }>(url(`own-payments?orderId=${others.id}`));
    expect(ofOthers.body.payments).toEqual([]);
    expect((await customer.get(url('payments'))).status).toBe(403);
    expect((await customer.get(url('invoices'))).status).toBe(403);
  });

  it('is what goes back to them, and their invoices with what they had put on them', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await pay(world, desk, order, '100000');
    const invoice = { orderId: order.id, title: '王小明', kind: 'electronic' };
    await done(desk.finance.post(url('invoices'), invoice));
    const beyond = { amount: { amount: '500', currency: 'CNY' }, method: 'cash', beyondTotal: 'credit' };
    const { rows } = await world.admin.query<{ day: string }>('select current_date::text as day');
    await done(
      desk.finance.post(url('payments'), { ...beyond, orderId: order.id, receivedOn: rows[0]?.day }),
    );
    const customer = await customerOf(desk, order);
    const invoices = await customer.get<{ invoices: object[] }>(url('own-invoices'));
    expect(invoices.body.invoices).toMatchObject([
      { orderNumber: order.number, title: '王小明', amount: { amount: '100000' }, state: 'issued' },
    ]);
    expect(invoices.body.invoices[0]).not.toHaveProperty('issuedBy');
    await eventually(async () => {
      const { body } = await customer.get<{ refunds: object[] }>(url(`own-refunds?orderId=${order.id}`));
      expect(body.refunds).toMatchObject([
        { kind: 'refund', orderId: order.id, amount: { amount: '500' }, state: 'due', paidOn: null },
      ]);
    });
  });

  it('shows others nothing: no customer, no other agency, nobody who sees more than their own', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await pay(world, desk, order, '60000');
    const [stranger, auditor] = [
      await registerCustomer(world, desk.agency),
      await desk.agency.staff('auditor'),
    ];
    const foreign = await registerCustomer(world, await world.foundAgency());
    for (const one of [stranger, auditor, foreign]) {
      expect((await one.get<{ payments: object[] }>(url('own-payments'))).body.payments).toEqual([]);
      expect((await one.get<{ refunds: object[] }>(url('own-refunds'))).body.refunds).toEqual([]);
      expect((await one.get<{ invoices: object[] }>(url('own-invoices'))).body.invoices).toEqual([]);
    }
    expect((await desk.sales.get(url('own-payments'))).status).toBe(403);
  });
});
