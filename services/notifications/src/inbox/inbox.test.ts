import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
} from '../fixtures/neighbourhood.ts';

let world: World;
let around: Neighbourhood;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'notifications'] });
  around = await openNeighbourhood(world);
});
afterAll(async () => {
  await around.close();
  await world.close();
});

interface Item {
  readonly id: string;
  readonly template: string;
  readonly aboutId: string;
  readonly subject: { zh: string; en: string };
  readonly readAt: string | null;
  readonly doneAt: string | null;
}

const url = (path = '') => `${world.url('notifications')}/v1/inbox${path}`;
const inboxOf = async (one: Staff, query = '') => (await one.get<{ items: Item[] }>(url(query))).body.items;
const expectInbox = (one: Staff, expected: object[], query = '') =>
  eventually(async () => {
    const items = await inboxOf(one, query);
    expect(items).toMatchObject(expected);
    expect(items).toHaveLength(expected.length);
    return items;
  });

/** Of items about different things none has to come before another. */
const expectOrders = (one: Staff, orders: { orderId: string }[]) =>
  eventually(async () => {
    const items = await inboxOf(one);
    expect(items.map(({ aboutId }) => aboutId).toSorted()).toEqual(
      orders.map(({ orderId }) => orderId).toSorted(),
    );
  });

describe('the inbox of a reviewer', () => {
  it('shows orders that wait for review, in both languages, until somebody has reviewed them', async () => {
    const agency = await world.foundAgency();
    const [reviewer, colleague] = [
      await agency.staff('project-manager'),
      await agency.staff('project-manager'),
    ];
    const order = await placeOrder(around, agency);
    const waiting = {
      template: 'order-placed',
      aboutId: order.orderId,
      subject: { zh: `订单 ${order.number} 待审核`, en: `Order ${order.number} waits for review` },
      text: { en: `Order ${order.number} (2 seats, CN¥2,580.00) waits for review.` },
    };
    await expectInbox(reviewer, [{ ...waiting, doneAt: null }]);
    await expectInbox(colleague, [{ ...waiting, doneAt: null }]);
    await approveOrder(around, agency, order);
    await expectInbox(colleague, [], '?open=true');
    await expectInbox(colleague, [{ ...waiting, doneAt: expect.any(String) as unknown }]);
  });

  it('shows orders of branches within reach alone, and never the reviewer’s own', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const branchId = await agency.openBranch('franchise');
    const [headquarters, franchise, sales, stranger] = await Promise.all([
      agency.staff('project-manager'),
      agency.staff('project-manager', branchId),
      agency.staff('sales'),
      other.staff('project-manager'),
    ]);
    const ofHeadquarters = await placeOrder(around, agency);
    const ofFranchise = await placeOrder(around, agency, { branchId });
    const ofReviewer = await placeOrder(around, agency, { authorId: headquarters.userId });
    // The manager sees them all: from here on all of them have arrived.
    const manager = await agency.staff('branch-manager');
    await expectOrders(manager, [ofReviewer, ofFranchise, ofHeadquarters]);
    await expectOrders(headquarters, [ofFranchise, ofHeadquarters]);
    await expectOrders(franchise, [ofFranchise]);
    await expectOrders(sales, []);
    await expectOrders(stranger, []);
  });
});

