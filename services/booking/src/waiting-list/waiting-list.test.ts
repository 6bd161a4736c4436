import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterCustomer, openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly position: number | null;
  readonly seats: number;
  readonly orderId: string | null;
  readonly offerExpiresAt: string | null;
  readonly code?: string;
}

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const adults = (count: number) => [{ category: 'adult', count }];

const join = async (desk: Desk, seats: number, by: Staff = desk.sales) => {
  const customerId = await enterCustomer(world, by);
  return by.post<Entry>(url(`/departures/${desk.departureId}/waiting-list`), {
    customerId,
    counts: adults(seats),
  });
};

const joined = async (desk: Desk, seats: number, by?: Staff): Promise<Entry> => {
  const { status, body } = await join(desk, seats, by);
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
};

const placed = async (desk: Desk, seats: number): Promise<OrderAnswer> => {
  const { status, body } = await desk.sales.post<OrderAnswer>(url('/orders'), desk.order(seats));
  expect(status).toBe(201);
  return body;
};

const withdraw = (desk: Desk, { id, version }: OrderAnswer) =>
  desk.sales.ask<OrderAnswer>(url(`/orders/${id}`), { method: 'DELETE', headers: at(version) });

const read = async (by: Staff, { id }: Entry) => (await by.get<Entry>(url(`/waiting-entries/${id}`))).body;

const until = (desk: Desk, entry: Entry, state: string) =>
  eventually(async () => {
    const now = await read(desk.sales, entry);
    expect(now.state).toBe(state);
    return now;
  });

const accept = (by: Staff, { id }: Entry, version = 2) =>
  by.post<OrderAnswer>(url(`/waiting-entries/${id}/acceptance`), {}, at(version));
const decline = (by: Staff, { id }: Entry, version = 2) =>
  by.post<Entry>(url(`/waiting-entries/${id}/refusal`), {}, at(version));

/** Its time is over as far as the message tells that waits in the outbox. */
const letLapse = (...entries: Entry[]) =>
  world.admin.query(
    `update booking.outbox set not_before = now() where aggregate_id = any ($1) and published_at is null`,
    [entries.map(({ id }) => id)],
  );

interface Seats {
  readonly capacity: number;
  readonly remaining: number;
  readonly kept: number;
  readonly held: number;
}

/** What a departure counts, and what its orders and offers really hold. */
const seatsOf = async ({ departureId }: Desk): Promise<Seats> => {
  const { rows } = await world.admin.query<Seats>(
    `select capacity, remaining, kept_for_waiting as kept,
       (select coalesce(sum(seats), 0)::integer from booking.orders where departure_id = d.id and state not in ('cancelled', 'expired'))
       + (select coalesce(sum(seats), 0)::integer from booking.waiting_entries where departure_id = d.id and state = 'offered') as held
     from booking.departures d where id = $1`,
    [departureId],
  );
  const [row] = rows;
  if (!row) throw new Error('the departure is there');
  return row;
};

const balanced = async (desk: Desk) => {
  const { capacity, remaining, kept, held } = await seatsOf(desk);
  expect(remaining + kept + held).toBe(capacity);
};

describe('joining the waiting list', () => {
  it('is for departures without room for the party, each customer once', async () => {
    const desk = await openDesk(world, { capacity: 4 });
    expect(await join(desk, 2)).toMatchObject({ status: 409, body: { code: 'booking/seats-available' } });
    await placed(desk, 3);
    expect(await join(desk, 1)).toMatchObject({ status: 409, body: { code: 'booking/seats-available' } });
    expect(await join(desk, 5)).toMatchObject({ status: 422, body: { code: 'booking/party-too-large' } });
    const first = await joined(desk, 2);
    const second = await joined(desk, 2);
    expect([first, second]).toMatchObject([
      { position: 1, state: 'waiting', seats: 2, version: 1 },
      { position: 2 },
    ]);
    const again = await desk.sales.post(url(`/departures/${desk.departureId}/waiting-list`), {
      customerId: (await desk.sales.get<{ customerId: string }>(url(`/waiting-entries/${first.id}`))).body
        .customerId,
      counts: adults(2),
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'booking/already-waiting' } });
  });

  it('is left at will: those behind move up', async () => {
    const desk = await openDesk(world, { capacity: 2 });
    await placed(desk, 2);
    const [first, second] = [await joined(desk, 1), await joined(desk, 1)];
    const left = await desk.sales.ask<Entry>(url(`/waiting-entries/${first.id}`), {
      ...{ method: 'DELETE', headers: at(1) },
    });
    expect(left.body).toMatchObject({ state: 'left', position: null, version: 2 });
    expect((await read(desk.sales, second)).position).toBe(1);
    const list = await desk.sales.get<{ entries: Entry[] }>(
      url(`/departures/${desk.departureId}/waiting-list?state=waiting`),
    );
    expect(list.body.entries.map(({ id }) => id)).toEqual([second.id]);
  });

  it('shows a branch its own entries, with their place among those of all branches', async () => {
    const desk = await openDesk(world, { capacity: 2 });
    await placed(desk, 2);
    const first = await joined(desk, 1);
    const franchise = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    const theirs = await joined(desk, 1, franchise);
    expect(theirs.position).toBe(2);
    expect((await franchise.get(url(`/waiting-entries/${first.id}`))).status).toBe(404);
    expect((await decline(franchise, first, 1)).status).toBe(404);
    const other = await openDesk(world);
    expect((await other.sales.get(url(`/waiting-entries/${first.id}`))).status).toBe(404);
    const guide = await desk.agency.staff('guide');
    expect((await join(desk, 1, desk.sales)).status).toBe(201);
    expect((await accept(guide, first, 1)).status).toBe(403);
  });
});

