import { itinerary } from '@yitu/contracts';
import { fixedClock, newId } from '@yitu/kernel';
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
  staffOf,
} from '../fixtures/desk.ts';
import { neighbour, onBehalfOf } from '../fixtures/neighbour.ts';

const clock = fixedClock('2026-05-01T01:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'], clock });
});
afterAll(() => world.close());

interface TripAnswer {
  readonly operationsSheetId: string;
  readonly state: string;
  readonly expected: number;
  readonly checkedIn: number;
  readonly version: number;
  readonly code?: string;
}

const itineraryAt = (path: string) => `${world.url('itinerary')}/v1/${path}`;
const checkIns = (sheetId: string) => itineraryAt(`operations-sheets/${sheetId}/check-ins`);
const tripEnd = (sheetId: string) => itineraryAt(`operations-sheets/${sheetId}/trip-end`);
/** Ten in the morning at the departure, some days after the trip's first. */
const morningOf = (departsOn: string, days = 0) =>
  Temporal.PlainDate.from(departsOn)
    .add({ days })
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' })
    .toInstant()
    .toString();

/** A trip of three days with a confirmed order of two, a month from the clock's present, and its sheet. */
async function preparedTrip() {
  const desk = await openDesk(world);
  const guide = await staffOf(desk.agency, 'guide');
  const departure = await schedule(world, desk, { departsOn: later(30, clock.now()), amount: '0' });
  const order = await approvedOrder(world, desk, departure.id);
  const sheet = await made<{ id: string }>(() =>
    desk.operator.post(itineraryAt('operations-sheets'), { departureId: departure.id }),
  );
  const checkIn = (staff: Staff, change: object = {}) =>
    staff.post<TripAnswer>(checkIns(sheet.id), {
      orderId: order.id,
      travellerId: desk.travellerIds[0],
      documentSeen: true,
      ...change,
    });
  return { ...desk, guide, departure, order, sheet, checkIn };
}

const orderState = async (staff: Staff, orderId: string) =>
  (await staff.get<{ state: string }>(`${world.url('booking')}/v1/orders/${orderId}`)).body.state;

