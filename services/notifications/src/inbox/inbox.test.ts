import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
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

/** Of different orders' items none has to come before another. */
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
