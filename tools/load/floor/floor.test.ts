import { newId } from '@yitu/kernel';
import { copyDatabase } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createFloor, type Floor } from './floor.ts';

const stock = { id: newId(), productId: newId(), departureIds: [newId(), newId()] };
const [departureId] = stock.departureIds;

let database: Awaited<ReturnType<typeof copyDatabase>>;
let floor: Floor;
beforeAll(async () => {
  database = await copyDatabase(inject('postgresUrl'));
  floor = await createFloor(database.url, stock);
});
afterAll(async () => {
  await floor.remove();
  await database.drop();
});

const branchId = newId();
const order = {
  agencyId: stock.id,
  branchId,
  branchCode: 'HQ',
  authorId: newId(),
  customerId: newId(),
  departureId,
  productId: stock.productId,
  unitPrice: '68000',
  counts: [{ category: 'adult', count: 2 }],
  travellers: [newId(), newId()].map((travellerId) => ({ travellerId, category: 'adult' })),
  note: 'note',
};

async function place(key: string, changes: object = {}) {
  const response = await fetch(floor.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...order, ...changes }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const rows = async (table: string, columns: string) =>
  (await database.admin.query(`select ${columns} from load_floor.${table}`)).rows;

describe('the floor', () => {
  it('stores all that placing an order stores, in booking’s tables', async () => {
    const { status, body } = await place('first');
    expect(status).toBe(201);
    const number = `HQ-${new Date().getUTCFullYear()}-000001`;
    const amounts = { total: { amount: '136000', currency: 'CNY' }, paid: { amount: '0', currency: 'CNY' } };
    expect(body).toMatchObject({ number, departureId, state: 'in-review', seats: 2, ...amounts });

    expect(await rows('orders', 'number, total, seats')).toEqual([{ number, total: '136000', seats: 2 }]);
    expect(await rows('order_lines', 'order_id, count, amount')).toEqual([
      { order_id: body.id, count: 2, amount: '136000' },
    ]);
    expect(await rows('order_travellers', 'traveller_id')).toHaveLength(2);
    expect(await rows('idempotency_keys', 'key, response')).toEqual([{ key: 'first', response: body }]);
    expect(await rows('audit_records', 'action, after')).toEqual([
      { action: 'booking.order.place', after: body },
    ]);
    const messages = (await rows('outbox', 'envelope')).map(({ envelope }) => JSON.parse(envelope));
    expect(messages.map(({ type }) => type)).toEqual([
      'booking.order.placed.v1',
      'booking.order.hold-expiry-due.v1',
    ]);
    expect(messages[0].data).toMatchObject({ orderId: body.id, number, branchId });
  });

  it('numbers orders by branch and takes their seats', async () => {
    const numbers = [await place('second'), await place('third', { branchId: newId(), branchCode: 'SZ' })];
    expect(numbers.map(({ body }) => body.number.slice(0, 2) + body.number.slice(-2))).toEqual([
      'HQ02',
      'SZ01',
    ]);
    const [sold, untouched] = await rows('departures order by remaining', 'remaining');
    expect([sold, untouched]).toEqual([{ remaining: 9_994 }, { remaining: 10_000 }]);
  });

  it('stores nothing where there are no seats', async () => {
    const before = await rows('orders', 'id');
    const { status } = await place('too many', { counts: [{ category: 'adult', count: 9_995 }] });
    expect(status).toBe(409);
    expect(await rows('orders', 'id')).toEqual(before);
  });

  it('goes and takes its tables with it', async () => {
    await floor.remove();
    await expect(place('late')).rejects.toThrow('fetch failed');
    await expect(rows('orders', 'id')).rejects.toThrow('does not exist');
  });
});
