import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approvedOrder,
  ifMatch,
  later,
  made,
  openDesk,
  placeOrder,
  publishedOf,
  schedule,
  type Desk,
  staffOf,
} from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'] });
});
afterAll(() => world.close());

interface SheetAnswer {
  readonly id: string;
  readonly version: number;
  readonly headCount: number;
  readonly reservations: { id: string; state: string }[];
  readonly guide: { guideId: string; from: string; to: string } | null;
  readonly code?: string;
}

const sheets = (path = '') => `${world.url('itinerary')}/v1/operations-sheets${path}`;
const guideOf = (sheetId: string) => sheets(`/${sheetId}/guide`);
const open = (operator: Staff, departureId: string) => operator.post<SheetAnswer>(sheets(), { departureId });

/** A sheet for a trip of its own, three days from the given date. */
async function openSheet(desk: Desk, departsOn = later(60)): Promise<SheetAnswer> {
  const { id } = await schedule(world, desk, { departsOn });
  return made<SheetAnswer>(() => open(desk.operator, id));
}

const lunch = {
  supplierName: '洱海边饭店',
  serviceKind: 'restaurant',
  description: '午餐两桌',
  agreedCost: { amount: '88000', currency: 'CNY' },
  deadline: later(30),
};

describe('an operations sheet', () => {
  it('is opened once for a departure, with the head count of its confirmed orders', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk, { amount: '0' });
    await approvedOrder(world, desk, departureId);
    await placeOrder(world, desk, departureId);
    const sheet = await open(desk.operator, departureId);
    expect(sheet).toMatchObject({
      status: 201,
      body: { departureId, headCount: 2, state: 'preparing', guide: null, reservations: [], version: 1 },
    });
    expect(await open(desk.operator, departureId)).toMatchObject({
      status: 409,
      body: { code: 'itinerary/sheet-exists' },
    });
    await approvedOrder(world, desk, departureId, [desk.travellerIds[0]]);
    await eventually(async () => {
      const read = await desk.operator.get<SheetAnswer>(sheets(`/${sheet.body.id}`));
      expect(read.body).toMatchObject({ headCount: 3, version: 1 });
    });
    await eventually(async () =>
      expect(await publishedOf(world, sheet.body.id)).toEqual(['operations-sheet.opened']),
    );
  });

  it('is for operators, of departures that exist', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk);
    expect((await open(desk.sales, departureId)).status).toBe(403);
    const unknown = { status: 422, body: { code: 'itinerary/no-such-departure' } };
    expect(await open(desk.operator, newId())).toMatchObject(unknown);
    const stranger = await openDesk(world);
    expect(await open(stranger.operator, departureId)).toMatchObject(unknown);
  });

  it('is seen by the branch that operates the trip and by those who see the agency', async () => {
    const desk = await openDesk(world);
    const franchise = await staffOf(desk.agency, 'branch-manager', await desk.agency.openBranch('franchise'));
    const ours = await openSheet(desk);
    const other = await schedule(world, desk);
    const theirs = await made<SheetAnswer>(() => open(franchise, other.id));
    expect((await franchise.get(sheets(`/${ours.id}`))).status).toBe(404);
    const reserved = await franchise.post(sheets(`/${ours.id}/reservations`), lunch, ifMatch(1));
    expect(reserved.status).toBe(404);
    const list = async (staff: Staff) => {
      const { body } = await staff.get<{ operationsSheets: SheetAnswer[] }>(sheets());
      return body.operationsSheets.map(({ id }) => id);
    };
    expect(await list(franchise)).toEqual([theirs.id]);
    expect(await list(desk.operator)).toEqual([theirs.id, ours.id]);
    const stranger = await openDesk(world);
    expect((await stranger.operator.get(sheets(`/${ours.id}`))).status).toBe(404);
    expect(await list(stranger.operator)).toEqual([]);
  });
});

