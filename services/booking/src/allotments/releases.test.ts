import { addDays, fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contract,
  doubleRoom,
  figuresOf,
  setDates,
  told,
  type AllotmentAnswer,
} from '../fixtures/allotment.ts';
import { openDesk } from '../fixtures/desk.ts';

/** Noon in Shanghai. */
const clock = fixedClock('2027-12-01T04:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1/${path}`;
const dateIn = (days: number) =>
  addDays(clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(), days);

/** An allotment with three units a date. */
async function openHouse(from: string, to: string, changes: object = {}) {
  const desk = await openDesk(world, { departsOn: dateIn(200) });
  const id = await contract(world, desk.manager, changes);
  const set = await setDates(world, desk.manager, id, { from, to, quantity: 3 });
  if (set.status !== 200) throw new Error(JSON.stringify(set.body));
  return { ...desk, id };
}

const take = (who: Staff, id: string, date: string, quantity: number, departureId: string) =>
  who.post<AllotmentAnswer>(url(`allotments/${id}/takings`), { from: date, to: date, quantity, departureId });

const released = (agencyId: string) => told(world, agencyId, 'allotment.released');

describe('release days', () => {
  it('act by themselves: what is unused goes back on the day, across a leap day, and is reported', async () => {
    const wish = doubleRoom();
    // Seven days before these dates are 22 and 23 February, and 1 March: 2028 has a leap day.
    const from = '2028-02-29';
    const { agency, manager, departureId, id } = await openHouse(from, '2028-03-01', wish);
    await setDates(world, manager, id, { from: '2028-03-08', to: '2028-03-08', quantity: 2 });
    await take(manager, id, from, 1, departureId);
    clock.set('2028-02-21T16:00:00Z');
    const event = (dates: object[]) => ({
      ...{ allotmentId: id, supplierId: wish.supplierId, releaseId: expect.any(String) as string, dates },
      ...{ name: wish.name, contractNumber: wish.contractNumber },
    });
    const firstDay = event([{ date: from, quantity: 2 }]);
    await eventually(async () => expect(await released(agency.id)).toEqual([firstDay]));
    const again = await manager.signInAgain();
    expect(await figuresOf(world, again, id)).toEqual(['1/2/0 released', '0/0/3 open', '0/0/2 open']);
    clock.set('2028-02-29T16:00:00Z');
    const secondDay = event([{ date: '2028-03-01', quantity: 3 }]);
    const lastDay = event([{ date: '2028-03-08', quantity: 2 }]);
    await eventually(async () => expect(await released(agency.id)).toEqual([firstDay, secondDay, lastDay]));
    const reader = await again.signInAgain();
    const report = await reader.get<{ releases: { releasedOn: string; units: number }[] }>(
      url(`allotment-releases?supplierId=${wish.supplierId}&allotmentId=${id}&from=2028-02-22&to=2028-12-31`),
    );
    expect(report.body.releases).toMatchObject([
      { allotmentId: id, units: 2, dates: [{ date: '2028-03-08', quantity: 2 }] },
      { units: 3 },
      { releasedOn: '2028-02-22', units: 2, dates: [{ date: from, quantity: 2 }] },
    ]);
    const none = await reader.get(url(`allotment-releases?allotmentId=${id}&to=2028-02-21`));
    expect(none.body).toEqual({ releases: [], next: null });
  });

  it('release once, whatever comes back or is added later; and that can be taken', async () => {
    const date = dateIn(30);
    const { agency, manager, departureId, id } = await openHouse(date, dateIn(31));
    const { body: taking } = await take(manager, id, date, 2, departureId);
    clock.advance({ days: 23 });
    await eventually(async () => expect(await released(agency.id)).toHaveLength(1));
    const again = await manager.signInAgain();
    const refused = await take(again, id, date, 1, departureId);
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking/units-released' } });
    await again.post(url(`allotment-takings/${taking.id}/end`), {}, { 'if-match': `"${taking.version}"` });
    expect((await figuresOf(world, again, id))[0]).toBe('0/1/2 open');
    expect(await setDates(world, again, id, { from: date, to: date, quantity: 0 })).toMatchObject({
      ...{ status: 409, body: { code: 'booking/below-taken' } },
    });
    await setDates(world, again, id, { from: date, to: date, quantity: 5, releaseDays: 1 });
    expect(await take(again, id, date, 4, departureId)).toMatchObject({ status: 201 });
    // The next day's message releases the other date, and nothing of this one.
    clock.advance({ days: 1 });
    await eventually(async () =>
      expect(await released(agency.id)).toMatchObject([
        { dates: [{ date, quantity: 1 }] },
        { dates: [{ quantity: 3 }] },
      ]),
    );
    clock.advance({ days: 6 });
    const reader = await again.signInAgain();
    expect((await figuresOf(world, reader, id))[0]).toBe('4/1/0 released');
    expect(await released(agency.id)).toHaveLength(2);
  });

  it('follow changed days: sooner, later, and those of new dates', async () => {
    const [soon, late] = [dateIn(40), dateIn(41)];
    const { agency, manager, id } = await openHouse(soon, late);
    await setDates(world, manager, id, { from: soon, to: soon, quantity: 3, releaseDays: 2 });
    await setDates(world, manager, id, { from: late, to: late, quantity: 3, releaseDays: 30 });
    await setDates(world, manager, id, { from: dateIn(20), to: dateIn(20), quantity: 1, releaseDays: 12 });
    clock.advance({ days: 8 });
    await eventually(async () =>
      expect(await released(agency.id)).toMatchObject([{ dates: [{ quantity: 1 }] }]),
    );
    clock.advance({ days: 3 });
    await eventually(async () =>
      expect((await released(agency.id))[1]).toMatchObject({ dates: [{ date: late, quantity: 3 }] }),
    );
    // Its first day passes: the message sent for it finds nothing.
    clock.advance({ days: 23 });
    const other = await openHouse(dateIn(9), dateIn(9));
    clock.advance({ days: 2 });
    await eventually(async () => expect(await released(other.agency.id)).toHaveLength(1));
    expect(await released(agency.id)).toHaveLength(2);
    clock.advance({ days: 2 });
    await eventually(async () =>
      expect((await released(agency.id))[2]).toMatchObject({ dates: [{ date: soon, quantity: 3 }] }),
    );
    const { rows } = await world.admin.query(
      `select count(*)::integer as waiting from booking.outbox where agency_id = $1 and subject like '%allotment.release-due.v1' and published_at is null`,
      [agency.id],
    );
    expect(rows).toEqual([{ waiting: 0 }]);
  });

  it('leave a date alone that was contracted after its day, and tell nothing where all is taken', async () => {
    const { agency, manager, departureId, id } = await openHouse(dateIn(3), dateIn(3));
    await setDates(world, manager, id, { from: dateIn(10), to: dateIn(11), quantity: 2 });
    expect(await take(manager, id, dateIn(3), 1, departureId)).toMatchObject({ status: 201 });
    await take(manager, id, dateIn(10), 2, departureId);
    clock.advance({ days: 4 });
    await eventually(async () =>
      expect(await released(agency.id)).toMatchObject([{ dates: [{ date: dateIn(7), quantity: 2 }] }]),
    );
    const reader = await manager.signInAgain();
    expect(await figuresOf(world, reader, id)).toEqual(['1/0/2 past', '2/0/0 sold-out', '0/2/0 released']);
  });

  it('count the days of the destination', async () => {
    const date = '2029-03-12';
    const house = (timeZone: string) => openHouse(date, date, { timeZone, releaseDays: 1 });
    const [newYork, halifax] = [await house('America/New_York'), await house('America/Halifax')];
    // Clocks go forward there on 11 March: the day begins by winter time, at four and at five in the morning of UTC.
    clock.set('2029-03-11T04:59:59Z');
    await eventually(async () => expect(await released(halifax.agency.id)).toHaveLength(1));
    const reader = await newYork.manager.signInAgain();
    expect(await figuresOf(world, reader, newYork.id)).toEqual(['0/0/3 open']);
    clock.set('2029-03-11T05:00:00Z');
    await eventually(async () =>
      expect(await figuresOf(world, reader, newYork.id)).toEqual(['0/3/0 released']),
    );
  });

  it('end the sale at their moment, though their message be late', async () => {
    const date = dateIn(20);
    const { agency, manager, departureId, id } = await openHouse(date, date);
    const blocker = await world.admin.connect();
    await blocker.query('begin');
    await blocker.query('select from booking.allotments where id = $1 for no key update', [id]);
    clock.advance({ days: 13 });
    const refused = await take(await manager.signInAgain(), id, date, 1, departureId);
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking/units-released' } });
    expect(await released(agency.id)).toEqual([]);
    await blocker.query('commit');
    blocker.release();
    await eventually(async () =>
      expect(await released(agency.id)).toMatchObject([{ dates: [{ date, quantity: 3 }] }]),
    );
  });

  it('meet those who take: a unit is taken or goes back, never both, and none is lost', async () => {
    const date = dateIn(50);
    const { agency, manager, departureId, id } = await openHouse(date, date);
    await setDates(world, manager, id, { from: date, to: date, quantity: 40 });
    const again = () => take(manager, id, date, 1, departureId);
    const early = await Promise.all(Array.from({ length: 5 }, again));
    clock.set(
      Temporal.PlainDate.from(date)
        .subtract({ days: 7 })
        .toZonedDateTime('Asia/Shanghai')
        .toInstant()
        .subtract({ milliseconds: 1 })
        .toString(),
    );
    const sales = await manager.signInAgain();
    const racing = Array.from({ length: 20 }, () => take(sales, id, date, 1, departureId));
    clock.advance({ milliseconds: 1 });
    const answers = [...early, ...(await Promise.all(racing))];
    const taken = answers.filter(({ status }) => status === 201).length;
    await eventually(async () =>
      expect(await released(agency.id)).toMatchObject([{ dates: [{ date, quantity: 40 - taken }] }]),
    );
    expect((await figuresOf(world, sales, id))[0]).toBe(`${taken}/${40 - taken}/0 released`);
  });
});
