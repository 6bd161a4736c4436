import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  calendarOf,
  contract,
  figuresOf,
  setDates,
  told,
  type AllotmentAnswer,
} from '../fixtures/allotment.ts';
import { later } from '../fixtures/catalogue.ts';
import { openDesk, scheduleDeparture, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1/${path}`;
const [first, last] = [30, 34];
const version = (given: number) => ({ 'if-match': `"${given}"` });

const withdraw = (who: Staff, { id }: OrderAnswer) =>
  who.ask(url(`orders/${id}`), { method: 'DELETE', headers: version(1) });

/** Four rooms on five nights. */
async function fiveNights() {
  const desk = await openDesk(world);
  const id = await contract(world, desk.manager);
  await setDates(world, desk.manager, id, { from: later(first), to: later(last), quantity: 4 });
  const take = (who: Staff, nights: readonly [number, number], quantity: number, reference: object) =>
    who.post<AllotmentAnswer>(url(`allotments/${id}/takings`), {
      ...{ from: later(nights[0]), to: later(nights[1]), quantity, ...reference },
    });
  const place = async () => (await desk.sales.post<OrderAnswer>(url('orders'), desk.order(1))).body;
  const end = (taking: AllotmentAnswer) =>
    desk.manager.post<AllotmentAnswer>(
      url(`allotment-takings/${taking.id}/end`),
      {},
      version(taking.version),
    );
  return { ...desk, id, take, place, end };
}

const codesOf = (answers: readonly { status: number; body: AllotmentAnswer }[]) =>
  answers.map(({ status, body }) => (status === 201 ? 'taken' : body.code));

describe('taking units', () => {
  it('takes every night or none', async () => {
    const { manager, departureId, id, take } = await fiveNights();
    expect(await take(manager, [32, 32], 3, { departureId })).toMatchObject({ status: 201 });
    const refused = await take(manager, [30, 34], 2, { departureId });
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking/not-enough-units' } });
    expect(JSON.stringify(refused.body)).toContain(later(32));
    expect(JSON.stringify(refused.body)).not.toContain(later(31));
    expect(await take(manager, [33, 35], 1, { departureId })).toMatchObject({
      ...{ status: 409, body: { code: 'booking/dates-not-contracted' } },
    });
    const untouched = '0/0/4 open';
    expect(await figuresOf(world, manager, id)).toEqual([
      ...[untouched, untouched, '3/0/1 open', untouched, untouched],
    ]);
  });

  it('never takes more than there are, however many ask at once for stays that overlap', async () => {
    const { manager, departureId, id, take } = await fiveNights();
    const stays = Array.from(
      { length: 60 },
      (_none, index) => [30 + (index % 4), 31 + ((index * 7) % 4)] as const,
    );
    const wanted = stays.map(([from, to]) => [Math.min(from, to), Math.max(from, to)] as const);
    const answers = await Promise.all(wanted.map((nights) => take(manager, nights, 1, { departureId })));
    expect(new Set(codesOf(answers))).toEqual(new Set(['taken', 'booking/not-enough-units']));
    const taken = wanted.filter((_nights, index) => answers[index]?.status === 201);
    const expected = [30, 31, 32, 33, 34].map(
      (night) => taken.filter(([from, to]) => from <= night && night <= to).length,
    );
    const { dates } = await calendarOf(world, manager, id);
    expect(dates.map((one) => one.taken)).toEqual(expected);
    expect(Math.max(...expected)).toBe(4);
  });

  it('gives the last room to one of many', async () => {
    const { manager, departureId, take } = await fiveNights();
    await take(manager, [31, 33], 3, { departureId });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => take(manager, [30, 34], 1, { departureId })),
    );
    expect(codesOf(answers).filter((code) => code === 'taken')).toHaveLength(1);
  });

  it('is refused for what is not there, has ended, or is not the caller’s', async () => {
    const { agency, manager, sales, departureId, take, place } = await fiveNights();
    const order = await place();
    const codeFor = async (who: Staff, reference: object) => {
      const { status, body } = await take(who, [30, 30], 1, reference);
      return `${status} ${body.code}`;
    };
    expect(await codeFor(manager, {})).toBe('422 booking/one-reference');
    expect(await codeFor(manager, { departureId, orderId: order.id })).toBe('422 booking/one-reference');
    expect(await codeFor(manager, { orderId: departureId })).toBe('422 booking/no-such-order');
    expect(await codeFor(manager, { departureId: order.id })).toBe('422 booking/no-such-departure');
    expect(await codeFor(sales, { departureId })).toBe('403 request/out-of-reach');
    const franchise = await agency.openBranch('franchise');
    const elsewhere = await agency.staff('sales', franchise);
    expect(await codeFor(elsewhere, { orderId: order.id })).toBe('422 booking/no-such-order');
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect((await take(stranger, [30, 30], 1, { departureId })).body.code).toBe('booking/no-such-departure');
    await withdraw(sales, order);
    expect(await codeFor(manager, { orderId: order.id })).toBe('409 booking/wrong-state');
  });

  it('is answered again for the same idempotency key', async () => {
    const { manager, departureId, id } = await fiveNights();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { from: later(30), to: later(30), quantity: 1, departureId };
    const again = () => manager.post<AllotmentAnswer>(url(`allotments/${id}/takings`), body, headers);
    const one = await again();
    expect((await again()).body).toEqual(one.body);
    const { dates } = await calendarOf(world, manager, id);
    expect(dates[0]?.taken).toBe(1);
  });
});

describe('giving units back', () => {
  it('happens once, however often it is asked for', async () => {
    const { agency, manager, departureId, id, take, end } = await fiveNights();
    const { body: taking } = await take(manager, [30, 31], 4, { departureId });
    await take(manager, [32, 32], 1, { departureId });
    const answers = await Promise.all(Array.from({ length: 8 }, () => end(taking)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...[200, 412, 412, 412, 412, 412, 412, 412],
    ]);
    expect(await end({ ...taking, version: 2 })).toMatchObject({
      ...{ status: 409, body: { code: 'booking/taking-ended' } },
    });
    expect((await figuresOf(world, manager, id)).slice(0, 3)).toEqual([
      ...['0/0/4 open', '0/0/4 open', '1/0/3 open'],
    ]);
    expect(await told(world, agency.id, 'allotment-taking.ended')).toMatchObject([
      { takingId: taking.id, quantity: 4, from: later(30), to: later(31), departureId, cause: 'given-back' },
    ]);
  });

  it('leaves of every date what the living takings have, after a crowd has come and gone', async () => {
    const { manager, departureId, id, take, end } = await fiveNights();
    const come = async (seed: number) => {
      const from = 30 + (seed % 5);
      const nights = [from, Math.min(34, from + (seed % 3))] as const;
      const { status, body } = await take(manager, nights, 1 + (seed % 2), { departureId });
      const gone = status === 201 && seed % 3 !== 0 ? (await end(body)).status : 200;
      return [201, 409].includes(status) && gone === 200;
    };
    const went = await Promise.all(Array.from({ length: 50 }, (_none, seed) => come(seed)));
    expect(new Set(went)).toEqual(new Set([true]));
    const { rows } = await world.admin.query<{ taken: number; live: number }>(
      `select taken, coalesce((select sum(quantity)::integer from booking.allotment_takings as taking
         where taking.allotment_id = night.allotment_id and ended_at is null and on_date between from_date and to_date), 0) as live
       from booking.allotment_dates as night where allotment_id = $1 order by on_date`,
      [id],
    );
    expect(rows).toHaveLength(5);
    for (const { taken, live } of rows) expect(taken).toBe(live);
  });

  it('follows from the end of the order', async () => {
    const { agency, manager, sales, id, take, place, end } = await fiveNights();
    const [order, other] = [await place(), await place()];
    const { body: taking } = await take(sales, [30, 31], 2, { orderId: order.id });
    await take(sales, [31, 32], 1, { orderId: order.id });
    await take(sales, [31, 31], 1, { orderId: other.id });
    // What came back before does not come back once more.
    expect(await end((await take(manager, [32, 32], 1, { orderId: order.id })).body)).toMatchObject({
      status: 200,
    });
    const found = await sales.get<{ takings: object[] }>(url(`allotment-takings?orderId=${order.id}`));
    expect(found.body.takings).toHaveLength(3);
    expect(found.body.takings[2]).toEqual(taking);
    await withdraw(sales, order);
    await eventually(async () =>
      expect((await figuresOf(world, sales, id)).slice(0, 3)).toEqual([
        ...['0/0/4 open', '1/0/3 open', '0/0/4 open'],
      ]),
    );
    const ended = await told(world, agency.id, 'allotment-taking.ended');
    expect(ended).toMatchObject([
      { orderId: order.id, cause: 'given-back' },
      { orderId: order.id, cause: 'order-ended' },
      { orderId: order.id, cause: 'order-ended' },
    ]);
  });

  it('follows from the end of the departure, for its blocks and its orders', async () => {
    const { agency, manager, sales, departureId, id, take, place } = await fiveNights();
    const order = await place();
    await world.admin.query('update booking.orders set paid = 30000 where id = $1', [order.id]);
    const otherId = await scheduleDeparture(world, manager);
    await take(manager, [30, 34], 2, { departureId });
    await take(sales, [30, 30], 1, { orderId: order.id });
    await take(manager, [30, 30], 1, { departureId: otherId });
    const body = { reason: '地接社无法接待', cause: 'agency' };
    await manager.post(url(`departures/${departureId}/cancellation`), body, version(1));
    await eventually(async () => expect((await figuresOf(world, sales, id))[0]).toBe('1/0/3 open'));
    expect((await figuresOf(world, sales, id))[4]).toBe('0/0/4 open');
    const ended = await told(world, agency.id, 'allotment-taking.ended');
    expect(ended).toHaveLength(2);
    for (const one of ended) expect(one).toMatchObject({ cause: 'departure-cancelled' });
    expect(await take(manager, [30, 30], 1, { departureId })).toMatchObject({
      ...{ status: 409, body: { code: 'booking/departure-wrong-state' } },
    });
    expect(await take(sales, [30, 30], 1, { orderId: order.id })).toMatchObject({ status: 409 });
  });

  it.each(['order', 'departure'] as const)(
    'follows where units are being taken as the %s ends',
    async (what) => {
      const { manager, sales, departureId, id, take, place } = await fiveNights();
      const order = await place();
      const cause = { reason: '地接社无法接待', cause: 'agency' };
      const [reference, endIt] = {
        order: [{ orderId: order.id }, () => withdraw(sales, order)] as const,
        departure: [
          { departureId },
          () => manager.post(url(`departures/${departureId}/cancellation`), cause, version(1)),
        ] as const,
      }[what];
      // Somebody else has the dates in hand: the taking has found its order or departure and waits, and whoever ends that waits for the taking.
      const blocker = await world.admin.connect();
      await blocker.query('begin');
      await blocker.query('select from booking.allotment_dates where allotment_id = $1 for update', [id]);
      const taking = take(manager, [30, 34], 1, reference);
      await eventually(async () => expect(await waiting()).toBe(1));
      const ending = endIt();
      await eventually(async () => expect(await waiting()).toBe(2));
      await blocker.query('commit');
      blocker.release();
      expect((await taking).status).toBe(201);
      expect((await ending).status).toBe(200);
      const none = '0/0/4 open';
      await eventually(async () =>
        expect(await figuresOf(world, sales, id)).toEqual([none, none, none, none, none]),
      );
    },
  );
});

/** Statements that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await world.admin.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}