describe('a departure somebody travels on', () => {
  it('is a task of who opens sheets, until its sheet is open or nobody travels any more', async () => {
    const desk = await openDesk(world);
    const franchise = await staffOf(desk.agency, 'branch-manager', await desk.agency.openBranch('franchise'));
    const task = async (staff = desk.operator) => {
      const { body } = await staff.get<{ tasks: { kind: string; count: number; objects: object[] }[] }>(
        `${world.url('itinerary')}/v1/tasks`,
      );
      return body.tasks.find(({ kind }) => kind === 'sheet-to-open');
    };
    const [first, second] = [
      await schedule(world, desk, { amount: '0' }),
      await schedule(world, desk, { amount: '0', departsOn: later(30) }),
    ];
    expect(await task()).toMatchObject({ count: 0 });
    for (const { id } of [first, second, first]) await approvedOrder(world, desk, id, [], 1);
    await eventually(async () =>
      expect(await task()).toMatchObject({
        ...{ count: 2, dueOn: second.departsOn, objects: [{ id: second.id }, { id: first.id }] },
      }),
    );
    expect(await task(franchise)).toMatchObject({ count: 0 });
    expect(await task(desk.sales)).toBeUndefined();
    await made(() => open(desk.operator, first.id));
    expect(await task()).toMatchObject({ count: 1, objects: [{ id: second.id }] });
    await world.admin.query('update itinerary.trip_orders set ended = true where departure_id = $1', [
      second.id,
    ]);
    expect(await task()).toMatchObject({ count: 0 });
  });

  it('is no task once it is called off; the one its customers move to is', async () => {
    const desk = await openDesk(world);
    const found = async () => {
      const { body } = await desk.operator.get<{ tasks: { kind: string; objects: { id: string }[] }[] }>(
        `${world.url('itinerary')}/v1/tasks`,
      );
      return body.tasks.find(({ kind }) => kind === 'sheet-to-open')?.objects.map(({ id }) => id);
    };
    const calledOff = await schedule(world, desk, { amount: '0' });
    const target = await schedule(world, desk, { amount: '0', departsOn: later(70) });
    const { id: orderId } = await approvedOrder(world, desk, calledOff.id, [], 2);
    await eventually(async () => expect(await found()).toEqual([calledOff.id]));
    const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
    const before = await made<{ version: number }>(() => desk.sales.get(booking(`orders/${orderId}`)));
    const { version } = await made<{ version: number }>(() =>
      desk.manager.get(booking(`departures/${calledOff.id}`)),
    );
    await made(() =>
      desk.manager.post(
        booking(`departures/${calledOff.id}/cancellation`),
        { reason: '航班取消', cause: 'agency' },
        ifMatch(version),
      ),
    );
    await eventually(async () => expect(await found()).toEqual([]));
    // The order is told that its customer has to choose.
    const order = await eventually(async () => {
      const now = await made<{ version: number }>(() => desk.sales.get(booking(`orders/${orderId}`)));
      expect(now.version).toBe(before.version + 1);
      return now;
    });
    await made(() =>
      desk.sales.post(
        booking(`orders/${orderId}/group-choices`),
        {
          ...{ choice: 'transfer', targetDepartureId: target.id },
          consent: { by: 'telephone', on: later(0), text: '客户同意改团' },
        },
        ifMatch(order.version),
      ),
    );
    await eventually(async () => expect(await found()).toEqual([target.id]));
    const sheet = await made<SheetAnswer>(() => open(desk.operator, target.id));
    expect(sheet.headCount).toBe(2);
    const { rows } = await world.admin.query(
      'select departure_id from itinerary.trip_orders where order_id = $1',
      [orderId],
    );
    expect(rows).toEqual([{ departure_id: target.id }]);
  });

  it('is no task where its first order is heard of after it was called off', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk, { amount: '0' });
    const cancelled = async () => {
      const { rows } = await world.admin.query(
        'select from itinerary.trip_departures where departure_id = $1 and cancelled',
        [departureId],
      );
      return rows.length;
    };
    await world.admin.query(
      `insert into itinerary.trip_departures (agency_id, departure_id, has_sheet, cancelled) values ($1, $2, false, true)`,
      [desk.agency.id, departureId],
    );
    const { id: orderId } = await approvedOrder(world, desk, departureId, [], 1);
    await eventually(async () => {
      const { rows } = await world.admin.query('select from itinerary.trip_orders where order_id = $1', [
        orderId,
      ]);
      expect(rows).toHaveLength(1);
    });
    expect(await cancelled()).toBe(1);
    expect((await desk.operator.get(`${world.url('itinerary')}/v1/tasks`)).body).toMatchObject({
      tasks: [{ kind: 'sheet-to-open', count: 0 }, {}],
    });
  });
});

