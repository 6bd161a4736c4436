import { newId } from '@yitu/kernel';
import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { nights, openQuotingDesk } from '../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

interface Task {
  readonly kind: string;
  readonly count: number;
  readonly oldestAt?: string;
  readonly dueOn?: string;
  readonly objects: { id: string; number: string | null }[];
}

interface Listed {
  readonly objects: readonly { readonly id: string }[];
  readonly next: string | null;
}

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
async function tasksOf(one: Staff): Promise<Record<string, Task>> {
  const { status, body } = await one.get<{ tasks: Task[] }>(booking('tasks'));
  expect(status).toBe(200);
  return Object.fromEntries(body.tasks.map((task) => [task.kind, task]));
}
const day = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

async function place({ sales, order }: Desk, who = sales, wish: object = {}): Promise<OrderAnswer> {
  const { status, body } = await who.post<OrderAnswer>(booking('orders'), { ...order(), ...wish });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const decide = ({ reviewer }: Desk, { id, version }: OrderAnswer, what: string, body: object = {}) =>
  reviewer.post<OrderAnswer>(booking(`orders/${id}/${what}`), body, { 'if-match': `"${version}"` });

describe('tasks of booking', () => {
  it('are orders to review for who may review them, but did not make them', async () => {
    const desk = await openDesk(world);
    const [first, second] = [await place(desk), await place(desk)];
    const waiting = [first, second].map(({ id, number }) => ({ id, number }));
    expect((await tasksOf(desk.reviewer))['order-to-review']).toEqual({
      ...{ kind: 'order-to-review', count: 2, objects: waiting, oldestAt: expect.any(String) as unknown },
    });
    const boss = await desk.agency.staff('branch-manager');
    const own = await place(desk, boss);
    expect((await tasksOf(boss))['order-to-review']).toMatchObject({ count: 2, objects: waiting });
    expect((await tasksOf(desk.reviewer))['order-to-review']).toMatchObject({ count: 3 });
    expect(await tasksOf(desk.sales)).not.toHaveProperty('order-to-review');
    expect((await decide(desk, own, 'return', { reason: '请补充说明' })).status).toBe(200);
    expect((await tasksOf(boss))['order-returned']).toMatchObject({ count: 1, objects: [{ id: own.id }] });
    expect((await tasksOf(desk.sales))['order-returned']).toEqual({
      kind: 'order-returned',
      count: 0,
      objects: [],
    });
  });

  it('are of one’s own branch and agency alone, and nothing for who works on nothing', async () => {
    const [desk, other] = [await openDesk(world), await openDesk(world)];
    await Promise.all([place(desk), place(other)]);
    const branchId = await desk.agency.openBranch('franchise');
    const reviewer = await desk.agency.staff('project-manager', branchId);
    expect((await tasksOf(reviewer))['order-to-review']).toMatchObject({ count: 0, objects: [] });
    expect((await tasksOf(desk.reviewer))['order-to-review']).toMatchObject({ count: 1 });
    expect(await tasksOf(await desk.agency.staff('auditor'))).toEqual({});
    expect((await fetch(booking('tasks'))).status).toBe(401);
  });

  it('are deposits and balances that are late, by the day they were due, and departures within a week', async () => {
    const desk = await openDesk(world);
    const soon = await scheduleDeparture(world, desk.manager, { departsOn: day(6) });
    const later = await scheduleDeparture(world, desk.manager, { departsOn: day(9) });
    const [late, near, notYet] = [
      await place(desk),
      await place(desk, desk.sales, { departureId: soon }),
      await place(desk, desk.sales, { departureId: later }),
    ];
    for (const order of [late, near, notYet])
      expect((await decide(desk, order, 'approval')).status).toBe(200);
    expect((await tasksOf(desk.sales))['payment-overdue']).toMatchObject({ count: 0 });
    const set = (sql: string, ...values: unknown[]) => world.admin.query(sql, values);
    await set(`update booking.orders set state = 'confirmed', paid = 1 where id = any ($1)`, [
      near.id,
      notYet.id,
    ]);
    await set('delete from booking.payment_dues where order_id = any ($1)', [[late.id, near.id, notYet.id]]);
    const due = (order: OrderAnswer, kind: string, amount: number, dueOn: string) =>
      set(
        `insert into booking.payment_dues (agency_id, order_id, kind, branch_id, author_id, amount, due_on) values ($1, $2, $3, $4, $5, $6, $7)`,
        ...[desk.agency.id, order.id, kind, desk.agency.headquartersId, desk.sales.userId, amount, dueOn],
      );
    await due(late, 'deposit', 100, day(-2));
    await due(near, 'deposit', 1, day(-9));
    await due(near, 'balance', 100, day(-1));
    await due(notYet, 'deposit', 1, day(-9));
    await due(notYet, 'balance', 100, day(0));
    const tasks = await tasksOf(desk.sales);
    expect(tasks['payment-overdue']).toEqual({
      ...{ kind: 'payment-overdue', count: 2, dueOn: day(-2) },
      objects: [late, near].map(({ id, number }) => ({ id, number })),
    });
    const { body } = await desk.sales.get<{ orders: { id: string }[] }>(
      `${world.url('booking')}/v1/orders?overdue=true`,
    );
    expect(body.orders.map(({ id }) => id)).toEqual([near.id, late.id]); // what home counts, as a list
    const listed = async (query: string) =>
      (await desk.sales.get<Listed>(booking(`tasks/payment-overdue?${query}`))).body;
    const first = await listed('limit=1');
    expect(first).toEqual({ objects: [{ id: late.id, number: late.number, on: day(-2) }], next: late.id });
    expect(await listed(`limit=1&after=${late.id}`)).toEqual({
      ...{ objects: [{ id: near.id, number: near.number, on: day(-1) }], next: null },
    });
    const guide = await desk.agency.staff('guide');
    expect((await guide.get<Listed>(booking('tasks/payment-overdue'))).body.objects).toEqual([]);
    expect((await desk.sales.get(booking('tasks/sheet-to-open'))).status).toBe(400);
    expect(tasks['order-departing']).toMatchObject({ count: 1, dueOn: day(6), objects: [{ id: near.id }] });
    const rules = `${world.url('booking')}/v1/reminder-rules`;
    expect((await desk.manager.get(rules)).body).toEqual({ reminderHour: 9, departingDays: 7, version: 1 });
    const set14 = await desk.manager.put(rules, { reminderHour: 9, departingDays: 9 }, 1);
    expect(set14).toMatchObject({ status: 200, body: { departingDays: 9, version: 2 } });
    expect((await tasksOf(desk.sales))['order-departing']).toMatchObject({ count: 2, dueOn: day(6) });
  });

  it('are balances by their day, however long before the departure, and none of a departure that was called off', async () => {
    const desk = await openDesk(world, { departsOn: day(170) });
    const order = await place(desk);
    expect((await decide(desk, order, 'approval')).status).toBe(200);
    await world.admin.query(
      `update booking.orders set state = 'confirmed', paid = 60000, hold_expires_at = null where id = $1`,
      [order.id],
    );
    await world.admin.query(
      `update booking.payment_dues set due_on = $2 where order_id = $1 and kind = 'balance'`,
      [order.id, day(-1)],
    );
    expect((await tasksOf(desk.sales))['payment-overdue']).toMatchObject({ count: 1, dueOn: day(-1) });
    expect((await tasksOf(desk.sales))['choice-to-record']).toMatchObject({ count: 0 });
    const cancellation = { reason: '人数不足', cause: 'minimum-group' };
    const url = booking(`departures/${desk.departureId}/cancellation`);
    expect((await desk.manager.post(url, cancellation, { 'if-match': '"1"' })).status).toBe(200);
    expect((await tasksOf(desk.sales))['payment-overdue']).toMatchObject({ count: 0 });
    expect((await tasksOf(desk.sales))['choice-to-record']).toMatchObject({
      ...{ count: 1, objects: [{ id: order.id, number: order.number }] },
      oldestAt: expect.any(String) as unknown,
    });
    expect(await tasksOf(await desk.agency.staff('guide'))).not.toHaveProperty('choice-to-record');
  });

  it('are seats that are offered to somebody who waits', async () => {
    const desk = await openDesk(world);
    const [id, elsewhere] = [newId(), newId()];
    for (const [entry, state] of [
      [id, 'offered'],
      [elsewhere, 'waiting'],
    ])
      await world.admin.query(
        `insert into booking.waiting_entries (agency_id, id, departure_id, branch_id, author_id, customer_id, channel, counts, single_rooms,
           travellers, note, seats, state, offer_expires_at, version, created_at)
         values ($1, $2, $3, $4, $5, $6, 'counter', '[]', 0, '[]', '', 1, $7, case when $7 = 'offered' then now() end, 1, now())`,
        [
          ...[
            desk.agency.id,
            entry,
            desk.departureId,
            desk.agency.headquartersId,
            desk.sales.userId,
            newId(),
          ],
          state,
        ],
      );
    expect((await tasksOf(desk.sales))['waiting-offer']).toMatchObject({
      count: 1,
      objects: [{ id, number: null }],
    });
  });

  it('are quotations below cost for who may let them through, but did not write them', async () => {
    const { quote, agency, reviewer } = await openQuotingDesk(world);
    const author = await agency.staff('branch-manager');
    const { body } = await quote({ lines: [nights('30000', { unitCost: '32000' })] }, author);
    await quote({ lines: [nights('30000', { unitCost: '20000' })] }, author);
    expect((await tasksOf(reviewer))['quotation-to-approve']).toMatchObject({
      ...{ count: 1, objects: [{ id: body.id }] },
    });
    expect((await tasksOf(author))['quotation-to-approve']).toMatchObject({ count: 0 });
  });

  it('are requests of customers for a quotation, at whose branch they are, until somebody answers', async () => {
    const desk = await openDesk(world);
    const elsewhere = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    const [open, declined] = [newId(), newId()];
    for (const [id, state] of [
      [open, 'open'],
      [declined, 'declined'],
    ])
      await world.admin.query(
        `insert into booking.quotation_requests (agency_id, id, branch_id, author_id, customer_id, travellers, words, state, version, created_at)
         values ($1, $2, $3, $4, $5, 4, '', $6, 1, now())`,
        [desk.agency.id, id, desk.agency.headquartersId, newId(), newId(), state],
      );
    expect((await tasksOf(desk.sales))['quotation-request-open']).toEqual({
      ...{ kind: 'quotation-request-open', count: 1, objects: [{ id: open, number: null }] },
      oldestAt: expect.any(String) as unknown,
    });
    expect((await tasksOf(elsewhere))['quotation-request-open']).toMatchObject({ count: 0 });
    expect(await tasksOf(desk.reviewer)).not.toHaveProperty('quotation-request-open');
  });
});
