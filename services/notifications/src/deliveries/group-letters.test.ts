import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startMailSink, startWorld, type MailSink, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
  type ToldOrder,
} from '../fixtures/neighbourhood.ts';

let world: World;
let sink: MailSink;
let around: Neighbourhood;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl });
  around = await openNeighbourhood(world);
});
afterAll(async () => {
  await around.close();
  await world.close();
  await sink.stop();
});

const productName = { zh: '桂林山水五日游', en: 'Guilin in five days' };
const trip = { productName, departsOn: '2099-05-08', returnsOn: '2099-05-12' };

interface Item {
  readonly template: string;
  readonly doneAt: string | null;
  readonly subject: { zh: string; en: string };
  readonly text: { zh: string; en: string };
}
const inboxOf = async (one: Staff) =>
  (await one.get<{ items: Item[] }>(`${world.url('notifications')}/v1/inbox`)).body.items;
const letter = (order: ToldOrder, subject: string) =>
  eventually(() => {
    const found = sink.messages(order.email).find((one) => one.subject.includes(subject));
    if (!found) throw new Error(`no letter about ${subject} yet`);
    return found;
  });

/** An order somebody sold, as booking names it in what it tells of its departure. */
async function sold(locale = 'zh') {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const order = await placeOrder(around, agency, { authorId: sales.userId, locale });
  const { orderId, branchId, customerId, authorId, departureId } = order;
  return { agency, sales, order, told: { orderId, branchId, customerId, authorId, departureId } };
}

const chosen = (order: ToldOrder, choice: string) => ({
  ...events.orderGroupChoiceRecorded.codec.fromJSON({}),
  ...{ orderId: order.orderId, branchId: order.branchId, customerId: order.customerId, choice },
});