describe('the inbox of whoever answers customers', () => {
  const request = (agency: TestAgency, branchId = agency.headquartersId) => ({
    ...{
      requestId: newId(),
      branchId,
      customerId: newId(),
      authorId: newId(),
      productId: '',
      departureId: '',
    },
    ...{ travellers: 4, from: '2027-05-01', until: '', budget: undefined },
  });
  const tell = async (agency: TestAgency, asked: ReturnType<typeof request>) => {
    await around.tell(agency, events.quotationRequestMade, asked.requestId, asked);
    return asked;
  };

  it('shows what customers of the branch ask to be quoted, and not those who may not answer', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const branchId = await agency.openBranch('franchise');
    const [sales, there, guide, stranger] = await Promise.all([
      agency.staff('sales'),
      agency.staff('sales', branchId),
      agency.staff('guide'),
      other.staff('sales'),
    ]);
    const asked = await tell(agency, request(agency));
    const ofBranch = await tell(agency, request(agency, branchId));
    const item = {
      template: 'quotation-requested',
      ...{ aboutId: asked.requestId, doneAt: null },
      subject: { zh: '客户请求报价（4 人）', en: 'A customer asks for a quotation for 4' },
    };
    // Headquarters looks after the branches below it too.
    await expectOrders(sales, [{ orderId: asked.requestId }, { orderId: ofBranch.requestId }]);
    expect((await inboxOf(sales)).find(({ aboutId }) => aboutId === asked.requestId)).toMatchObject(item);
    await expectInbox(there, [{ aboutId: ofBranch.requestId }]);
    for (const one of [guide, stranger]) await expectInbox(one, []);
  });

  it.each([
    ['quoted', events.quotationRequestQuoted, { quotationId: newId() }],
    ['declined', events.quotationRequestDeclined, {}],
    ['withdrawn', events.quotationRequestWithdrawn, {}],
  ] as const)('shows it as done once it is %s', async (_how, kind, more) => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const { requestId, branchId, customerId } = await tell(agency, request(agency));
    await expectInbox(sales, [{ aboutId: requestId }], '?open=true');
    const ended = { requestId, branchId, customerId, quotationId: '', ...more };
    await around.tell(agency, kind, requestId, ended);
    await expectInbox(sales, [], '?open=true');
    await expectInbox(sales, [{ aboutId: requestId, doneAt: expect.any(String) as unknown }]);
  });
});

describe('an allotment whose unused units went back', () => {
  it('is told to whoever may see allotments, as something that is done', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const [sales, guide, stranger] = await Promise.all([
      agency.staff('sales'),
      agency.staff('guide'),
      other.staff('sales'),
    ]);
    const allotmentId = newId();
    const dates = ['2027-04-18', '2027-04-16'].map((date) => ({ date, quantity: 3 }));
    await around.tell(agency, events.allotmentReleased, allotmentId, {
      ...{ allotmentId, supplierId: newId(), releaseId: newId(), dates },
      ...{ name: { zh: '标准双床房', en: 'Twin room' }, contractNumber: 'HT-2027-018' },
    });
    await expectInbox(sales, [{ aboutId: allotmentId, template: 'allotment-released' }]);
    expect((await inboxOf(sales))[0]).toMatchObject({
      ...{ branchId: null, doneAt: expect.any(String) as unknown },
      subject: { zh: '配额已退还供应商：标准双床房' },
      text: { en: expect.stringContaining('6 unused units of Twin room (contract HT-2027-018)') as unknown },
    });
    for (const one of [guide, stranger]) await expectInbox(one, []);
  });
});

