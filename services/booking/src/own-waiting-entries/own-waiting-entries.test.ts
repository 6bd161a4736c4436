import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { nameTraveller, registerShopper, type Shopper } from '../fixtures/shopper.ts';
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

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly position: number | null;
  readonly note: string;
  readonly orderId: string | null;
}

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const refused = (status: number, code: string) => ({ status, body: { code } });
const adults = (count: number) => [{ category: 'adult', count }];

/** A departure whose two seats are sold, and a customer who came too late. */
const setOut = async () => {
  const desk = await openDesk(world, { capacity: 2 });
  const order = await sellOut(desk, desk.departureId, 2);
  return { desk, order, shopper: await shop(desk) };
};
const shop = (desk: Desk) => registerShopper(world, teller, desk.agency);
const sellOut = async (desk: Desk, departureId: string, seats: number) => {
  const body = { ...desk.order(seats), departureId };
  const answer = await desk.sales.post<OrderAnswer>(url('/orders'), body);
  expect(answer.status).toBe(201);
  return answer.body;
};
const wait = (shopper: Shopper, departureId: string, changes: object = {}) =>
  shopper.post<Entry>(url('/own-waiting-entries'), { departureId, counts: adults(1), ...changes });
const own = async (shopper: Shopper, id: string) =>
  (await shopper.get<Entry>(url(`/own-waiting-entries/${id}`))).body;
const answer = (shopper: Shopper, { id }: { id: string }, what: string, version = 2) =>
  shopper.post<OrderAnswer & Entry>(url(`/own-waiting-entries/${id}/${what}`), {}, at(version));
const leave = (shopper: Shopper, { id }: { id: string }, version = 1) =>
  shopper.ask<Entry>(url(`/own-waiting-entries/${id}`), { method: 'DELETE', headers: at(version) });
const withdraw = (desk: Desk, { id }: OrderAnswer) =>
  desk.sales.ask(url(`/orders/${id}`), { method: 'DELETE', headers: at(1) });
const until = (shopper: Shopper, id: string, state: string) =>
  eventually(async () => {
    const entry = await own(shopper, id);
    expect(entry.state).toBe(state);
    return entry;
  });
const seatsAreKept = async (departureId: string) => {
  const { rows } = await world.admin.query<{ balanced: boolean }>(
    `select capacity = remaining + kept_for_waiting
       + (select coalesce(sum(seats), 0) from booking.orders where departure_id = d.id and state not in ('cancelled', 'expired'))
       + (select coalesce(sum(seats), 0) from booking.waiting_entries where departure_id = d.id and state = 'offered') as balanced
     from booking.departures d where id = $1`,
    [departureId],
  );
  expect(rows).toEqual([{ balanced: true }]);
};

