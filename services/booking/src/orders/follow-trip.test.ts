import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type OrderAnswer } from '../fixtures/desk.ts';
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

const url = (path = '') => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });

describe('the end of a trip', () => {
  it('completes bookings and ends the orders that still wait, whose seats go back', async () => {
    const { sales, reviewer, agency, departureId, order } = await openDesk(world);
    const place = async () => (await sales.post<OrderAnswer>(url(), order(2))).body.id;
    const [booked, unpaid, returned, inReview] = [await place(), await place(), await place(), await place()];
    for (const id of [booked, unpaid]) await reviewer.post(url(`/${id}/approval`), {}, at(1));
    await reviewer.post(url(`/${returned}/return`), { reason: '缺少出行人资料' }, at(1));
    const amount = { amount: 200_000n, currency: 'CNY' };
    const payment = { ...events.paymentReceived.codec.fromJSON({}), orderId: booked, amount };
    await teller.say(agency.id, events.paymentReceived, payment);
    const stateOf = async (id: string) => (await sales.get<OrderAnswer>(url(`/${id}`))).body.state;
    await eventually(async () => {
      expect(await stateOf(booked)).toBe('confirmed');
    });
    const { rows: counted } = await world.admin.query(
      `select before, after from booking.audit_records where object_id = $1 and after ? 'paid' and before is not null`,
      [booked],
    );
    expect(counted).toEqual([{ before: { paid: '0' }, after: { paid: '200000' } }]);
    await teller.say(agency.id, events.tripEnded, { operationsSheetId: newId(), departureId });
    await eventually(async () => {
      const states = await Promise.all([booked, unpaid, returned, inReview].map(stateOf));
      expect(states).toEqual(['completed', 'expired', 'expired', 'expired']);
    });
    const { rows } = await world.admin.query('select remaining from booking.departures where id = $1', [
      departureId,
    ]);
    expect(rows).toEqual([{ remaining: 18 }]);
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        `select from booking.outbox where agency_id = $1 and subject like '%order.expired.v1' and published_at is not null`,
        [agency.id],
      );
      expect(rowCount).toBe(3);
    });
  });
});
