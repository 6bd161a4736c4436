import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../../fixtures/catalogue.ts';
import { openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = () => `${world.url('booking')}/v1/orders`;

interface Found {
  readonly orders: { readonly id: string }[];
  readonly next: string | null;
  readonly code?: string;
}

const search = (desk: Desk, query: Record<string, string>, by = desk.sales) =>
  by.get<Found>(`${url()}?${new URLSearchParams(query).toString()}`);

const ids = async (desk: Desk, query: Record<string, string>) => {
  const { status, body } = await search(desk, query);
  expect([status, body.code]).toEqual([200, undefined]);
  return body.orders.map(({ id }) => id);
};

const customer = async (desk: Desk, zh: string, phone: string) => {
  const { status, body } = await desk.sales.post<{ id: string }>(`${world.url('crm')}/v1/customers`, {
    ...{ kind: 'person', name: { zh }, phone, source: 'walk-in', locale: 'zh' },
  });
  expect(status).toBe(201);
  return body.id;
};

const place = async (desk: Desk, change: object = {}) => {
  const { status, body } = await desk.sales.post<OrderAnswer>(url(), { ...desk.order(1), ...change });
  expect(status).toBe(201);
  return body;
};

describe('orders in review', () => {
  it('are listed by whose hold ends first, page by page, whatever was placed last', async () => {
    const desk = await openDesk(world);
    const placed = [await place(desk), await place(desk), await place(desk)];
    const [first, second, third] = placed.map(({ id }) => id);
    await world.admin.query(
      `update booking.orders set hold_expires_at = now() + case when id = $1 then interval '9 hours' else interval '2 hours' end where id in ($1, $2)`,
      [first, second],
    );
    await world.admin.query(
      `update booking.orders set hold_expires_at = now() + interval '5 hours' where id = $1`,
      [third],
    );
    const asked = { state: 'in-review', sort: 'hold', limit: '2' };
    const page = await search(desk, asked);
    expect([page.body.orders.map(({ id }) => id), page.body.next]).toEqual([[second, third], third]);
    expect(await ids(desk, { ...asked, after: third ?? '' })).toEqual([first]);
  });
});

describe('orders are found', () => {
  it('by name and phone through crm, which keeps both', async () => {
    const desk = await openDesk(world);
    const zhang = await place(desk, { customerId: await customer(desk, '张三丰', '13900001111') });
    const zhangTwo = await place(desk, { customerId: await customer(desk, '小张三', '13900002222') });
    await place(desk);
    expect(await ids(desk, { customerName: '张三' })).toEqual([zhangTwo.id, zhang.id]);
    expect(await ids(desk, { phone: '+86 139 0000 1111' })).toEqual([zhang.id]);
    expect(await ids(desk, { customerName: '张三', phone: '13900002222' })).toEqual([zhangTwo.id]);
    expect(await ids(desk, { customerName: '李四' })).toEqual([]);
    expect(await search(desk, { phone: 'abc' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/query/phone' }] },
    });
    const { rows } = await world.admin.query<{ found: boolean }>(
      `select exists (select from booking.customers c where c::text ~ '张三|13900001111') as found`,
    );
    expect(rows).toEqual([{ found: false }]);
  });

  it('by their ids, with number and customer, where one may see them', async () => {
    const desk = await openDesk(world);
    const other = await openDesk(world);
    const [own, strange] = [await place(desk), await place(other)];
    const { body } = await desk.sales.get(
      `${world.url('booking')}/v1/order-names?ids=${own.id},${strange.id}`,
    );
    expect(body).toEqual({ orders: [{ id: own.id, number: own.number, customerId: desk.customerId }] });
  });

  it('by name only where both services let the caller see them', async () => {
    const desk = await openDesk(world);
    await place(desk, { customerId: await customer(desk, '欧阳修', '13900003333') });
    const franchise = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    expect((await search(desk, { customerName: '欧阳' }, franchise)).body.orders).toEqual([]);
    const other = await openDesk(world);
    expect((await search(other, { customerName: '欧阳' })).body.orders).toEqual([]);
  });

  it('without crm, but for names and phones', async () => {
    const desk = await openDesk(world);
    const order = await place(desk);
    await world.stop('crm');
    try {
      expect(await search(desk, { customerName: '王' })).toMatchObject({
        status: 503,
        body: { code: 'crm/unavailable' },
      });
      expect(await search(desk, { phone: '13900001111' })).toMatchObject({ status: 503 });
      expect(await ids(desk, { number: order.number })).toEqual([order.id]);
    } finally {
      await world.start('crm');
    }
  });

  it('by number, state, departure, group, dates and destination, alone and together', async () => {
    const desk = await openDesk(world);
    const here = await place(desk);
    const thai = await addProduct(
      world,
      desk.manager,
      tour('曼谷', { destinationCountry: 'TH', destinationCity: '曼谷' }),
    );
    const departureId = await schedule(world, desk.manager, thai, later(90), '1000', {
      groupNumber: 'BKK-1',
    });
    const there = await place(desk, { departureId });
    const late = later(90);
    expect(await ids(desk, { number: there.number })).toEqual([there.id]);
    expect(await ids(desk, { state: 'in-review' })).toEqual([there.id, here.id]);
    expect(await ids(desk, { state: 'confirmed' })).toEqual([]);
    expect(await ids(desk, { groupNumber: 'BKK-1' })).toEqual([there.id]);
    expect(await ids(desk, { departureId })).toEqual([there.id]);
    expect(await ids(desk, { departsFrom: late, departsUntil: late })).toEqual([there.id]);
    expect(await ids(desk, { departsUntil: later(89) })).toEqual([here.id]);
    expect(await ids(desk, { destinationCountry: 'TH' })).toEqual([there.id]);
    expect(await ids(desk, { destinationCity: '桂林' })).toEqual([here.id]);
    expect(await ids(desk, { destinationCity: '桂林', departsFrom: late })).toEqual([]);
    expect(await search(desk, { departsFrom: late, departsUntil: later(1) })).toMatchObject({
      status: 422,
      body: { code: 'booking/dates-reversed' },
    });
  });

  it('by the whole running number, of every branch that has given it', async () => {
    const desk = await openDesk(world);
    const orders = [await place(desk), await place(desk)];
    const elsewhere = await openDesk(world);
    await place(elsewhere);
    const [year] = /\d{4}/.exec(orders[0]?.number ?? '') ?? [];
    for (const part of ['1', '000001', '01', `${year}-000001`, `hq-${year}-1`])
      expect([part, await ids(desk, { numberPart: part })]).toEqual([part, [orders[0]?.id]]);
    expect(await ids(desk, { numberPart: '2' })).toEqual([orders[1]?.id]);
    for (const part of ['3', '0', '999999999', '1999-000001', 'NJ-2026-1', '%', '-1', 'HQ'])
      expect([part, await ids(desk, { numberPart: part })]).toEqual([part, []]);
    expect(await ids(desk, { numberPart: '1', state: 'confirmed' })).toEqual([]);
  });

  it('page by page, each once', async () => {
    const desk = await openDesk(world);
    const placed: string[] = [];
    for (let count = 0; count < 5; count++) placed.unshift((await place(desk)).id);
    const first = await search(desk, { destinationCountry: 'CN', limit: '3' });
    const rest = await search(desk, { destinationCountry: 'CN', limit: '3', after: first.body.next ?? '' });
    expect([...first.body.orders, ...rest.body.orders].map(({ id }) => id)).toEqual(placed);
    expect(rest.body.next).toBeNull();
  });
});
