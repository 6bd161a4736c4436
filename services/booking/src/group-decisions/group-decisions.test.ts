import { events } from '@yitu/contracts';
import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, scheduleDeparture, type OrderAnswer } from '../fixtures/desk.ts';
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
const version = (given: number) => ({ 'if-match': `"${given}"` });

interface Group {
  readonly state: string;
  readonly group_standing: string;
}

async function groupOf(departureId: string): Promise<string> {
  const { rows } = await world.admin.query<Group>(
    'select state, group_standing from booking.departures where id = $1',
    [departureId],
  );
  return rows.map((row) => `${row.state} ${row.group_standing}`).join();
}

const published = async (agencyId: string, event: string) => {
  const { rows } = await world.admin.query<{ data: object }>(
    `select envelope::jsonb->'data' as data from booking.outbox where agency_id = $1 and subject like '%departure.' || $2 || '.v1' order by occurred_at, aggregate_version`,
    [agencyId, event],
  );
  return rows.map(({ data }) => data);
};

/** What was told of an order and its departure. */
const toldOrders = async (orderId: string) => {
  const { rows } = await world.admin.query<{ told: string }>(
    `select split_part(subject, '.', 5) as told from booking.outbox where aggregate_id = $1 and subject like '%.order.departure-%'`,
    [orderId],
  );
  return rows.map(({ told }) => told);
};

/** An agency with a group of two and one of five, which leave in 60 days; two seats of each are sold. */
async function openGroups() {
  const departsOn = clock
    .now()
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .add({ days: 60 })
    .toString();
  const desk = await openDesk(world, { departsOn, minimumGroup: 2 });
  const big = await scheduleDeparture(world, desk.manager, { departsOn, minimumGroup: 5 });
  const sell = async (departureId: string) => {
    const { body } = await desk.sales.post<OrderAnswer>(booking('orders'), { ...desk.order(2), departureId });
    return body.id;
  };
  const sold = { small: await sell(desk.departureId), big: await sell(big) };
  await world.admin.query(
    `update booking.orders set state = 'confirmed', paid = 60000, hold_expires_at = null where id = any ($1)`,
    [[sold.small, sold.big]],
  );
  return { ...desk, small: desk.departureId, big, sold };
}

const sinceSold = (days: number) => clock.advance({ days });

describe('the minimum group', () => {
  it('is decided on by itself 30 and 7 days before, and cancels the trip where the rule says so', async () => {
    const { agency, manager, small, big, sold } = await openGroups();
    const rules = { decisionDays: [7, 30], belowMinimum: 'cancel' };
    expect(await manager.put(booking('group-rules'), rules, 1)).toMatchObject({
      ...{ status: 200, body: { decisionDays: [30, 7], belowMinimum: 'cancel', version: 2 } },
    });
    sinceSold(30);
    await eventually(async () =>
      expect([await groupOf(small), await groupOf(big)]).toEqual(['guaranteed guaranteed', 'open at-risk']),
    );
    const figures = { confirmedSeats: 2, minimumGroup: 5 };
    expect(await published(agency.id, 'at-risk')).toMatchObject([
      { departureId: big, ...figures, operatingBranchId: agency.headquartersId },
    ]);
    await eventually(async () => expect(await toldOrders(sold.small)).toEqual(['departure-guaranteed']));
    expect(await published(agency.id, 'guaranteed')).toMatchObject([{ departureId: small }]);
    sinceSold(23);
    await eventually(async () => expect(await groupOf(big)).toBe('cancelled at-risk'));
    expect(await groupOf(small)).toBe('guaranteed guaranteed');
    await eventually(async () => expect(await toldOrders(sold.big)).toEqual(['departure-called-off']));
    expect(await published(agency.id, 'cancelled')).toMatchObject([
      { departureId: big, cause: 'minimum-group' },
    ]);
    const { rows } = await world.admin.query('select state from booking.orders where id = $1', [sold.big]);
    expect(rows).toEqual([{ state: 'confirmed' }]);
  });

  it('leaves the last word to a person where the rule says nothing else', async () => {
    const { agency, manager, sales, small, big } = await openGroups();
    const closing = { reason: '等待航班' };
    await manager.post(booking(`departures/${small}/closing`), closing, version(1));
    sinceSold(30);
    await eventually(async () =>
      expect([await groupOf(small), await groupOf(big)]).toEqual(['closed guaranteed', 'open at-risk']),
    );
    sinceSold(23);
    await eventually(async () => expect(await published(agency.id, 'at-risk')).toHaveLength(2));
    const url = booking(`departures/${big}/group-decision`);
    const decision = { decision: 'guaranteed', reason: '并团出发' };
    expect(await (await sales.signInAgain()).post(url, decision, version(3))).toMatchObject({ status: 403 });
    const again = await manager.signInAgain();
    expect(await again.post(url, decision, version(3))).toMatchObject({
      ...{ status: 200, body: { state: 'guaranteed', groupStanding: 'guaranteed', version: 4 } },
    });
    expect(await again.post(url, { ...decision, decision: 'at-risk' }, version(4))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/group-guaranteed' } },
    });
    expect(await again.post(booking(`departures/${small}/reopening`), closing, version(3))).toMatchObject({
      ...{ status: 200, body: { state: 'guaranteed' } },
    });
  });

  it('is at risk from the beginning where all days of a decision have begun, until enough is confirmed', async () => {
    const departsOn = clock
      .now()
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDate()
      .add({ days: 5 })
      .toString();
    const desk = await openDesk(world, { departsOn, minimumGroup: 3 });
    const { agency, departureId } = desk;
    expect(await groupOf(departureId)).toBe('open at-risk');
    expect(await published(agency.id, 'at-risk')).toMatchObject([{ departureId, minimumGroup: 3 }]);
    const confirm = async (adults: number) => {
      const { body } = await desk.sales.post<OrderAnswer>(booking('orders'), desk.order(adults));
      await desk.reviewer.post(booking(`orders/${body.id}/approval`), {}, version(1));
      const amount = { amount: 100_000n * BigInt(adults), currency: 'CNY' };
      const payment = events.paymentReceived.codec.fromJSON({});
      await teller.say(agency.id, events.paymentReceived, { ...payment, orderId: body.id, amount });
      await eventually(async () => {
        const { rows } = await world.admin.query('select state from booking.orders where id = $1', [body.id]);
        expect(rows).toEqual([{ state: 'confirmed' }]);
      });
    };
    await confirm(2);
    await confirm(1);
    await eventually(async () => expect(await groupOf(departureId)).toBe('guaranteed guaranteed'));
    expect(await published(agency.id, 'at-risk')).toHaveLength(1);
    expect(await published(agency.id, 'guaranteed')).toMatchObject([{ departureId, confirmedSeats: 3 }]);
  });

  it('has rules that nobody sets who has not read the newest', async () => {
    const { manager } = await openGroups();
    const rules = { decisionDays: [14], belowMinimum: 'at-risk' };
    const answers = await Promise.all([1, 2, 3].map(() => manager.put(booking('group-rules'), rules, 1)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(await manager.get(booking('group-rules'))).toMatchObject({ body: { ...rules, version: 2 } });
  });
});