describe('a customer who waits for themselves', () => {
  it('sees their place, is offered what comes free, and orders it in time', async () => {
    const { desk, order, shopper } = await setOut();
    const travellers = [{ travellerId: await nameTraveller(world, shopper), category: 'adult' }];
    const { status, body } = await wait(shopper, desk.departureId, { travellers, note: '靠窗' });
    expect([status, body]).toMatchObject([
      201,
      { state: 'waiting', position: 1, seats: 1, note: '靠窗', productName: { en: 'Guilin in five days' } },
    ]);
    const other = await shop(desk);
    expect((await wait(other, desk.departureId)).body.position).toBe(2);
    expect(await answer(shopper, body, 'acceptance', 1)).toMatchObject(refused(409, 'booking/waiting-state'));
    await withdraw(desk, order);
    const offered = await until(shopper, body.id, 'offered');
    expect(offered).toMatchObject({ position: null, offerExpiresAt: expect.any(String) as string });
    expect((await answer(other, body, 'acceptance')).status).toBe(404);
    expect((await answer(shopper, body, 'acceptance', 9)).status).toBe(412);
    const both = await Promise.all([1, 2].map(() => answer(shopper, body, 'acceptance')));
    expect(both.filter((one) => one.status === 201)).toHaveLength(1);
    const placed = both.find((one) => one.status === 201)?.body;
    expect(placed).toMatchObject({
      ...{ state: 'in-review', customerId: shopper.customerId, authorId: shopper.userId, channel: 'portal' },
      ...{ total: { amount: '100000' }, note: '靠窗', branchId: desk.agency.headquartersId },
    });
    expect(await own(shopper, body.id)).toMatchObject({ state: 'accepted', orderId: placed?.id });
    const list = await shopper.get<{ entries: Entry[] }>(url('/own-waiting-entries?state=accepted'));
    expect(list.body.entries.map(({ id }) => id)).toEqual([body.id]);
    await seatsAreKept(desk.departureId);
  });

  it('turns an offer down or waits no longer: the seats go to the next', async () => {
    const { desk, order, shopper } = await setOut();
    const [second, third] = [await shop(desk), await shop(desk)];
    const first = (await wait(shopper, desk.departureId, { counts: adults(2) })).body;
    const next = (await wait(second, desk.departureId, { counts: adults(2) })).body;
    const last = (await wait(third, desk.departureId, { counts: adults(2) })).body;
    expect(await leave(second, first)).toMatchObject({ status: 404 });
    expect((await leave(second, next)).body).toMatchObject({ state: 'left', position: null });
    await withdraw(desk, order);
    await until(shopper, first.id, 'offered');
    expect(await leave(shopper, first, 2)).toMatchObject(refused(409, 'booking/waiting-state'));
    expect((await answer(shopper, first, 'refusal')).body).toMatchObject({ state: 'declined' });
    await until(third, last.id, 'offered');
    await seatsAreKept(desk.departureId);
  });

  it('answers what the staff has entered for them, and reads none of its notes', async () => {
    const { desk, order, shopper } = await setOut();
    const body = { customerId: shopper.customerId, counts: adults(1), note: '难缠的客人' };
    const account = await desk.agency.staff('account-manager');
    const entered = await account.post<Entry>(url(`/departures/${desk.departureId}/waiting-list`), body);
    expect(await own(shopper, entered.body.id)).toMatchObject({ state: 'waiting', note: '' });
    await withdraw(desk, order);
    await until(shopper, entered.body.id, 'offered');
    const { body: placed } = await answer(shopper, entered.body, 'acceptance');
    expect(placed).toMatchObject({
      state: 'in-review',
      note: '',
      authorId: shopper.userId,
      channel: 'counter',
    });
    expect((await shopper.get(url(`/orders/${placed.id}`))).body).toMatchObject({ note: '' });
  });

  it('waits for so many departures at once as the rules say, also by requests of the same moment', async () => {
    const { desk, shopper } = await setOut();
    const rules = { openHolds: 3, seatsPerOrder: 2, waitingEntries: 1 };
    expect((await desk.manager.put(url('/portal-rules'), rules, 1)).status).toBe(200);
    const others = await Promise.all(
      [1, 2, 3].map(() => scheduleDeparture(world, desk.manager, { capacity: 1 })),
    );
    for (const departureId of others) await sellOut(desk, departureId, 1);
    const made = await Promise.all(others.map((departureId) => wait(shopper, departureId)));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await wait(shopper, desk.departureId)).toMatchObject({
      ...{ status: 409 },
      body: { code: 'booking/too-many-waiting-entries', errors: [{ field: '/body/departureId' }] },
    });
    expect(await wait(shopper, desk.departureId, { counts: adults(3) })).toMatchObject(
      refused(422, 'booking/too-many-seats'),
    );
  });

  it('is refused by what refuses the staff, and by what is not theirs', async () => {
    const { desk, order, shopper } = await setOut();
    const travellers = [{ travellerId: crypto.randomUUID(), category: 'adult' }];
    expect(await wait(shopper, desk.departureId, { travellers })).toMatchObject(
      refused(422, 'booking/no-such-traveller'),
    );
    expect(await wait(shopper, desk.departureId, { customerId: desk.customerId })).toMatchObject(
      refused(400, 'request/invalid'),
    );
    await wait(shopper, desk.departureId);
    expect(await wait(shopper, desk.departureId)).toMatchObject(refused(409, 'booking/already-waiting'));
    await withdraw(desk, order);
    await eventually(async () =>
      expect(await wait(await shop(desk), desk.departureId)).toMatchObject(
        refused(409, 'booking/seats-available'),
      ),
    );
  });

  it('holds no more unpaid orders by accepting than by ordering', async () => {
    const { desk, order, shopper } = await setOut();
    const rules = { openHolds: 0, seatsPerOrder: 2 };
    expect((await desk.manager.put(url('/portal-rules'), rules, 1)).status).toBe(200);
    const { body } = await wait(shopper, desk.departureId);
    await withdraw(desk, order);
    await until(shopper, body.id, 'offered');
    expect(await answer(shopper, body, 'acceptance')).toMatchObject(refused(409, 'booking/too-many-holds'));
  });
});