describe('seats that come free', () => {
  it('are offered to the first who fits, held, and become an order without another seat', async () => {
    const desk = await openDesk(world, { capacity: 4 });
    const [large, small] = [await placed(desk, 3), await placed(desk, 1)];
    const four = await joined(desk, 4);
    const two = await joined(desk, 2);
    await withdraw(desk, large);
    const offered = await until(desk, two, 'offered');
    expect(offered.offerExpiresAt).toEqual(expect.any(String));
    expect((await read(desk.sales, four)).state).toBe('waiting');
    expect(await seatsOf(desk)).toMatchObject({ remaining: 1, kept: 0, held: 3 });
    const order = await accept(desk.sales, two, offered.version);
    expect(order).toMatchObject({
      status: 201,
      body: { state: 'in-review', seats: 2, total: { amount: '200000' } },
    });
    expect(await seatsOf(desk)).toMatchObject({ remaining: 1, held: 3 });
    expect(await read(desk.sales, two)).toMatchObject({
      state: 'accepted',
      orderId: order.body.id,
      version: 3,
    });
    expect(await accept(desk.sales, two, 3)).toMatchObject({
      status: 409,
      body: { code: 'booking/waiting-state' },
    });
    await withdraw(desk, small);
    await withdraw(desk, order.body);
    await until(desk, four, 'offered');
    expect(await seatsOf(desk)).toMatchObject({ remaining: 0, held: 4 });
  });

  it('come from expiry, edits and extended capacity alike', async () => {
    const desk = await openDesk(world, { capacity: 3 });
    const [one, two] = [await placed(desk, 1), await placed(desk, 2)];
    const waiting = [await joined(desk, 1), await joined(desk, 1), await joined(desk, 1)] as const;
    await world.admin.query(
      `update booking.outbox set not_before = now() where aggregate_id = $1 and published_at is null`,
      [one.id],
    );
    await until(desk, waiting[0], 'offered');
    await desk.sales.put(url(`/orders/${two.id}`), { counts: adults(1) }, 1);
    await until(desk, waiting[1], 'offered');
    const { body } = await desk.manager.get<{ version: number }>(url(`/departures/${desk.departureId}`));
    await desk.manager.put(url(`/departures/${desk.departureId}/capacity`), { capacity: 4 }, body.version);
    await until(desk, waiting[2], 'offered');
    expect(await seatsOf(desk)).toMatchObject({ capacity: 4, remaining: 0, held: 4 });
  });

  it('go to the next when an offer is declined, and to the one after when it lapses', async () => {
    const desk = await openDesk(world, { capacity: 1 });
    const order = await placed(desk, 1);
    const [first, second, third] = [await joined(desk, 1), await joined(desk, 1), await joined(desk, 1)];
    await withdraw(desk, order);
    await until(desk, first, 'offered');
    expect((await decline(desk.sales, first)).body).toMatchObject({ state: 'declined', version: 3 });
    await until(desk, second, 'offered');
    await letLapse(second);
    await until(desk, second, 'lapsed');
    await until(desk, third, 'offered');
    expect(await accept(desk.sales, second, 3)).toMatchObject({ status: 409 });
    expect(await seatsOf(desk)).toMatchObject({ remaining: 0, kept: 0, held: 1 });
    await letLapse(third);
    await eventually(async () =>
      expect(await seatsOf(desk)).toMatchObject({ remaining: 1, kept: 0, held: 0 }),
    );
    await placed(desk, 1); // nobody waits any more: for sale at once
  });

  it('are for those who wait, not for whoever orders at that moment', async () => {
    const desk = await openDesk(world, { capacity: 2 });
    const order = await placed(desk, 2);
    const waiting = await joined(desk, 2);
    const rush = () =>
      Promise.all(
        Array.from({ length: 10 }, () => desk.sales.post<OrderAnswer>(url('/orders'), desk.order(2))),
      );
    const [, ...answers] = await Promise.all([withdraw(desk, order), rush(), rush()]);
    expect(answers.flat().map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 409));
    await until(desk, waiting, 'offered');
    await balanced(desk);
  });

  it('are withdrawn with the departure: nobody waits for what is cancelled', async () => {
    const desk = await openDesk(world, { capacity: 2 });
    const order = await placed(desk, 2);
    const [first, second] = [await joined(desk, 2), await joined(desk, 1)];
    await withdraw(desk, order);
    await until(desk, first, 'offered');
    const { body } = await desk.manager.get<{ version: number }>(url(`/departures/${desk.departureId}`));
    await desk.manager.post(
      url(`/departures/${desk.departureId}/cancellation`),
      { reason: '台风停航', cause: 'force-majeure' },
      at(body.version),
    );
    await Promise.all([until(desk, first, 'ended'), until(desk, second, 'ended')]);
    await eventually(() => balanced(desk));
    expect(await join(desk, 1)).toMatchObject({ status: 409, body: { code: 'booking/departure-not-open' } });
  });
});