describe('a reservation', () => {
  it('is requested, then confirmed once; each moves the sheet to its next version', async () => {
    const desk = await openDesk(world);
    const sheet = await openSheet(desk);
    const reservations = sheets(`/${sheet.id}/reservations`);
    const asked = await made<SheetAnswer>(() => desk.operator.post(reservations, lunch, ifMatch(1)));
    const task = async () => (await desk.operator.get(`${world.url('itinerary')}/v1/tasks`)).body;
    expect(await task()).toMatchObject({
      tasks: [
        { kind: 'sheet-to-open', count: 0 },
        { kind: 'reservation-to-confirm', count: 1, dueOn: lunch.deadline, objects: [{ id: sheet.id }] },
      ],
    });
    expect(asked).toMatchObject({
      version: 2,
      reservations: [{ ...lunch, state: 'requested', supplierId: null }],
    });
    const confirmation = `${reservations}/${asked.reservations[0]?.id}/confirmation`;
    const number = { confirmationNumber: 'EH-0815' };
    expect((await desk.operator.post(confirmation, number, ifMatch(1))).status).toBe(412);
    expect(await desk.operator.post(confirmation, number, ifMatch(2))).toMatchObject({
      status: 200,
      body: { version: 3, reservations: [{ state: 'confirmed', ...number }] },
    });
    expect(await task()).toEqual({
      tasks: [
        { kind: 'sheet-to-open', count: 0, objects: [] },
        { kind: 'reservation-to-confirm', count: 0, objects: [] },
      ],
    });
    expect(await desk.operator.post(confirmation, number, ifMatch(3))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/reservation-confirmed' },
    });
    const foreign = `${reservations}/${newId()}/confirmation`;
    expect((await desk.operator.post(foreign, number, ifMatch(3))).status).toBe(404);
    await eventually(async () =>
      expect(await publishedOf(world, sheet.id)).toEqual([
        'operations-sheet.opened',
        'operations-sheet.reservation-requested',
        'operations-sheet.reservation-confirmed',
      ]),
    );
    const told = await world.admin.query(
      `select distinct envelope::jsonb #>> '{data,branchId}' as branch from itinerary.outbox where aggregate_id = $1`,
      [sheet.id],
    );
    expect(told.rows).toEqual([{ branch: desk.agency.headquartersId }]);
    const { rows } = await world.admin.query(
      `select change from itinerary.audit_records where agency_id = $1 and object_type = 'Reservation' order by id`,
      [desk.agency.id],
    );
    expect(rows).toEqual([{ change: 'create' }, { change: 'update' }]);
  });

  it('is answered before the group leaves, and costs nothing below zero', async () => {
    const desk = await openDesk(world);
    const sheet = await openSheet(desk);
    for (const [change, status, code, field] of [
      [{ deadline: later(61) }, 422, 'itinerary/deadline-out-of-range', '/body/deadline'],
      [{ deadline: later(-1) }, 422, 'itinerary/deadline-out-of-range', '/body/deadline'],
      [{ agreedCost: { amount: '-1', currency: 'CNY' } }, 400, 'request/invalid', '/body/agreedCost/amount'],
      [{ serviceKind: 'rocket' }, 400, 'request/invalid', '/body/serviceKind'],
      [{ price: '1' }, 400, 'request/invalid', '/body/price'],
    ] as const) {
      const body = { ...lunch, ...change };
      const refused = await desk.operator.post(sheets(`/${sheet.id}/reservations`), body, ifMatch(1));
      expect(refused).toMatchObject({ status, body: { code, errors: [{ field }] } });
    }
    expect((await desk.operator.get(sheets(`/${sheet.id}`))).body).toMatchObject({
      version: 1,
      reservations: [],
    });
  });
});

