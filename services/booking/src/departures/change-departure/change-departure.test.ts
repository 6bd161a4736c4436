import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../../fixtures/desk.ts';

const clock = fixedClock('2026-05-01T04:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const inDays = (days: number) =>
  clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString();
const terms = (change: object = {}) => ({
  ...{ departsOn: inDays(60), returnsOn: inDays(60), cutOffDays: 0, minimumGroup: 2, note: '' },
  ...change,
});
const change = (by: Staff, { departureId }: Desk, body: object, version = 1) =>
  by.put<{ code?: string; version: number }>(booking(`departures/${departureId}`), body, version);

/** A departure in 60 days with a minimum group, with the dates it has. */
async function openTrip() {
  const desk = await openDesk(world, { departsOn: inDays(60), minimumGroup: 2, capacity: 6 });
  const { body } = await desk.manager.get<{ departsOn: string; returnsOn: string }>(
    booking(`departures/${desk.departureId}`),
  );
  return { desk, dates: { departsOn: body.departsOn, returnsOn: body.returnsOn } };
}

const standing = async ({ departureId }: Desk) => {
  const { rows } = await world.admin.query<{ standing: string }>(
    'select group_standing as standing from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.standing;
};

/** What falls due by now has taken effect. */
const settled = () =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      `select from booking.outbox where subject like 'tmr.%' and coalesce(not_before, now()) <= $1
         and not exists (select from booking.inbox where event_id = outbox.id)`,
      [clock.now().toString()],
    );
    expect(rows).toHaveLength(0);
  });

describe('a scheduled departure', () => {
  it('gets another minimum, cut-off, branch and note from whoever has read it, which is told', async () => {
    const { desk, dates } = await openTrip();
    const branchId = await desk.agency.openBranch('franchise');
    const wish = terms({
      ...dates,
      cutOffDays: 10,
      minimumGroup: 4,
      operatingBranchId: branchId,
      note: '夜航',
    });
    expect((await change(desk.sales, desk, wish)).status).toBe(403);
    expect((await change(desk.manager, desk, wish, 3)).status).toBe(412);
    expect(await change(desk.manager, desk, wish)).toMatchObject({
      status: 200,
      body: { ...wish, version: 2 },
    });
    const { rows } = await world.admin.query<{ data: object }>(
      `select envelope::jsonb->'data' as data from booking.outbox where aggregate_id = $1 and subject like '%.departure.changed.v1'`,
      [desk.departureId],
    );
    expect(rows).toMatchObject([
      { data: { ...dates, cutOffDays: 10, minimumGroup: 4, operatingBranchId: branchId } },
    ]);
    clock.advance({ days: 51 }); // the cut-off is over
    const sales = await desk.sales.signInAgain();
    expect(await sales.post(booking('orders'), desk.order(1))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/cut-off-passed' } },
    });
  });

  it('is refused what cannot be, by field and rule', async () => {
    const { desk, dates } = await openTrip();
    const refused = async (wish: object, status: number, field: string, rule: string) =>
      expect(await change(desk.manager, desk, terms({ ...dates, ...wish }))).toMatchObject({
        ...{ status, body: { errors: [{ field: `/body/${field}`, rule }] } },
      });
    await refused({ minimumGroup: 7 }, 422, 'minimumGroup', 'minimum-within-capacity');
    await refused({ returnsOn: inDays(59) }, 422, 'returnsOn', 'not-before-departure');
    await refused({ cutOffDays: 61 }, 409, 'cutOffDays', 'not-past');
    const smaller = await desk.manager.put(
      booking(`departures/${desk.departureId}/capacity`),
      { capacity: 1 },
      1,
    );
    expect(smaller).toMatchObject({ status: 422, body: { code: 'booking/minimum-above-capacity' } });
    expect((await desk.sales.post(booking('orders'), desk.order(1))).status).toBe(201);
    await refused({ departsOn: inDays(61), returnsOn: inDays(64) }, 409, 'departsOn', 'untouched');
    const other = terms({ ...dates, note: '改由早班机' });
    expect((await change(desk.manager, desk, other)).status).toBe(200);
  });

  it('is looked at on the days before its new date, not on those before its old one', async () => {
    const { desk } = await openTrip();
    const moved = terms({ departsOn: inDays(90), returnsOn: inDays(92) });
    expect((await change(desk.manager, desk, moved)).status).toBe(200);
    clock.advance({ days: 31 });
    await settled();
    expect(await standing(desk)).toBe('undecided');
    clock.advance({ days: 30 });
    await eventually(async () => expect(await standing(desk)).toBe('at-risk'));
  });

  it('is looked at once more when its minimum is another after the last of the days', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5), minimumGroup: 2 });
    expect(await standing(desk)).toBe('at-risk');
    const { body } = await desk.sales.post<{ id: string }>(booking('orders'), desk.order(1));
    await world.admin.query(`update booking.orders set state = 'confirmed', paid = total where id = $1`, [
      body.id,
    ]);
    const { body: read } = await desk.manager.get<{ departsOn: string; returnsOn: string; version: number }>(
      booking(`departures/${desk.departureId}`),
    );
    const { departsOn, returnsOn, version } = read;
    const one = terms({ departsOn, returnsOn, minimumGroup: 1 });
    expect((await change(desk.manager, desk, one, version)).status).toBe(200);
    await eventually(async () => expect(await standing(desk)).toBe('guaranteed'));
  });
});
