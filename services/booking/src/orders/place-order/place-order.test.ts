import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, openDesk, type OrderAnswer } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const orders = () => `${world.url('booking')}/v1/orders`;
const remaining = async (departureId: string) => {
  const { rows } = await world.admin.query<{ remaining: number }>(
    'select remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.remaining;
};

describe('201', () => {
  it('computes the amount, holds the seats, numbers the order and tells of it', async () => {
    const { sales, order, departureId, agency } = await openDesk(world);
    const { status, body } = await sales.post<OrderAnswer>(orders(), order(2));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'in-review',
      seats: 2,
      total: { amount: '200000', currency: 'CNY' },
      version: 1,
    });
    expect(body.number).toMatch(/^HQ-\d{4}-000001$/);
    expect(await remaining(departureId)).toBe(18);
    await eventually(async () => {
      const { rows } = await world.admin.query(
        `select published_at from booking.outbox where agency_id = $1 and subject like '%order.placed.v1'`,
        [agency.id],
      );
      expect(rows).toMatchObject([{ published_at: expect.any(Date) as Date }]);
    });
  });

  it('masks in the audit record what the note says', async () => {
    const { sales, order } = await openDesk(world);
    const { body } = await sales.post<OrderAnswer>(orders(), { ...order(), note: '客人对花生过敏' });
    const { rows } = await world.admin.query(
      `select after->>'note' as note, after->>'number' as number from booking.audit_records where object_id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ note: '***', number: body.number }]);
  });

  it('tells of it by the number it has drawn, in the event and in the stored answer', async () => {
    const { sales, order } = await openDesk(world);
    const { body } = await sales.post<OrderAnswer>(orders(), order(), {
      'idempotency-key': crypto.randomUUID(),
    });
    const { rows } = await world.admin.query(
      `select envelope::jsonb #>> '{data,number}' as told,
         (select response from booking.idempotency_keys where agency_id = outbox.agency_id) as answered
       from booking.outbox where aggregate_id = $1 and subject like '%order.placed.v1'`,
      [body.id],
    );
    expect(rows).toEqual([{ told: body.number, answered: body }]);
  });

  it('gives the same order again for the same idempotency key, and takes the seats once', async () => {
    const { sales, order, departureId } = await openDesk(world);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await sales.post<OrderAnswer>(orders(), order(), key);
    const again = await sales.post<OrderAnswer>(orders(), order(), key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await remaining(departureId)).toBe(18);
  });

  it('numbers orders without gaps when many are placed at once', async () => {
    const { sales, order } = await openDesk(world);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sales.post<OrderAnswer>(orders(), order(1))),
    );
    const numbers = answers.map(({ body }) => Number(body.number.slice(-6))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1));
  });
});

describe('409', () => {
  it('never sells a seat twice', async () => {
    const { sales, order, departureId } = await openDesk(world, { capacity: 7 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sales.post<OrderAnswer>(orders(), order(2))),
    );
    const placed = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([placed.length, refused.length]).toEqual([3, 17]);
    expect(refused.every(({ body }) => body.code === 'booking/not-enough-seats')).toBe(true);
    expect(await remaining(departureId)).toBe(1);
  });

  it('leaves nothing of an order that finds no seats: its idempotency key is still new', async () => {
    const { sales, order, departureId, agency } = await openDesk(world, { capacity: 1 });
    const key = { 'idempotency-key': crypto.randomUUID() };
    expect((await sales.post(orders(), order(2), key)).body['code']).toBe('booking/not-enough-seats');
    const { rows } = await world.admin.query(
      `select (select count(*)::int from booking.outbox where agency_id = $1 and subject like '%booking.order.%') as told,
         (select count(*)::int from booking.idempotency_keys where agency_id = $1 and key = $2) as answered,
         (select count(*)::int from booking.audit_records where agency_id = $1 and object_type = 'Order') as recorded`,
      [agency.id, key['idempotency-key']],
    );
    expect(rows).toEqual([{ told: 0, answered: 0, recorded: 0 }]);
    expect((await sales.post(orders(), order(1), key)).status).toBe(201);
    expect(await remaining(departureId)).toBe(0);
  });

  it('sells nothing for a branch that is closed', async () => {
    const { agency, sales, order, departureId } = await openDesk(world);
    const branchId = await agency.openBranch();
    const inBranch = () => sales.post<OrderAnswer>(orders(), { ...order(), branchId });
    await eventually(async () => expect((await inBranch()).status).toBe(201));
    const left = await remaining(departureId);
    const closing = `${world.url('identity')}/v1/branches/${branchId}/closing`;
    const closed = await agency.administrator.post(closing, {}, { 'if-match': '"1"' });
    expect(closed.status).toBe(200);
    await eventually(async () => {
      const { rows } = await world.admin.query('select from booking.branches where id = $1 and closed', [
        branchId,
      ]);
      expect(rows).toHaveLength(1);
    });
    expect(await inBranch()).toMatchObject({
      status: 409,
      body: { code: 'directory/branch-closed', errors: [{ field: '/body/branchId', rule: 'open-branch' }] },
    });
    expect(await remaining(departureId)).toBe(left);
  });
});

describe('422', () => {
  it('knows no customer of another agency', async () => {
    const [ours, theirs] = await Promise.all([openDesk(world), openDesk(world)]);
    const { status, body } = await ours.sales.post(orders(), {
      ...ours.order(),
      customerId: theirs.customerId,
    });
    expect([status, body['code']]).toEqual([422, 'booking/no-such-customer']);
  });

  it('knows no departure of another agency', async () => {
    const [ours, theirs] = await Promise.all([openDesk(world), openDesk(world)]);
    const { status, body } = await ours.sales.post(orders(), {
      ...ours.order(),
      departureId: theirs.departureId,
    });
    expect([status, body['code']]).toEqual([422, 'booking/no-such-departure']);
  });

  it('refuses an idempotency key that came with another order', async () => {
    const { sales, order } = await openDesk(world);
    const key = { 'idempotency-key': crypto.randomUUID() };
    await sales.post(orders(), order(1), key);
    const { status, body } = await sales.post(orders(), order(2), key);
    expect([status, body['code']]).toEqual([422, 'request/idempotency-key-reused']);
  });
});

describe('400', () => {
  it.each([
    ['a missing field', { departureId: undefined }, '/body/departureId', 'required'],
    ['an unknown field', { discount: 10 }, '/body/discount', 'additionalProperties'],
    ['a wrong type', { counts: [{ category: 'adult', count: 'two' }] }, '/body/counts/0/count', 'type'],
    [
      'a word that is none of the set',
      { counts: [{ category: 'senior', count: 1 }] },
      '/body/counts/0/category',
      'enum',
    ],
    [
      'an amount out of range',
      { counts: [{ category: 'adult', count: 0 }] },
      '/body/counts/0/count',
      'minimum',
    ],
    ['an id that is none', { customerId: '42' }, '/body/customerId', 'format'],
    ['a text that is too long', { note: '长'.repeat(2_001) }, '/body/note', 'maxLength'],
  ])('names field and rule of %s, and takes no seat', async (_what, change, field, rule) => {
    const { sales, order, departureId } = await openDesk(world);
    const { status, body } = await sales.post<{ code: string; errors: object[] }>(orders(), {
      ...order(),
      ...change,
    });
    expect([status, body.code]).toEqual([400, 'request/invalid']);
    expect(body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, rule })]));
    expect(await remaining(departureId)).toBe(20);
  });

  it('says in Chinese what is wrong to whoever reads Chinese', async () => {
    const { sales, order } = await openDesk(world);
    const { body } = await sales.post<{ title: string; errors: { message: string }[] }>(
      orders(),
      { ...order(), counts: [] },
      { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    );
    expect(body.title).toBe('请求有误，请检查所列字段。');
    expect(body.errors[0]?.message).toBe('至少 1 项');
  });

  it('answers broken JSON and a body of 2 MB with problems', async () => {
    const { sales } = await openDesk(world);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sales.token}` };
    const send = async (body: string) => {
      const response = await fetch(orders(), { method: 'POST', headers, body });
      return [
        response.status,
        response.headers.get('content-type')?.split(';')[0],
        ((await response.json()) as { code: string }).code,
      ];
    };
    expect(await send('{"customerId":')).toEqual([400, 'application/problem+json', 'request/malformed-json']);
    expect(await send(JSON.stringify({ note: 'x'.repeat(2_000_000) }))).toEqual([
      413,
      'application/problem+json',
      'request/too-large',
    ]);
  });
});

describe('401, 403, 405', () => {
  it('is for people who have signed in', async () => {
    const { order } = await openDesk(world);
    expect(await anonymous.post(orders(), order())).toMatchObject({
      status: 401,
      body: { code: 'access/unauthenticated' },
    });
    const forged = await anonymous.post(orders(), order(), { authorization: 'Bearer a.b.c' });
    expect(forged).toMatchObject({ status: 401, body: { code: 'access/invalid-token' } });
  });

  it('names the permission that is missing', async () => {
    const { agency, order } = await openDesk(world);
    const guide = await agency.staff('guide');
    const { status, body } = await guide.post(orders(), order());
    expect([status, body['code'], body['title']]).toEqual([
      403,
      'access/forbidden',
      'You may not place orders: you lack the permission booking.order.place.',
    ]);
  });

  it('says which methods an address takes', async () => {
    const answer = await anonymous.ask(orders(), { method: 'PUT', body: {} });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });
});