describe('a departure that is called off', () => {
  it('is told to the customer with what they can choose, and to the author until it is recorded', async () => {
    const { agency, sales, order, told } = await sold();
    const off = { ...told, ...trip, cause: 'minimum-group', chooseBy: '2099-04-30' };
    await around.tell(agency, events.orderDepartureCalledOff, order.orderId, off);
    const { text } = await letter(order, '未能成行');
    expect(text).toContain('未达到最低成团人数');
    expect(text).toContain('2099年4月30日');
    expect(text).toContain('退还全部已付款项');
    await eventually(async () =>
      expect(await inboxOf(sales)).toMatchObject([{ template: 'choice-to-record', doneAt: null }]),
    );
    await around.tell(agency, events.orderGroupChoiceRecorded, order.orderId, chosen(order, 'refund'));
    await eventually(async () => expect((await inboxOf(sales))[0]?.doneAt).toEqual(expect.any(String)));
    expect(sink.messages(order.email)).toHaveLength(1); // the end of the order tells of the refund
  });

  it('whose customer has not chosen in time is refunded by rule, which the author learns', async () => {
    const { agency, sales, order, told } = await sold();
    const off = { ...told, ...trip, cause: 'agency', chooseBy: '2099-04-30' };
    await around.tell(agency, events.orderDepartureCalledOff, order.orderId, off);
    await around.tell(agency, events.orderGroupChoiceRecorded, order.orderId, {
      ...chosen(order, 'refund'),
      ...{ consentBy: 'rule', paid: { amount: 60_000n, currency: 'CNY' } },
    });
    await eventually(async () => {
      const items = await inboxOf(sales);
      expect(items.map(({ template }) => template).toSorted()).toEqual(['choice-over', 'choice-to-record']);
      expect(items.every(({ doneAt }) => doneAt !== null)).toBe(true);
      const over = items.find(({ template }) => template === 'choice-over');
      expect(over?.text.zh).toContain('已付款项 ¥600.00 将全额退还');
    });
  });

  it('moves the reminder with the order, whose customer learns the new days', async () => {
    const { agency, order, told } = await sold('en');
    await confirmOrder(around, agency, order, trip.departsOn);
    const reminder = (state: string, departsOn: string) =>
      eventually(async () => {
        const url = `${world.url('notifications')}/v1/reminders?orderId=${order.orderId}`;
        const { body } = await agency.administrator.get<{ reminders: object[] }>(url);
        expect(body.reminders).toMatchObject([{ state, departsOn }]);
      });
    await reminder('waiting', '2099-05-08');
    const off = { ...told, ...trip, cause: 'force-majeure', chooseBy: '2099-04-30' };
    await around.tell(agency, events.orderDepartureCalledOff, order.orderId, off);
    await reminder('cancelled', '2099-05-08');
    await around.tell(agency, events.orderGroupChoiceRecorded, order.orderId, {
      ...chosen(order, 'postponement'),
      ...{ productName, departsOn: '2099-06-08', returnsOn: '2099-06-12', timeZone: 'Asia/Shanghai' },
      openDues: [{ kind: 'balance', dueOn: '2099-05-24', amount: { amount: 140_000n, currency: 'CNY' } }],
    });
    await reminder('waiting', '2099-06-08');
    const { text } = await letter(order, 'now departs on 8 June 2099');
    expect(text).toContain('CN¥1,400.00 by 24 May 2099');
    // The message of the old day comes while the reminder waits for the new one.
    const { rows } = await world.admin.query<{ id: string }>(
      `update notifications.outbox set not_before = now() where agency_id = $1 and subject like 'tmr.%departure-due.v1' and published_at is null
         and envelope::text like '%2099-05-08%' returning id`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
    await eventually(async () => {
      const { rowCount } = await world.admin.query('select from notifications.inbox where event_id = $1', [
        rows[0]?.id,
      ]);
      expect(rowCount).toBe(1);
    });
    await reminder('waiting', '2099-06-08');
  });
});

describe('a group', () => {
  it('at risk waits in the inbox of who may decide, once, until it is decided', async () => {
    const agency = await world.foundAgency();
    const [manager, sales] = [await agency.staff('project-manager'), await agency.staff('sales')];
    const departureId = newId();
    const group = {
      ...{ departureId, minimumGroup: 10, operatingBranchId: agency.headquartersId, groupNumber: 'GL-1' },
      ...{ productName, departsOn: trip.departsOn },
    };
    await around.tell(agency, events.departureAtRisk, departureId, { ...group, confirmedSeats: 4 });
    await around.tell(agency, events.departureAtRisk, departureId, { ...group, confirmedSeats: 6 });
    await eventually(async () =>
      expect(await inboxOf(manager)).toMatchObject([
        { template: 'group-at-risk', doneAt: null, subject: { en: 'Departure GL-1 is at risk (6 of 10)' } },
        { template: 'group-at-risk', doneAt: expect.any(String) as unknown },
      ]),
    );
    expect(await inboxOf(sales)).toEqual([]);
    await around.tell(agency, events.departureGuaranteed, departureId, { ...group, confirmedSeats: 10 });
    await eventually(async () => expect((await inboxOf(manager))[0]?.doneAt).toEqual(expect.any(String)));
  });

  it('that takes place is news for customer and author', async () => {
    const { agency, sales, order, told } = await sold();
    await around.tell(agency, events.orderDepartureGuaranteed, order.orderId, { ...told, ...trip });
    await letter(order, '已成团：桂林山水五日游');
    await eventually(async () =>
      expect(await inboxOf(sales)).toMatchObject([
        { template: 'group-guaranteed', doneAt: expect.any(String) as unknown },
      ]),
    );
  });
});

describe('a payment that was taken back', () => {
  it('is told to the author until something comes in', async () => {
    const { agency, sales, told } = await sold();
    const { orderId, branchId, authorId } = told;
    const money = (amount: bigint) => ({ amount, currency: 'CNY' });
    await around.tell(agency, events.orderPaymentTakenBack, orderId, {
      ...{ orderId, branchId, authorId, dueOn: '2099-04-30' },
      ...{ amount: money(60_000n), outstanding: money(200_000n) },
    });
    await eventually(async () =>
      expect(await inboxOf(sales)).toMatchObject([{ template: 'payment-taken-back', doneAt: null }]),
    );
    await around.tell(agency, events.paymentReceived, orderId, {
      ...events.paymentReceived.codec.fromJSON({}),
      ...{ orderId, amount: money(10_000n) },
    });
    await eventually(async () => expect((await inboxOf(sales))[0]?.doneAt).toEqual(expect.any(String)));
  });
});
