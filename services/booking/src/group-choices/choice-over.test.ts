import { events } from '@yitu/contracts';
import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { createTeller } from '../fixtures/teller.ts';

const clock = fixedClock('2026-05-01T04:00:00Z');
let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const at = (given: number) => ({ 'if-match': `"${given}"` });
const inDays = (days: number) =>
  clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString();

/** A departure in 60 days with so many orders for two, approved and paid in part. */
async function openTrip(orders: number) {
  const desk = await openDesk(world, { departsOn: inDays(60) });
  const ids = await Promise.all(
    Array.from({ length: orders }, async () => {
      const { body } = await desk.sales.post<OrderAnswer>(booking('orders'), desk.order(2));
      await desk.reviewer.post(booking(`orders/${body.id}/approval`), {}, at(1));
      return body.id;
    }),
  );
  await world.admin.query('update booking.orders set paid = 10000 where id = any ($1)', [ids]);
  return { desk, ids, orderId: ids[0] ?? '' };
}

async function callOff({ manager, departureId }: Desk, ids: readonly string[]): Promise<void> {
  const cancellation = { reason: '地接社无法接待', cause: 'agency' };
  const path = booking(`departures/${departureId}/cancellation`);
  expect((await manager.post(path, cancellation, at(1))).status).toBe(200);
  await eventually(async () => expect(await told(ids, 'departure-called-off')).toHaveLength(ids.length));
}

const stateOf = async (orderId: string) => {
  const { rows } = await world.admin.query<{ state: string }>(
    'select state from booking.orders where id = $1',
    [orderId],
  );
  return rows[0]?.state;
};

const told = async (ids: readonly string[], noun: string) => {
  const { rows } = await world.admin.query<{ data: object }>(
    `select envelope::jsonb->'data' as data from booking.outbox where aggregate_id = any ($1) and subject like $2 and published_at is not null`,
    [ids, `%.order.${noun}.v1`],
  );
  return rows.map(({ data }) => data);
};

/** Whatever falls due by now has been sent, and has taken effect here. */
const settled = () =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      `select from booking.outbox where subject like 'tmr.%' and coalesce(not_before, now()) <= $1
         and not exists (select from booking.inbox where event_id = outbox.id)`,
      [clock.now().toString()],
    );
    expect(rows).toHaveLength(0);
  });

describe('the time to choose', () => {
  it('is a rule, fixed with the call-off, after which all goes back once, though its hold was over before', async () => {
    const { desk, orderId } = await openTrip(1);
    const rules = booking('group-choice-rules');
    expect((await desk.manager.get(rules)).body).toEqual({ choiceDays: 7, version: 1 });
    const set = await desk.manager.put(rules, { choiceDays: 10 }, 1);
    expect(set).toMatchObject({ status: 200, body: { choiceDays: 10, version: 2 } });
    expect((await desk.sales.put(rules, { choiceDays: 5 }, 2)).status).toBe(403);
    await callOff(desk, [orderId]);
    await desk.manager.put(rules, { choiceDays: 2 }, 2);
    const until = inDays(10);
    expect((await desk.sales.get(booking(`orders/${orderId}`))).body).toMatchObject({
      ...{ state: 'awaiting-payment', calledOff: { cause: 'agency', chooseBy: until } },
    });
    clock.advance({ days: 8 });
    await settled();
    expect(await stateOf(orderId)).toBe('awaiting-payment');
    clock.advance({ days: 3 });
    await eventually(async () => expect(await stateOf(orderId)).toBe('cancelled'));
    await eventually(async () => {
      expect(await told([orderId], 'refund-due')).toMatchObject([{ amount: { amount: '10000' } }]);
    });
    const choice = { choice: 'refund', consentBy: 'rule' };
    expect(await told([orderId], 'group-choice-recorded')).toMatchObject([choice]);
    expect(await told([orderId], 'cancelled')).toMatchObject([
      { cause: 'agency', unchosen: true, refund: { amount: '10000' } },
    ]);
    const sales = await desk.sales.signInAgain();
    expect((await sales.get(booking(`orders/${orderId}/group-choices`))).body).toMatchObject({
      choices: [{ choice: 'refund', consent: { by: 'rule', on: until }, recordedBy: null }],
    });
    const again = { orderId, departureId: desk.departureId };
    await teller.say(desk.agency.id, events.groupChoiceOver, again);
    await settled();
    expect(await told([orderId], 'refund-due')).toHaveLength(1);
  });

  it('ends while customers choose: of each order one of both happens, once', async () => {
    const { desk, ids } = await openTrip(6);
    await callOff(desk, ids);
    const target = await scheduleDeparture(world, desk.manager, { departsOn: inDays(70) });
    const consent = { by: 'telephone', on: inDays(0), text: '同意改到下一个团期' };
    const transfer = { choice: 'transfer', targetDepartureId: target, consent };
    const answers = await Promise.all(
      ids.map(async (orderId) => {
        const over = { orderId, departureId: desk.departureId };
        const [, answer] = await Promise.all([
          teller.say(desk.agency.id, events.groupChoiceOver, over),
          desk.sales.post(booking(`orders/${orderId}/group-choices`), transfer, at(3)),
        ]);
        return { orderId, moved: answer.status === 201 };
      }),
    );
    for (const { orderId, moved } of answers) {
      await eventually(async () =>
        expect(await stateOf(orderId)).toBe(moved ? 'awaiting-payment' : 'cancelled'),
      );
      await eventually(async () =>
        expect(await told([orderId], 'group-choice-recorded')).toMatchObject([
          { consentBy: moved ? 'telephone' : 'rule' },
        ]),
      );
      expect(await told([orderId], 'refund-due')).toHaveLength(moved ? 0 : 1);
    }
    const { rows } = await world.admin.query(
      'select capacity - remaining as sold from booking.departures where id = any ($1) order by departs_on',
      [[desk.departureId, target]],
    );
    expect(rows).toEqual([{ sold: 0 }, { sold: 2 * answers.filter(({ moved }) => moved).length }]);
  });

  it('leaves an order that has moved its hold, until its payment is due there', async () => {
    const { desk, orderId } = await openTrip(1);
    await callOff(desk, [orderId]);
    clock.advance({ days: 5 }); // its hold is over, but not its choice
    await settled();
    const sales = await desk.sales.signInAgain();
    const manager = await desk.manager.signInAgain();
    const target = await scheduleDeparture(world, manager, { departsOn: inDays(70) });
    const consent = { by: 'telephone', on: inDays(0), text: '同意改到下一个团期' };
    const transfer = { choice: 'transfer', targetDepartureId: target, consent };
    expect((await sales.post(booking(`orders/${orderId}/group-choices`), transfer, at(3))).status).toBe(201);
    const { body } = await sales.get<{ holdExpiresAt: string }>(booking(`orders/${orderId}`));
    expect(Temporal.Instant.compare(body.holdExpiresAt, clock.now())).toBe(1);
    clock.advance({ days: 5 }); // nobody pays: now it ends with its hold, and what was paid goes back
    await eventually(async () => expect(await stateOf(orderId)).toBe('expired'));
    await eventually(async () => expect(await told([orderId], 'refund-due')).toHaveLength(1));
  });
});