describe('of answers to an offer at once', () => {
  it('acceptance and lapse: one takes effect, the seat is held once', async () => {
    const desk = await openDesk(world, { capacity: 6 });
    const orders: OrderAnswer[] = [];
    for (let count = 0; count < 6; count++) orders.push(await placed(desk, 1));
    const entries: Entry[] = [];
    for (let count = 0; count < 6; count++) entries.push(await joined(desk, 1));
    await Promise.all(orders.map((order) => withdraw(desk, order)));
    await Promise.all(entries.map((entry) => until(desk, entry, 'offered')));
    const [, answers] = await Promise.all([
      letLapse(...entries),
      Promise.all(entries.map((entry) => accept(desk.sales, entry))),
    ]);
    const accepted = answers.filter(({ status }) => status === 201).length;
    await eventually(async () => {
      const states = await Promise.all(entries.map((entry) => read(desk.sales, entry)));
      expect(states.filter(({ state }) => state === 'accepted')).toHaveLength(accepted);
      expect(states.filter(({ state }) => state === 'lapsed')).toHaveLength(6 - accepted);
      expect(await seatsOf(desk)).toMatchObject({ remaining: 6 - accepted, kept: 0, held: accepted });
    });
  });

  it('two acceptances and a refusal: one of them, and no seat is lost', async () => {
    const desk = await openDesk(world, { capacity: 1 });
    const order = await placed(desk, 1);
    const entry = await joined(desk, 1);
    await withdraw(desk, order);
    await until(desk, entry, 'offered');
    const answers = await Promise.all([
      accept(desk.sales, entry),
      accept(desk.sales, entry),
      decline(desk.sales, entry),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    await eventually(() => balanced(desk));
  });

  it('whatever comes at once, seats add up and nobody who fits is forgotten', async () => {
    const desk = await openDesk(world, { capacity: 8 });
    const orders: OrderAnswer[] = [];
    for (let count = 0; count < 8; count++) orders.push(await placed(desk, 1));
    const [joins] = await Promise.all([
      Promise.all(Array.from({ length: 8 }, () => join(desk, 1))),
      Promise.all(orders.map((order) => withdraw(desk, order))),
    ]);
    const waiting = joins.filter(({ status }) => status === 201).map(({ body }) => body);
    await Promise.all(waiting.map((entry) => until(desk, entry, 'offered')));
    await eventually(async () => {
      const { remaining, kept, held } = await seatsOf(desk);
      expect([remaining, kept, held]).toEqual([8 - waiting.length, 0, waiting.length]);
    });
  });

  it('an acceptance is repeated by its idempotency key', async () => {
    const desk = await openDesk(world, { capacity: 1 });
    const order = await placed(desk, 1);
    const entry = await joined(desk, 1);
    await withdraw(desk, order);
    await until(desk, entry, 'offered');
    const headers = { ...at(2), 'idempotency-key': crypto.randomUUID() };
    const send = () =>
      desk.sales.post<OrderAnswer>(url(`/waiting-entries/${entry.id}/acceptance`), {}, headers);
    const first = await send();
    expect(await send()).toMatchObject({ status: 201, body: first.body });
    expect(await accept(desk.sales, entry, 1)).toMatchObject({ status: 412 });
  });
});
