import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startMailSink, startWorld, type MailSink, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeighbourhood, placeOrder, type Neighbourhood } from '../fixtures/neighbourhood.ts';

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

const letterTo = (email: string) =>
  eventually(() => {
    const [letter] = sink.messages(email);
    if (!letter) throw new Error('no letter yet');
    return letter;
  });

const inboxOf = async (one: Staff) =>
  (
    await one.get<{ items: { template: string; doneAt: string | null; text: { zh: string; en: string } }[] }>(
      `${world.url('notifications')}/v1/inbox`,
    )
  ).body.items;

const offer = (customerId: string, branchId: string, authorId: string) => ({
  ...{ entryId: newId(), departureId: newId(), branchId, customerId, authorId, seats: 2 },
  ...{ offerExpiresAt: '2027-03-08T10:00:00Z', departsOn: '2027-05-01', returnsOn: '2027-05-05' },
  productName: { zh: '桂林山水五日游', en: 'Guilin in five days' },
});

describe('seats for a party that waited', () => {
  it('are told to the customer, who has no order yet, and to whoever put them on the list, until it is answered', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const [customerId, email] = [newId(), `${newId()}@example.cn`];
    around.contacts.set(customerId, { displayName: '李红', email, locale: 'zh' });
    const offered = offer(customerId, agency.headquartersId, sales.userId);
    await around.tell(agency, events.waitingEntryOffered, offered.entryId, offered);
    const letter = await letterTo(email);
    expect(letter.subject).toBe('候补成功：桂林山水五日游（2027年5月1日出发）已为您保留名额');
    expect(letter.text).toContain('李红，您好！');
    expect(letter.text).toContain('2027年3月8日 18:00');
    await eventually(async () =>
      expect(await inboxOf(sales)).toMatchObject([
        {
          template: 'waiting-offered',
          doneAt: null,
          text: { en: expect.stringContaining('2 seats on Guilin in five days') as string },
        },
      ]),
    );
    const { entryId, departureId, branchId, customerId: of, seats } = offered;
    const lapsed = { entryId, departureId, branchId, customerId: of, seats };
    await around.tell(agency, events.waitingEntryLapsed, entryId, lapsed);
    await eventually(async () => expect((await inboxOf(sales))[0]?.doneAt).toEqual(expect.any(String)));
  });
});

describe('a quotation that is sent', () => {
  it('is told to the customer with its total and its last moment; one of before authors were told of is not', async () => {
    const agency = await world.foundAgency();
    const { headquartersId: branchId, administrator } = agency;
    const [customerId, email] = [newId(), `${newId()}@example.cn`];
    around.contacts.set(customerId, { displayName: '李红', email, locale: 'en' });
    const tell = (authorId: string, revision: number) => {
      const quotationId = newId();
      return around.tell(agency, events.quotationSent, quotationId, {
        ...{ quotationId, branchId, customerId, revision, authorId },
        ...{ total: { amount: 258_000n, currency: 'CNY' }, expiresAt: '2027-03-08T10:00:00Z' },
      });
    };
    await tell('', 1);
    await tell(administrator.userId, 2);
    const letter = await letterTo(email);
    expect(letter.subject).toBe('Your quotation is ready');
    expect(letter.text).toContain('Total: CN¥2,580.00');
    expect(letter.text).toContain('18:00');
    expect(letter.text).toContain(`admin@${agency.code}.example`);
    expect(sink.messages(email)).toHaveLength(1);
  });
});

describe('payments of an order', () => {
  it('that are overdue are reminded of, with the last day', async () => {
    const agency = await world.foundAgency();
    const { orderId, branchId, customerId, email, number } = await placeOrder(around, agency, {
      locale: 'en',
    });
    await around.tell(agency, events.orderPaymentReminded, orderId, {
      ...{ orderId, branchId, customerId, kind: 'balance', dueOn: '2027-04-16', graceUntil: '2027-04-19' },
      ...{ outstanding: { amount: 180_600n, currency: 'CNY' }, overdue: true },
    });
    const letter = await letterTo(email);
    expect(letter.subject).toBe(`Payment overdue: order ${number}`);
    expect(letter.text).toContain('At the latest: 19 April 2027');
    expect(letter.text).toContain('CN¥1,806.00');
  });

  it('that are too much are told with what becomes of it', async () => {
    const agency = await world.foundAgency();
    for (const [handling, says] of [
      ['refund', '多付部分将按原付款方式退还给您'],
      ['credit', '多付部分暂存于该订单'],
    ] as const) {
      const order = await placeOrder(around, agency);
      const { orderId, branchId, customerId, authorId } = order;
      await around.tell(agency, events.orderOverpaid, orderId, {
        ...{ orderId, branchId, customerId, authorId, handling },
        excess: { amount: 10_000n, currency: 'CNY' },
      });
      const { text } = await letterTo(order.email);
      expect(text).toContain('多 ¥100.00');
      expect(text).toContain(says);
    }
  });

  it('that stay away are for the author to decide on; an edited order waits for review as it is now', async () => {
    const agency = await world.foundAgency();
    const [sales, reviewer] = [await agency.staff('sales'), await agency.staff('project-manager')];
    const { orderId, branchId, departureId, number } = await placeOrder(around, agency, {
      authorId: sales.userId,
    });
    await around.tell(agency, events.orderEdited, orderId, {
      ...{ orderId, branchId, departureId, seats: 3, total: { amount: 300_000n, currency: 'CNY' } },
    });
    await around.tell(agency, events.orderBalanceFlagged, orderId, {
      ...{ orderId, branchId, authorId: sales.userId, dueOn: '2027-04-16', kind: 'balance' },
      outstanding: { amount: 180_600n, currency: 'CNY' },
    });
    await eventually(async () => {
      expect(await inboxOf(sales)).toMatchObject([
        {
          template: 'balance-flagged',
          text: { zh: expect.stringContaining(`订单 ${number} 的尾款 ¥1,806.00`) as string },
        },
      ]);
      expect(await inboxOf(reviewer)).toMatchObject([
        { text: { en: `Order ${number} (3 seats, CN¥3,000.00) waits for review.` } },
      ]);
    });
  });
});