describe('a guide', () => {
  it('never gets two groups at once, however close together they are asked for', async () => {
    const desk = await openDesk(world);
    const guide = await staffOf(desk.agency, 'guide');
    const body = { guideId: guide.userId };
    for (const departsOn of [later(60), later(80), later(100)]) {
      const [one, other] = await Promise.all([openSheet(desk, departsOn), openSheet(desk, departsOn)]);
      const answers = await Promise.all([
        desk.operator.post<SheetAnswer>(guideOf(one.id), body, ifMatch(1)),
        desk.operator.post<SheetAnswer>(guideOf(other.id), body, ifMatch(1)),
      ]);
      const [given, refused] = answers.toSorted((left, right) => left.status - right.status);
      expect(given).toMatchObject({
        status: 200,
        body: { version: 2, guide: { guideId: guide.userId, from: departsOn } },
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'itinerary/guide-taken' } });
    }
    const { rows } = await world.admin.query(
      `select guide_id from itinerary.guide_assignments where agency_id = $1`,
      [desk.agency.id],
    );
    expect(rows).toHaveLength(3);
  });

  it('is free again when another one takes the group, and on the day after it', async () => {
    const desk = await openDesk(world);
    const [first, second] = await Promise.all([staffOf(desk.agency, 'guide'), staffOf(desk.agency, 'guide')]);
    const [one, other, next] = [
      await openSheet(desk, later(60)),
      await openSheet(desk, later(62)),
      await openSheet(desk, later(63)),
    ];
    const assign = (sheet: SheetAnswer, body: object, version = 1) =>
      desk.operator.post<SheetAnswer>(guideOf(sheet.id), body, ifMatch(version));
    expect((await assign(one, { guideId: first.userId })).status).toBe(200);
    expect((await assign(next, { guideId: first.userId })).status).toBe(200);
    expect((await assign(other, { guideId: first.userId })).status).toBe(409);
    expect((await assign(next, { guideId: second.userId }, 2)).status).toBe(200);
    expect(await assign(one, { guideId: second.userId, to: later(63) }, 2)).toMatchObject({ status: 409 });
    const shorter = { guideId: first.userId, from: later(59), to: later(61) };
    expect(await assign(one, shorter, 2)).toMatchObject({
      status: 200,
      body: { version: 3, guide: { from: later(59), to: later(61) } },
    });
    expect((await assign(other, { guideId: first.userId })).status).toBe(200);
    await eventually(async () =>
      expect(await publishedOf(world, one.id)).toEqual([
        'operations-sheet.opened',
        'operations-sheet.guide-assigned',
        'operations-sheet.guide-assigned',
      ]),
    );
  });

  it('must be a guide of the agency, on dates that meet the trip', async () => {
    const desk = await openDesk(world);
    const sheet = await openSheet(desk);
    const stranger = await world.foundAgency();
    const theirs = await staffOf(stranger, 'guide');
    const guide = await staffOf(desk.agency, 'guide');
    const refusal = async (body: object) => {
      const answer = await desk.operator.post<SheetAnswer>(guideOf(sheet.id), body, ifMatch(1));
      return [answer.status, answer.body.code];
    };
    expect(await refusal({ guideId: desk.sales.userId })).toEqual([422, 'itinerary/not-a-guide']);
    expect(await refusal({ guideId: newId() })).toEqual([422, 'itinerary/no-such-guide']);
    expect(await refusal({ guideId: theirs.userId })).toEqual([422, 'itinerary/no-such-guide']);
    const late = { guideId: guide.userId, from: later(70), to: later(72) };
    expect(await refusal(late)).toEqual([422, 'itinerary/guide-dates']);
    expect((await guide.post(guideOf(sheet.id), { guideId: guide.userId }, ifMatch(1))).status).toBe(403);
  });
});

describe('when booking is down', () => {
  it('opens no sheet, and says so', async () => {
    const desk = await openDesk(world);
    const { id } = await schedule(world, desk);
    await world.stop('booking');
    expect(await open(desk.operator, id)).toMatchObject({
      status: 503,
      body: { code: 'booking/unavailable' },
    });
  });
});