describe('a trip', () => {
  it('begins with the first traveller who is checked in and ends on its return date', async () => {
    const trip = await preparedTrip();
    const { guide, operator, departure, order, sheet, checkIn, travellerIds } = trip;
    const early = await checkIn(guide);
    expect(early).toMatchObject({ status: 409, body: { code: 'itinerary/check-in-closed' } });
    clock.set(morningOf(departure.departsOn, -1));
    expect(await checkIn(guide)).toMatchObject({
      status: 201,
      body: { state: 'travelling', expected: 2, checkedIn: 1, version: 2 },
    });
    expect(await checkIn(guide)).toMatchObject({
      status: 409,
      body: { code: 'itinerary/already-checked-in' },
    });
    await eventually(async () => expect(await orderState(operator, order.id)).toBe('travelling'));
    expect(await checkIn(guide, { travellerId: travellerIds[1] })).toMatchObject({
      status: 201,
      body: { checkedIn: 2 },
    });

    clock.set(morningOf(departure.departsOn, 1));
    expect(await operator.post(tripEnd(sheet.id))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/trip-not-over' },
    });
    clock.set(morningOf(departure.departsOn, 2));
    expect((await guide.post(tripEnd(sheet.id))).status).toBe(403);
    expect(await operator.post(tripEnd(sheet.id))).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await operator.post(tripEnd(sheet.id))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/sheet-state' },
    });
    expect(await operator.get(itineraryAt(`trips/${departure.id}`))).toMatchObject({
      status: 200,
      body: { operationsSheetId: sheet.id, state: 'ended', expected: 2, checkedIn: 2 },
    });
    await eventually(async () => expect(await orderState(operator, order.id)).toBe('completed'));
    expect(await publishedOf(world, sheet.id)).toEqual([
      'operations-sheet.opened',
      'operations-sheet.traveller-checked-in',
      'operations-sheet.traveller-checked-in',
      'operations-sheet.trip-ended',
    ]);
  });

  it('has those on its passenger list who are named after their order was confirmed', async () => {
    const desk = await openDesk(world);
    const departure = await schedule(world, desk, { departsOn: later(30, clock.now()), amount: '0' });
    const [first, second] = desk.travellerIds;
    const order = await approvedOrder(world, desk, departure.id, [first], 2);
    await made(() => desk.operator.post(itineraryAt('operations-sheets'), { departureId: departure.id }));
    const list = async () =>
      (
        await desk.operator.get<{ travellers: { travellerId: string }[] }>(
          itineraryAt(`trips/${departure.id}`),
        )
      ).body.travellers;
    await eventually(async () => expect(await list()).toMatchObject([{ travellerId: first }]));
    const named = await desk.sales.post(
      `${world.url('booking')}/v1/orders/${order.id}/travellers`,
      { travellers: [{ travellerId: second, category: 'adult' }] },
      ifMatch(order.version),
    );
    expect(named.status).toBe(200);
    await eventually(async () =>
      expect((await list()).map(({ travellerId }) => travellerId).toSorted()).toEqual(
        [first, second].toSorted(),
      ),
    );
    const { rowCount } = await world.admin.query(
      'select from itinerary.trip_orders where order_id = $1 and named_at >= confirmed_at',
      [order.id],
    );
    expect(rowCount).toBe(1);
  });

  it('takes only named travellers of its confirmed orders, whose documents were seen', async () => {
    const trip = await preparedTrip();
    const { guide, operator, sales, departure, checkIn } = trip;
    const unapproved = await placeOrder(world, trip, departure.id);
    const elsewhere = await preparedTrip();
    clock.set(morningOf(departure.departsOn));
    for (const [change, status, code] of [
      [{ documentSeen: false }, 422, 'itinerary/document-not-seen'],
      [{ documentSeen: 'yes' }, 400, 'request/invalid'],
      [{ travellerId: newId() }, 422, 'itinerary/no-such-traveller'],
      [{ orderId: unapproved.id }, 409, 'itinerary/order-not-confirmed'],
      [{ orderId: elsewhere.order.id }, 409, 'itinerary/order-not-confirmed'],
      [{ name: '王小明' }, 400, 'request/invalid'],
    ] as const)
      expect(await checkIn(guide, change)).toMatchObject({ status, body: { code } });
    expect((await checkIn(sales)).status).toBe(403);
    expect((await checkIn(elsewhere.guide)).status).toBe(404);
    expect(await operator.post(tripEnd(trip.sheet.id))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/nobody-checked-in' },
    });
    const { body } = await operator.get<TripAnswer>(itineraryAt(`trips/${departure.id}`));
    expect(body).toMatchObject({ state: 'preparing', checkedIn: 0, version: 1 });
    expect((await elsewhere.operator.get(itineraryAt(`trips/${departure.id}`))).status).toBe(404);
  });

  it('checks the same traveller in once, however many guides try at once', async () => {
    const { guide, operator, departure, checkIn } = await preparedTrip();
    clock.set(morningOf(departure.departsOn));
    const answers = await Promise.all([guide, operator, guide, operator].map((staff) => checkIn(staff)));
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      201, 409, 409, 409,
    ]);
  });

  it('expects no more who was cancelled of an order', async () => {
    const { sales, operator, guide, departure, order, travellerIds, checkIn } = await preparedTrip();
    const url = `${world.url('booking')}/v1/orders/${order.id}`;
    const { body } = await sales.get<{ version: number }>(url);
    const part = { category: 'adult', travellerIds: [travellerIds[0]] };
    const cancelled = await sales.post(
      `${url}/part-cancellation`,
      { reason: '生病', part },
      ifMatch(body.version),
    );
    expect(cancelled.status).toBe(201);
    await eventually(async () => {
      const trip = await operator.get<TripAnswer>(itineraryAt(`trips/${departure.id}`));
      expect(trip.body).toMatchObject({ expected: 1, travellers: [{ travellerId: travellerIds[1] }] });
    });
    clock.set(morningOf(departure.departsOn));
    expect(await checkIn(guide)).toMatchObject({
      status: 422,
      body: { code: 'itinerary/no-such-traveller' },
    });
    expect((await checkIn(guide, { travellerId: travellerIds[1] })).status).toBe(201);
  });

  it('tells finance how far it is', async () => {
    const { agency, departure, sheet } = await preparedTrip();
    const finance = await neighbour(world, 'finance');
    const asked = (departureId: string, agencyId = agency.id) =>
      finance.ask(itinerary.TripsServiceService.getTrip, { departureId }, onBehalfOf(agencyId, 'finance'));
    try {
      expect(await asked(departure.id)).toEqual({
        departureId: departure.id,
        operationsSheetId: sheet.id,
        state: 'preparing',
        checkedIn: 0,
        expected: 2,
      });
      await expect(asked(newId())).rejects.toThrow('request/not-found');
      await expect(asked(departure.id, newId())).rejects.toThrow('request/not-found');
    } finally {
      await finance.close();
    }
  });
});

describe('a departure that is to leave on other days', () => {
  it('has a sheet for those days, if it was being prepared', async () => {
    const desk = await openDesk(world);
    const { id, departsOn, returnsOn } = await schedule(world, desk, {
      departsOn: later(30, clock.now()),
      amount: '0',
    });
    const sheet = await made<{ id: string }>(() =>
      desk.operator.post(itineraryAt('operations-sheets'), { departureId: id }),
    );
    const onDays = async (days: { departsOn: string; returnsOn: string }) => {
      const { body } = await desk.operator.get(itineraryAt(`operations-sheets/${sheet.id}`));
      expect(body).toMatchObject(days);
    };
    await onDays({ departsOn, returnsOn });
    const moved = { departsOn: later(37, clock.now()), returnsOn: later(39, clock.now()) };
    const terms = { ...moved, cutOffDays: 0, minimumGroup: 1, note: '' };
    const { status } = await desk.manager.put(`${world.url('booking')}/v1/departures/${id}`, terms, 1);
    expect(status).toBe(200);
    await eventually(() => onDays(moved));
  });
});

describe('when booking is down', () => {
  it('checks travellers in by the passenger list kept here', async () => {
    const { guide, departure, checkIn } = await preparedTrip();
    clock.set(morningOf(departure.departsOn));
    await world.stop('booking');
    expect(await checkIn(guide)).toMatchObject({ status: 201, body: { expected: 2, checkedIn: 1 } });
    expect(await checkIn(guide, { travellerId: newId() })).toMatchObject({ status: 422 });
  });
});