describe('the inbox of an author', () => {
  it('shows that an order came back, until it is submitted again', async () => {
    const agency = await world.foundAgency();
    const [author, reviewer] = await Promise.all([agency.staff('sales'), agency.staff('project-manager')]);
    const order = await placeOrder(around, agency, { authorId: author.userId });
    const { orderId, branchId, authorId } = order;
    const returned = { orderId, branchId, authorId, reviewerId: newId() };
    await around.tell(agency, events.orderReturned, orderId, returned);
    await expectInbox(author, [{ template: 'order-returned', aboutId: orderId, doneAt: null }]);
    await expectInbox(reviewer, [], '?open=true');
    await around.tell(agency, events.orderResubmitted, orderId, { orderId, branchId, authorId });
    await expectInbox(author, [], '?open=true');
    await expectInbox(reviewer, [{ template: 'order-placed', aboutId: orderId }], '?open=true');
  });

  it('tells of the approval, the payment in full, the contract, the itinerary and the refund, and waits for nothing', async () => {
    const agency = await world.foundAgency();
    const [author, colleague] = await Promise.all([agency.staff('sales'), agency.staff('sales')]);
    const order = await placeOrder(around, agency, { authorId: author.userId });
    const { orderId, branchId, customerId, number } = order;
    const cny = (amount: bigint) => ({ amount, currency: 'CNY' });
    const pay = (amount: bigint) => {
      const payment = { paymentId: newId(), orderId, branchId, method: 'cash', receivedOn: '2027-03-01' };
      return around.tell(agency, events.paymentReceived, payment.paymentId, {
        ...payment,
        amount: cny(amount),
      });
    };
    await approveOrder(around, agency, order);
    await expectInbox(author, [
      {
        ...{ template: 'review-passed', aboutId: orderId, doneAt: expect.any(String) as unknown },
        subject: { zh: `订单 ${number} 已通过审核`, en: `Order ${number} is approved` },
        // Nothing about payment: where nothing is owed the order is confirmed at once.
        text: { en: `Order ${number} (CN¥2,580.00) is approved.` },
      },
    ]);
    await pay(77_400n);
    await pay(180_600n);
    await expectInbox(author, [{ template: 'paid-in-full' }, { template: 'review-passed' }]);
    const contract = { contractId: newId(), number: 'HT-1', orderId, branchId, customerId, contentHash: '' };
    await around.tell(agency, events.contractSigned, contract.contractId, contract);
    const plan = { proposalId: newId(), planId: newId(), planVersion: 1, orderId, branchId };
    await around.tell(agency, events.planProposalChangesWanted, plan.proposalId, plan);
    await around.tell(agency, events.planProposalAccepted, plan.proposalId, plan);
    const refund = { refundId: newId(), paymentId: newId(), orderId, branchId, paidOn: '2027-04-16' };
    await around.tell(agency, events.refundPaid, refund.refundId, { ...refund, amount: cny(1_000n) });
    await eventually(async () => {
      const items = await inboxOf(author);
      expect(items.map(({ template }) => template).toSorted()).toEqual([
        ...['contract-signed', 'paid-in-full', 'plan-accepted', 'plan-changes-wanted', 'refund-made'],
        'review-passed',
      ]);
      expect(items.map(({ subject }) => `${subject.zh}${subject.en}`).join()).not.toContain('{{');
    });
    await expectInbox(author, [], '?open=true');
    await expectInbox(colleague, []);
  });

  it('tells of the payment in full whatever comes last: the approval, a part cancelled, a payment after a reversal', async () => {
    const agency = await world.foundAgency();
    const author = await agency.staff('sales');
    const order = await placeOrder(around, agency, { authorId: author.userId });
    const { orderId, branchId, departureId } = order;
    const cny = (amount: bigint) => ({ amount, currency: 'CNY' });
    const payment = (amount: bigint, paymentId = newId()) => ({
      ...{ paymentId, orderId, branchId, amount: cny(amount), method: 'cash', receivedOn: '2027-03-01' },
    });
    const pay = (one: ReturnType<typeof payment>) =>
      around.tell(agency, events.paymentReceived, one.paymentId, one);
    const reverse = (one: ReturnType<typeof payment>) =>
      around.tell(agency, events.paymentReversed, one.paymentId, one);
    const expectStanding = (paid: string, told: number) =>
      eventually(async () => {
        const { rows } = await world.admin.query('select paid from notifications.orders where id = $1', [
          orderId,
        ]);
        expect(rows).toEqual([{ paid }]);
        const items = await inboxOf(author);
        expect(items.filter(({ template }) => template === 'paid-in-full')).toHaveLength(told);
      });
    const all = payment(258_000n);
    await pay(all);
    await expectStanding('258000', 0);
    await approveOrder(around, agency, order);
    await expectStanding('258000', 1);
    await reverse(all);
    const deposit = payment(90_000n);
    await pay(deposit);
    await expectStanding('90000', 1);
    const cancelPart = (total: bigint, penalty: bigint) =>
      around.tell(agency, events.orderPartCancelled, orderId, {
        ...{ orderId, branchId, departureId, cancellationId: newId(), cause: 'customer', cancelled: [] },
        ...{ cancelledTravellerIds: [], seatsGivenBack: 1, penalty: cny(penalty), state: 'confirmed' },
        ...{ total: cny(total), seats: 1, heads: 1, travellerIds: [] },
      });
    await cancelPart(90_000n, 5_000n);
    await cancelPart(84_000n, 1_000n);
    await expectStanding('90000', 2);
    await pay(payment(1n));
    await expectStanding('90001', 2);
    await reverse(deposit);
    await expectStanding('1', 2);
    await pay(payment(89_999n));
    await expectStanding('90000', 3);
  });

  it('tells nothing of an order its author may read no more', async () => {
    const agency = await world.foundAgency();
    const author = await agency.staff('sales');
    const guideless = await agency.staff('data-analyst');
    for (const { userId: authorId } of [author, guideless])
      await approveOrder(around, agency, await placeOrder(around, agency, { authorId }));
    const [item] = await expectInbox(author, [{ template: 'review-passed' }]);
    const elsewhere = await placeOrder(around, agency, {
      ...{ authorId: author.userId, branchId: newId() },
    });
    await approveOrder(around, agency, elsewhere);
    const last = await placeOrder(around, agency, { authorId: author.userId });
    await approveOrder(around, agency, last);
    await expectInbox(author, [{ aboutId: last.orderId }, { id: item?.id }]);
    await expectInbox(guideless, []);
    const { rows } = await world.admin.query<{ id: string }>(
      'select id from notifications.inbox_items where about_id = $1 and user_id is not null',
      [elsewhere.orderId],
    );
    expect(rows).toHaveLength(1);
    expect((await author.post(url(`/${rows[0]?.id}/read`))).status).toBe(404);
  });

  it('tells customers who ordered for themselves by letters alone', async () => {
    const agency = await world.foundAgency();
    const [customer, author] = await Promise.all([agency.staff('customer'), agency.staff('sales')]);
    const order = await placeOrder(around, agency, { authorId: customer.userId });
    await world.admin.query(
      'insert into notifications.customers (agency_id, id, account_id) values ($1, $2, $3)',
      [agency.id, order.customerId, customer.userId],
    );
    await approveOrder(around, agency, order);
    const later = await placeOrder(around, agency, { authorId: author.userId });
    await approveOrder(around, agency, later);
    await expectInbox(author, [{ template: 'review-passed' }]);
    const { rows } = await world.admin.query(
      `select from notifications.inbox_items where about_id = $1 and template = 'review-passed'`,
      [order.orderId],
    );
    expect(rows).toEqual([]);
  });

  it('is read by its owner alone, and marked for the reader alone', async () => {
    const agency = await world.foundAgency();
    const [reviewer, colleague, sales] = await Promise.all([
      agency.staff('project-manager'),
      agency.staff('project-manager'),
      agency.staff('sales'),
    ]);
    await placeOrder(around, agency);
    const [item] = await expectInbox(reviewer, [{ readAt: null }]);
    const read = url(`/${item?.id}/read`);
    expect((await sales.post(read)).status).toBe(404);
    expect(await reviewer.post(read)).toMatchObject({ status: 200, body: { read: true } });
    expect((await reviewer.post(read)).status).toBe(200);
    await expectInbox(reviewer, [{ readAt: expect.any(String) as unknown }]);
    await expectInbox(reviewer, [], '?unread=true');
    await expectInbox(colleague, [{ readAt: null }], '?unread=true');
  });

  it('counts as unread what tells something new, and work only until somebody has done it', async () => {
    const agency = await world.foundAgency();
    const [reviewer, author] = await Promise.all([agency.staff('project-manager'), agency.staff('sales')]);
    const order = await placeOrder(around, agency, { authorId: author.userId });
    await expectInbox(reviewer, [{ template: 'order-placed' }], '?unread=true');
    await approveOrder(around, agency, order);
    const [news] = await expectInbox(author, [{ template: 'review-passed' }], '?unread=true');
    expect(news?.doneAt).not.toBeNull();
    await expectInbox(reviewer, [], '?unread=true');
    await author.post(url(`/${news?.id}/read`));
    await expectInbox(author, [], '?unread=true');
  });

  it('is paged, newest first', async () => {
    const agency = await world.foundAgency();
    const reviewer = await agency.staff('project-manager');
    for (let count = 0; count < 3; count++) await placeOrder(around, agency);
    const all = await expectInbox(reviewer, [{}, {}, {}]);
    const first = await reviewer.get<{ items: Item[]; next: string }>(url('?limit=2'));
    expect(first.body.items).toEqual(all.slice(0, 2));
    const second = await reviewer.get<{ items: Item[]; next: null }>(
      url(`?limit=2&after=${first.body.next}`),
    );
    expect(second.body).toEqual({ items: all.slice(2), next: null });
  });

  it('needs somebody who is signed in', async () => {
    const answer = await fetch(url());
    expect(answer.status).toBe(401);
  });
});
