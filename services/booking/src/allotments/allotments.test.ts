import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  calendarOf,
  contract,
  doubleRoom,
  figuresOf,
  setDates,
  told,
  type AllotmentAnswer,
} from '../fixtures/allotment.ts';
import { later } from '../fixtures/catalogue.ts';
import { openDesk } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1/${path}`;
const [from, to] = [later(60), later(62)];
const version = (given: number) => ({ 'if-match': `"${given}"` });
const reason = '酒店装修';

/** An allotment of five rooms on three nights, and who may take them. */
async function threeNights(changes: object = {}) {
  const desk = await openDesk(world);
  const id = await contract(world, desk.manager, changes);
  await setDates(world, desk.manager, id, { from, to, quantity: 5 });
  const take = (quantity: number, stay: object = {}) =>
    desk.manager.post<AllotmentAnswer>(url(`allotments/${id}/takings`), {
      ...{ from, to, quantity, departureId: desk.departureId },
      ...stay,
    });
  return { ...desk, id, take };
}

describe('an allotment', () => {
  it('is contracted, found and read by those who may', async () => {
    const { agency, manager, sales } = await openDesk(world);
    const wish = doubleRoom();
    const { status, body } = await manager.post<AllotmentAnswer>(url('allotments'), wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...wish, mode: 'allotment', timeZone: 'Asia/Shanghai', version: 1 });
    await contract(world, manager, { kind: 'ticket' });
    const bySupplier = await sales.get<{ allotments: object[] }>(
      url(`allotments?supplierId=${wish.supplierId}&kind=room`),
    );
    expect(bySupplier.body.allotments).toEqual([body]);
    const first = await sales.get<{ next: string }>(url('allotments?limit=1'));
    const second = await sales.get<{ allotments: object[]; next: null }>(
      url(`allotments?limit=1&after=${first.body.next}`),
    );
    expect(second.body).toEqual({ allotments: [body], next: null });
    const { id, ...rest } = { id: body.id, supplierId: wish.supplierId, kind: 'room', mode: 'allotment' };
    expect(await told(world, agency.id, 'allotment.contracted')).toContainEqual({
      ...{ allotmentId: id, ...rest, unitCode: 'DBL-RIVER' },
    });
  });

  it('is refused with its fault named, to strangers and without permission', async () => {
    const { manager, sales } = await openDesk(world);
    expect(await sales.post(url('allotments'), doubleRoom())).toMatchObject({ status: 403 });
    expect(await manager.post(url('allotments'), doubleRoom({ timeZone: '+08:00' }))).toMatchObject({
      ...{ status: 422, body: { code: 'booking/unknown-time-zone' } },
    });
    expect(await manager.post(url('allotments'), doubleRoom({ rooms: 3 }))).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: '/body/rooms' }] } },
    });
    const id = await contract(world, manager);
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect(await stranger.get(url(`allotments/${id}`))).toMatchObject({ status: 404 });
    expect(await stranger.get(url(`allotments/${id}/calendar`))).toMatchObject({ status: 404 });
    expect(await stranger.put(url(`allotments/${id}/dates`), { from, to, quantity: 1 }, 1)).toMatchObject({
      status: 404,
    });
  });
});

describe('the dates of an allotment', () => {
  it('are set by ranges, extended and cut down to what is taken, all or none', async () => {
    const { agency, manager, id, take } = await threeNights();
    expect(await take(2, { to: from })).toMatchObject({ status: 201 });
    const cut = await setDates(world, manager, id, { from, to: later(63), quantity: 1 });
    expect(cut).toMatchObject({
      status: 409,
      body: { code: 'booking/below-taken', errors: [{ field: '/body/quantity', rule: 'taken' }] },
    });
    expect(JSON.stringify(cut.body)).toContain(`${from} (2)`);
    expect(JSON.stringify(cut.body)).not.toContain(to);
    expect(await figuresOf(world, manager, id)).toEqual(['2/0/3 open', '0/0/5 open', '0/0/5 open']);
    expect(await setDates(world, manager, id, { from, to: later(63), quantity: 2 })).toMatchObject({
      ...{ status: 200, body: { version: 3 } },
    });
    await setDates(world, manager, id, { from: to, to, quantity: 9 });
    expect(await figuresOf(world, manager, id)).toEqual([
      ...['2/0/0 sold-out', '0/0/2 open', '0/0/9 open', '0/0/2 open'],
    ]);
    expect(await told(world, agency.id, 'allotment.dates-set')).toEqual([
      { allotmentId: id, from, to, quantity: 5 },
      { allotmentId: id, from, to: later(63), quantity: 2 },
      { allotmentId: id, from: to, to, quantity: 9 },
    ]);
  });

  it('are refused in the past, reversed, without end, and where the quantity does not fit the mode', async () => {
    const { manager, id } = await threeNights();
    const freeId = await contract(world, manager, { mode: 'free-sale' });
    const set = async (allotmentId: string, dates: object) => {
      const { body, status } = await manager.put<{ code: string }>(
        url(`allotments/${allotmentId}/dates`),
        dates,
        allotmentId === id ? 2 : 1,
      );
      return `${status} ${body.code}`;
    };
    const yesterday = Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: 1 }).toString();
    expect(await set(id, { from: yesterday, to, quantity: 1 })).toBe('422 booking/date-in-the-past');
    expect(await set(id, { from: to, to: from, quantity: 1 })).toBe('422 booking/dates-reversed');
    expect(await set(id, { from, to: later(900), quantity: 1 })).toBe('422 booking/too-many-dates');
    expect(await set(id, { from, to })).toBe('422 booking/quantity-missing');
    expect(await set(freeId, { from, to, quantity: 1 })).toBe('422 booking/quantity-in-free-sale');
    expect(await set(id, { from, to, quantity: -1 })).toContain('400');
    expect(await manager.put(url(`allotments/${id}/dates`), { from, to, quantity: 1 }, 1)).toMatchObject({
      status: 412,
    });
  });

  it('are never cut below what is taken at the same moment', async () => {
    const { manager, id, take } = await threeNights();
    await setDates(world, manager, id, { from, to, quantity: 30 });
    const cutting = async () => {
      for (const quantity of [20, 9, 14, 6, 3, 11])
        expect([200, 409]).toContain((await setDates(world, manager, id, { from, to, quantity })).status);
    };
    const taking = Promise.all(Array.from({ length: 24 }, () => take(1)));
    const [answers] = await Promise.all([taking, cutting()]);
    const sold = answers.filter(({ status }) => status === 201).length;
    const { dates } = await calendarOf(world, manager, id);
    expect(dates.map(({ taken }) => taken)).toEqual([sold, sold, sold]);
    for (const { remaining } of dates) expect(remaining).toBeGreaterThanOrEqual(0);
  });

  it('are read page by page', async () => {
    const { sales, id } = await threeNights();
    const first = await calendarOf(world, sales, id, `?limit=2`);
    expect([first.dates.map(({ date }) => date), first.next]).toEqual([[from, later(61)], later(61)]);
    const second = await calendarOf(world, sales, id, `?limit=2&after=${first.next}`);
    expect([second.dates.map(({ date }) => date), second.next]).toEqual([[to], null]);
    const middle = await calendarOf(world, sales, id, `?from=${later(61)}&to=${later(61)}`);
    expect(middle.dates).toMatchObject([{ date: later(61), quantity: 5, remaining: 5, state: 'open' }]);
  });
});

describe('stopping the sale', () => {
  it('keeps what is taken and takes nothing more, until it is reopened', async () => {
    const { agency, manager, sales, id, take } = await threeNights();
    await take(1);
    const night = { from: to, to, reason };
    expect(await sales.post(url(`allotments/${id}/closing`), night, version(2))).toMatchObject({
      status: 403,
    });
    const closed = await manager.post(url(`allotments/${id}/closing`), night, version(2));
    expect(closed).toMatchObject({ status: 200, body: { version: 3 } });
    const refused = await take(1);
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking/dates-stopped' } });
    expect(JSON.stringify(refused.body)).toContain(to);
    expect(await figuresOf(world, manager, id)).toEqual(['1/0/4 open', '1/0/4 open', '1/0/4 stopped']);
    expect(await take(1, { to: from })).toMatchObject({ status: 201 });
    await manager.post(url(`allotments/${id}/reopening`), night, version(3));
    expect(await take(1)).toMatchObject({ status: 201 });
    const range = { allotmentId: id, from: to, to };
    expect(await told(world, agency.id, 'allotment.closed')).toEqual([range]);
    expect(await told(world, agency.id, 'allotment.reopened')).toEqual([range]);
  });

  it('is refused where nothing is contracted', async () => {
    const { manager, id } = await threeNights();
    const range = { from: later(300), to: later(301), reason };
    expect(await manager.post(url(`allotments/${id}/closing`), range, version(2))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/dates-not-contracted' } },
    });
  });
});

describe('free sale', () => {
  it('has no limit until its release day, and then takes nothing', async () => {
    const { manager, departureId } = await openDesk(world);
    const id = await contract(world, manager, { mode: 'free-sale', releaseDays: 60 });
    await setDates(world, manager, id, { from: later(60), to: later(61) });
    const take = (date: string) =>
      manager.post(url(`allotments/${id}/takings`), { from: date, to: date, quantity: 500, departureId });
    expect(await take(later(61))).toMatchObject({ status: 201 });
    expect(await take(later(60))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/units-released' } },
    });
    await eventually(async () =>
      expect(await figuresOf(world, manager, id)).toEqual(['0/0/null released', '500/0/null open']),
    );
  });
});
