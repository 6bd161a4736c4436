import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterCustomer, openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { createTeller } from '../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });

interface DepartureAnswer {
  readonly state: string;
  readonly version: number;
  readonly capacity: number;
  readonly remaining: number;
  readonly tripBegan: boolean;
}

const departureOf = async ({ sales, departureId }: Desk) =>
  (await sales.get<DepartureAnswer>(url(`/departures/${departureId}`))).body;

const untilBegun = (desk: Desk) =>
  eventually(async () => {
    const departure = await departureOf(desk);
    expect(departure).toMatchObject({ state: 'closed', tripBegan: true });
    return departure;
  });

const place = ({ sales, order }: Desk, adults = 1) => sales.post<OrderAnswer>(url('/orders'), order(adults));

/** Itinerary tells that a traveller of an order is there. */
const checkIn = ({ agency, departureId }: Desk, orderId: string) =>
  teller.say(agency.id, events.travellerCheckedIn, {
    ...events.travellerCheckedIn.codec.fromJSON({}),
    ...{ operationsSheetId: newId(), departureId, orderId, travellerId: newId() },
  });

const join = async ({ sales, departureId }: Desk, count: number) =>
  sales.post<{ id: string; code?: string }>(url(`/departures/${departureId}/waiting-list`), {
    customerId: await enterCustomer(world, sales),
    counts: [{ category: 'adult', count }],
  });

const timesClosed = async ({ agency }: Desk) => {
  const { rowCount } = await world.admin.query(
    `select from booking.outbox where agency_id = $1 and subject like '%.booking.departure.closed.v1'`,
    [agency.id],
  );
  return rowCount;
};

const notOpen = { status: 409, body: { code: 'booking/departure-not-open' } };

describe('the beginning of a trip', () => {
  it('closes its departure to sale, once and for good; unpaid orders keep what they hold', async () => {
    const desk = await openDesk(world);
    const { manager, sales, departureId } = desk;
    const [first, second] = [(await place(desk)).body, (await place(desk)).body];
    await checkIn(desk, first.id);
    const { version } = await untilBegun(desk);
    expect(await place(desk)).toMatchObject(notOpen);
    expect(await join(desk, 1)).toMatchObject(notOpen);
    const offers = await sales.get<{ departures: object[] }>(url(`/departures?limit=100`));
    expect(offers.body.departures).toMatchObject([{ state: 'closed' }]);
    const reopening = url(`/departures/${departureId}/reopening`);
    expect(await manager.post(reopening, { reason: '还想再卖' }, at(version))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/trip-begun' } },
    });
    await checkIn(desk, second.id);
    await teller.say(desk.agency.id, events.tripEnded, { operationsSheetId: newId(), departureId });
    await eventually(async () => {
      const { body } = await sales.get<OrderAnswer>(url(`/orders/${second.id}`));
      expect(body.state).toBe('expired'); // by the end of the trip, not by its beginning
    });
    expect(await timesClosed(desk)).toBe(1);
  });

  it('leaves closed what people closed before, and tells it no second time', async () => {
    const desk = await openDesk(world);
    const { body: order } = await place(desk);
    const reason = '名额留作备用';
    await desk.manager.post(url(`/departures/${desk.departureId}/closing`), { reason }, at(1));
    await checkIn(desk, order.id);
    expect(await untilBegun(desk)).toMatchObject({ stateReason: reason });
    expect(await timesClosed(desk)).toBe(1);
  });

  it('ends the waiting list, and offers that were not accepted', async () => {
    const desk = await openDesk(world, { capacity: 3 });
    const { sales } = desk;
    const [kept, freed] = [(await place(desk, 1)).body, (await place(desk, 2)).body];
    const [offered, waiting] = [(await join(desk, 2)).body, (await join(desk, 3)).body];
    const states = async () =>
      Promise.all(
        [offered, waiting].map(
          async ({ id }) => (await sales.get<{ state: string }>(url(`/waiting-entries/${id}`))).body.state,
        ),
      );
    await sales.ask(url(`/orders/${freed.id}`), { method: 'DELETE', headers: at(freed.version) });
    await eventually(async () => {
      expect(await states()).toEqual(['offered', 'waiting']);
    });
    await checkIn(desk, kept.id);
    await eventually(async () => {
      expect(await states()).toEqual(['ended', 'ended']);
    });
    await eventually(async () => {
      expect(await departureOf(desk)).toMatchObject({ state: 'closed', remaining: 2 });
    });
    const acceptance = url(`/waiting-entries/${offered.id}/acceptance`);
    expect(await sales.post(acceptance, {}, at(3))).toMatchObject({ status: 409 });
  });

  it('either leaves an order placed at the same moment its seat, or has it refused', async () => {
    const desk = await openDesk(world, { capacity: 100 });
    const { body: order } = await place(desk);
    const rushing = Array.from({ length: 30 }, () => place(desk));
    await checkIn(desk, order.id);
    const answers = await Promise.all(rushing);
    await untilBegun(desk);
    for (const { status, body } of answers)
      expect([201, 'booking/departure-not-open', 'booking/not-enough-seats']).toContain(
        status === 201 ? status : body.code,
      );
    const sold = answers.filter(({ status }) => status === 201).length;
    expect(await departureOf(desk)).toMatchObject({ remaining: 99 - sold });
    expect(await place(desk)).toMatchObject(notOpen);
  });
});

describe('the end of a trip nobody was checked in for', () => {
  it('closes its departure too', async () => {
    const desk = await openDesk(world);
    const { agency, departureId } = desk;
    await teller.say(agency.id, events.tripEnded, { operationsSheetId: newId(), departureId });
    await untilBegun(desk);
    expect(await place(desk)).toMatchObject(notOpen);
    expect(await timesClosed(desk)).toBe(1);
  });
});
