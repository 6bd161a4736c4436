import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const adults = (count: number) => ({ counts: [{ category: 'adult', count }] });
const edit = (by: Staff, { id }: { id: string }, body: object, version = 1) =>
  by.put<OrderAnswer>(url(`/${id}`), body, version);

async function placed(desk: Desk, count = 2): Promise<OrderAnswer> {
  const { status, body } = await desk.sales.post<OrderAnswer>(url(), desk.order(count));
  expect(status).toBe(201);
  return body;
}

const remaining = async ({ departureId }: Desk) => {
  const { rows } = await world.admin.query<{ remaining: number }>(
    'select remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.remaining;
};

describe('editing an order before its approval', () => {
  it('changes people, note, seats and price, and tells of it once', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    const more = await edit(desk.sales, order, { ...adults(5), note: '靠窗' });
    expect(more).toMatchObject({
      status: 200,
      body: { seats: 5, total: { amount: '500000' }, note: '靠窗', version: 2, state: 'in-review' },
    });
    expect(await remaining(desk)).toBe(15);
    expect((await edit(desk.sales, order, adults(1), 2)).body).toMatchObject({ seats: 1, note: '' });
    expect(await remaining(desk)).toBe(19);
    const detail = await desk.sales.get(url(`/${order.id}`));
    expect(detail.body).toMatchObject({
      lines: [{ category: 'adult', count: 1, amount: { amount: '100000' } }],
    });
    const { rows } = await world.admin.query(
      `select aggregate_version from booking.outbox where aggregate_id = $1 and subject like '%order.edited.v1' order by 1`,
      [order.id],
    );
    expect(rows).toEqual([{ aggregate_version: 2 }, { aggregate_version: 3 }]);
  });

  it('masks the note in the audit record and says how many travel', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    await edit(desk.sales, order, { ...adults(3), note: '客人对花生过敏' });
    const { rows } = await world.admin.query<{ after: string }>(
      `select after::text from booking.audit_records where object_id = $1 and change = 'update'`,
      [order.id],
    );
    const told = rows.map(({ after }) => after).join(' ');
    expect(told).toContain('"count": 3');
    expect(told).not.toContain('花生');
  });

  it('says in the audit record who travelled before and who does now', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    const people = `${world.url('crm')}/v1/customers/${desk.customerId}/travellers`;
    const person = { name: '李雷', birthDate: '1988-02-29', nationality: 'CN', relation: 'self' };
    const { body: traveller } = await desk.sales.post<{ id: string }>(people, person);
    const travellers = [{ travellerId: traveller.id, category: 'adult' }];
    expect((await edit(desk.sales, order, { ...adults(2), travellers })).status).toBe(200);
    await edit(desk.sales, order, adults(2), 2);
    const { rows } = await world.admin.query<{ before: object; after: object }>(
      `select before->'travellers' as before, after->'travellers' as after from booking.audit_records
       where object_id = $1 and change = 'update' and after ? 'lines' order by occurred_at`,
      [order.id],
    );
    expect(rows).toEqual([
      { before: [], after: [traveller.id] },
      { before: [traveller.id], after: [] },
    ]);
  });

  it('is refused to others, once it is approved, and with a version that is not the newest', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    const colleague = await desk.agency.staff('sales');
    expect(await edit(colleague, order, adults(1))).toMatchObject({
      status: 403,
      body: { code: 'booking/not-the-author-edits' },
    });
    expect(await edit(desk.reviewer, order, adults(1))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect((await edit(desk.sales, order, adults(1), 7)).status).toBe(412);
    await desk.reviewer.post(url(`/${order.id}/approval`), {}, at(1));
    expect(await edit(desk.sales, order, adults(1), 2)).toMatchObject({
      status: 409,
      body: { code: 'booking/wrong-state' },
    });
    expect(await remaining(desk)).toBe(18);
  });

  it('refuses an edit of what another agency or branch has, and unknown fields', async () => {
    const [desk, other] = [await openDesk(world), await openDesk(world)];
    const order = await placed(desk);
    expect((await edit(other.sales, order, adults(1))).status).toBe(404);
    const franchise = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    expect((await edit(franchise, order, adults(1))).status).toBe(404);
    expect(await edit(desk.sales, order, { ...adults(1), total: '1' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/total', rule: 'additionalProperties' }] },
    });
  });

  it('never takes a seat twice: of many edits at once only those get seats for whom there are some', async () => {
    const desk = await openDesk(world, { capacity: 12 });
    const orders: OrderAnswer[] = [];
    for (let count = 0; count < 8; count++) orders.push(await placed(desk, 1));
    const answers = await Promise.all(orders.map((order) => edit(desk.sales, order, adults(2))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(answers.filter(({ body }) => body.code === 'booking/not-enough-seats')).toHaveLength(4);
    expect(await remaining(desk)).toBe(0);
  });

  it('and its approval at once: one of them has not seen the other', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    const [edited, approved] = await Promise.all([
      edit(desk.sales, order, adults(4)),
      desk.reviewer.post<OrderAnswer>(url(`/${order.id}/approval`), {}, at(1)),
    ]);
    expect([edited.status, approved.status].toSorted((one, other) => one - other)).toEqual([200, 412]);
    expect(await remaining(desk)).toBe(edited.status === 200 ? 16 : 18);
  });
});
