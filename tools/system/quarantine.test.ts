import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeller, type Teller } from '../../services/analytics/src/fixtures/teller.ts';
import { openDesk, type Desk, type OrderAnswer } from '../../services/booking/src/fixtures/desk.ts';

let world: World;
let tell: Teller;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  tell = await createTeller(world);
});
afterAll(async () => {
  await tell.close();
  await world.close();
});

const booking = (path: string) => `${world.url('booking')}/v1${path}`;

/** An order that waits for payment. */
async function approved(desk: Desk): Promise<OrderAnswer> {
  const { body } = await desk.sales.post<OrderAnswer>(booking('/orders'), desk.order());
  await desk.reviewer.post(booking(`/orders/${body.id}/approval`), {}, { 'if-match': '"1"' });
  return body;
}

const payment = (orderId: string) => ({
  paymentId: newId(),
  orderId,
  branchId: newId(),
  amount: { amount: 200_000n, currency: 'CNY' },
  method: 'cash',
  receivedOn: '2026-05-01',
});

/** A payment for an order that does not exist, once it was set aside. */
async function setAside({ agency }: Desk): Promise<{ id: string; error: string }> {
  const wrong = payment(newId());
  await tell.say(agency.id, events.paymentReceived, wrong.paymentId, 1, wrong, '2026-05-01T04:00:00Z');
  return eventually(async () => {
    const { body } = await agency.administrator.get<{ messages: { id: string; error: string }[] }>(
      booking('/quarantine'),
    );
    const [message] = body.messages;
    if (!message) throw new Error('nothing is set aside yet');
    return message;
  }, 40_000);
}

describe('a message in quarantine', () => {
  it('is seen by the administrator, mended and processed, once', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const { id, error } = await setAside(desk);
    expect(error).toContain('request/not-found');
    const replay = booking(`/quarantine/${id}/replay`);
    const data = events.paymentReceived.codec.toJSON(payment(order.id));
    expect((await desk.agency.administrator.post(replay, { data })).status).toBe(200);
    const { body } = await desk.sales.get<OrderAnswer>(booking(`/orders/${order.id}`));
    expect([body.state, body.paid.amount]).toEqual(['confirmed', '200000']);
    await desk.agency.administrator.post(replay, { data });
    expect((await desk.sales.get<OrderAnswer>(booking(`/orders/${order.id}`))).body.paid.amount).toBe(
      '200000',
    );
  }, 60_000);

  it('that has the id of another one is refused as often as it is tried: it would not be itself', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const { paymentId, ...paid } = payment(order.id);
    await tell.say(
      desk.agency.id,
      events.paymentReceived,
      paymentId,
      1,
      { paymentId, ...paid },
      '2026-05-01T04:00:00Z',
    );
    const [applied] = await eventually(async () => {
      const { rows } = await world.admin.query<{ id: string; time: string }>(
        `select event_id as id, to_json(occurred_at) #>> '{}' as time from booking.inbox where aggregate_id = $1`,
        [paymentId],
      );
      expect(rows).toHaveLength(1);
      return rows;
    });
    const { id } = await setAside(desk);
    await world.admin.query(
      `update booking.quarantine set message = (message::jsonb || $1::jsonb)::text where id = $2`,
      [JSON.stringify(applied), id],
    );
    expect(await desk.agency.administrator.post(booking(`/quarantine/${id}/replay`), {})).toMatchObject({
      status: 409,
      body: { code: 'request/received-otherwise' },
    });
  }, 60_000);

  it('cannot be used by anybody else, nor for another agency', async () => {
    const [desk, victim] = [await openDesk(world), await openDesk(world)];
    const order = await approved(victim);
    const { id } = await setAside(desk);
    const data = events.paymentReceived.codec.toJSON(payment(order.id));
    expect(
      (await victim.agency.administrator.post(booking(`/quarantine/${id}/replay`), { data })).status,
    ).toBe(404);
    expect((await desk.sales.post(booking(`/quarantine/${id}/replay`), { data })).status).toBe(403);
    const forged = { message: JSON.stringify({ agencyid: victim.agency.id }) };
    expect(await desk.agency.administrator.post(booking(`/quarantine/${id}/replay`), forged)).toMatchObject({
      status: 400,
    });
    // Within its own agency the order of another one is simply not there.
    expect((await desk.agency.administrator.post(booking(`/quarantine/${id}/replay`), { data })).status).toBe(
      404,
    );
    const { body } = await victim.sales.get<OrderAnswer>(booking(`/orders/${order.id}`));
    expect(body.state).toBe('awaiting-payment');
  }, 60_000);
});

describe('a request that is repeated', () => {
  it('gets its first answer, also at once and also where it would be refused now', async () => {
    const desk = await openDesk(world);
    const order = await desk.sales.post<OrderAnswer>(booking('/orders'), desk.order());
    const headers = { 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() };
    const approve = () =>
      desk.reviewer.post<OrderAnswer>(booking(`/orders/${order.body.id}/approval`), {}, headers);
    const answers = await Promise.all([approve(), approve(), approve()]);
    expect(answers.map(({ status, body }) => [status, body.state, body.version])).toEqual(
      Array.from({ length: 3 }, () => [200, 'awaiting-payment', 2]),
    );
    const key = { 'idempotency-key': crypto.randomUUID() };
    const placed = await desk.sales.post<OrderAnswer>(booking('/orders'), desk.order(1), key);
    await world.stop('crm');
    try {
      const again = await desk.sales.post<OrderAnswer>(booking('/orders'), desk.order(1), key);
      expect([again.status, again.body.id]).toEqual([201, placed.body.id]);
    } finally {
      await world.start('crm');
    }
  });
});
