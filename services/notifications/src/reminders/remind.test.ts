import { events } from '@yitu/contracts';
import { fixedClock } from '@yitu/kernel';
import {
  eventually,
  startMailSink,
  startWorld,
  type MailSink,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveOrder,
  confirmOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
  type ToldOrder,
} from '../fixtures/neighbourhood.ts';

const clock = fixedClock('2027-02-01T01:00:00Z');
let world: World;
let sink: MailSink;
let around: Neighbourhood;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl, clock });
  around = await openNeighbourhood(world, clock);
});
afterAll(async () => {
  await around.close();
  await world.close();
  await sink.stop();
});

interface Reminder {
  readonly state: string;
  readonly dueAt: string;
  readonly deliveryId: string | null;
}

const reminderOf = ({ administrator }: TestAgency, { orderId }: ToldOrder, state: string) =>
  eventually(async () => {
    const url = `${world.url('notifications')}/v1/reminders?orderId=${orderId}`;
    const { body } = await administrator.get<{ reminders: Reminder[] }>(url);
    expect(body.reminders).toMatchObject([{ state }]);
    if (!body.reminders[0]) throw new Error('checked above');
    return body.reminders[0];
  });

const subjects = (order: ToldOrder) => sink.messages(order.email).map(({ subject }) => subject);

/** What was due by now has gone out: a letter that is queued after it has arrived. */
async function untilDueIsDone(agency: TestAgency): Promise<void> {
  const later = await placeOrder(around, agency);
  await approveOrder(around, agency, later);
  await eventually(() => expect(subjects(later)).toHaveLength(1));
}

const departsOn = (days: number) =>
  clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString();

describe('the reminder of a departure', () => {
  it('goes out a week before, at nine in the morning there, and not a second earlier', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order, departsOn(30));
    const { dueAt } = await reminderOf(agency, order, 'waiting');
    const due = Temporal.Instant.from(dueAt);
    expect(due.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()).toBe(
      `${departsOn(23)}T09:00:00`,
    );
    await eventually(() => expect(subjects(order)).toHaveLength(1)); // the confirmation

    clock.set(due.subtract({ seconds: 1 }).toString());
    await untilDueIsDone(agency);
    expect((await reminderOf(agency, order, 'waiting')).deliveryId).toBeNull();
    expect(subjects(order)).toHaveLength(1);

    clock.set(due.toString());
    await eventually(() => expect(subjects(order)[0]).toMatch(/^出行提醒：桂林山水五日游将于.*出发$/));
    expect((await reminderOf(agency, order, 'sent')).deliveryId).not.toBeNull();
    expect(subjects(order)).toHaveLength(2);
  });

  it('goes out at once when the departure is nearer than a week', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order, departsOn(3));
    await reminderOf(agency, order, 'sent');
    await eventually(() => expect(subjects(order).toSorted()).toHaveLength(2));
  });

  it.each([
    ['cancelled', events.orderCancelled],
    ['expired', events.orderExpired],
  ] as const)('does not go out when the order was %s in between', async (_how, kind) => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order, departsOn(20));
    const { dueAt } = await reminderOf(agency, order, 'waiting');
    await eventually(() => expect(subjects(order)).toHaveLength(1));
    await around.tell(agency, kind, order.orderId, order);
    await reminderOf(agency, order, 'cancelled');
    clock.set(dueAt);
    await untilDueIsDone(agency);
    await reminderOf(agency, order, 'cancelled');
    await eventually(() => expect(subjects(order)).toHaveLength(2)); // its end is told
    expect(subjects(order).filter((subject) => subject.includes('出行提醒'))).toEqual([]);
  });

  it('does not go out when the trip has begun: the message came late', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order, departsOn(10));
    await reminderOf(agency, order, 'waiting');
    await eventually(() => expect(subjects(order)).toHaveLength(1)); // the confirmation
    clock.advance({ hours: 24 * 12 });
    expect((await reminderOf(agency, order, 'too-late')).deliveryId).toBeNull();
    await untilDueIsDone(agency);
    expect(subjects(order)).toHaveLength(1);
  });

  it('is seen by those whose reach covers it', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order, departsOn(40));
    await reminderOf(agency, order, 'waiting');
    const branchId = await agency.openBranch('franchise');
    const [sales, elsewhere, guide] = await Promise.all([
      agency.staff('sales'),
      agency.staff('sales', branchId),
      agency.staff('guide'),
    ]);
    const url = `${world.url('notifications')}/v1/reminders`;
    const seen = await Promise.all([sales, elsewhere].map((one) => one.get<{ reminders: object[] }>(url)));
    expect(seen.map(({ body }) => body.reminders.length)).toEqual([1, 0]);
    expect((await guide.get(url)).status).toBe(403);
  });
});
