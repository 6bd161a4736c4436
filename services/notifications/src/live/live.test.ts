import { eventCatalogue, events } from '@yitu/contracts';
import { permissionNames } from '@yitu/access';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type LivePage } from '../fixtures/live-page.ts';
import {
  approveOrder,
  confirmOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
} from '../fixtures/neighbourhood.ts';
import { nouns } from './nouns.ts';

let world: World;
let around: Neighbourhood;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'notifications', 'gateway'] });
  around = await openNeighbourhood(world);
});
afterAll(async () => {
  await around.close();
  await world.close();
});

const live = (watch: string) => `${world.url('notifications')}/v1/live?watch=${watch}`;
function watch({ token }: Staff, what: string, headers = {}): Promise<LivePage> {
  return openPage(live(what), token, headers);
}
const idsOf = ({ seen }: LivePage) =>
  seen.filter(({ event }) => event === 'changed').map(({ data }) => data['id']);

/** An order that everybody within reach hears of: when it has come, all that was told before has come or never will. */
const expectLast = async (agency: TestAgency, ...seeing: LivePage[]) => {
  const last = await placeOrder(around, agency);
  for (const page of seeing) await page.expectEvent('changed', { id: last.orderId });
  return last.orderId;
};

describe('a page that watches orders', () => {
  it('is told which order changed, how and when, and nothing else of it', async () => {
    const agency = await world.foundAgency();
    const reviewer = await agency.staff('project-manager');
    const page = await watch(reviewer, 'booking.order');
    const order = await placeOrder(around, agency);
    const placed = await page.expectEvent('changed', { what: 'placed' });
    expect(placed.data).toEqual({
      service: 'booking',
      noun: 'order',
      id: order.orderId,
      what: 'placed',
      version: 1,
      at: expect.any(String) as unknown,
    });
    await approveOrder(around, agency, order);
    await page.expectEvent('changed', { id: order.orderId, what: 'approved', version: 2 });
  });

  it('is told nothing of another agency, of another branch, nor of what it does not watch', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const branchId = await agency.openBranch('franchise');
    const [franchisee, auditor] = [await agency.staff('sales', branchId), await agency.staff('auditor')];
    const [narrow, wide, elsewhere] = await Promise.all([
      watch(franchisee, 'booking.order'),
      watch(auditor, 'booking.order'),
      watch(franchisee, 'booking.quotation'),
    ]);
    const foreign = await placeOrder(around, other);
    const ofHeadquarters = await placeOrder(around, agency);
    const ofBranch = await placeOrder(around, agency, { branchId });
    await narrow.expectEvent('changed', { id: ofBranch.orderId });
    const last = await expectLast(agency, wide);
    expect(idsOf(narrow)).toEqual([ofBranch.orderId]);
    expect(idsOf(wide)).toEqual([ofHeadquarters.orderId, ofBranch.orderId, last]);
    expect(idsOf(wide)).not.toContain(foreign.orderId);
    expect(idsOf(elsewhere)).toEqual([]);
  });

  it('is told nothing of a thing whose event names no branch, unless it may see the whole agency’s', async () => {
    const agency = await world.foundAgency();
    const [manager, auditor] = [await agency.staff('branch-manager'), await agency.staff('auditor')];
    const [narrow, wide] = await Promise.all([
      watch(manager, 'itinerary.operations-sheet,booking.order'),
      watch(auditor, 'itinerary.operations-sheet'),
    ]);
    const operationsSheetId = newId();
    const opened = { operationsSheetId, departureId: newId(), groupNumber: 'G-1' };
    await around.tell(agency, events.operationsSheetOpened, operationsSheetId, opened);
    const withBranch = newId();
    const { headquartersId: branchId } = agency;
    const ours = { ...opened, operationsSheetId: withBranch, branchId };
    await around.tell(agency, events.operationsSheetOpened, withBranch, ours);
    await narrow.expectEvent('changed', { id: withBranch, noun: 'operations-sheet' });
    await wide.expectEvent('changed', { id: operationsSheetId, noun: 'operations-sheet', what: 'opened' });
    await expectLast(agency, narrow);
    expect(idsOf(narrow)).not.toContain(operationsSheetId);
  });

  it('hears what customers of its branch ask to be quoted, and what they answer to plans', async () => {
    const agency = await world.foundAgency();
    const elsewhere = await agency.staff('sales', await agency.openBranch('franchise'));
    const nouns = 'booking.quotation-request,itinerary.plan-proposal,booking.order';
    const [page, other] = await Promise.all([
      watch(await agency.staff('sales'), nouns),
      watch(elsewhere, nouns),
    ]);
    const { headquartersId: branchId } = agency;
    const [requestId, proposalId] = [newId(), newId()];
    const withdrawn = { requestId, branchId, customerId: newId() };
    await around.tell(agency, events.quotationRequestWithdrawn, requestId, withdrawn);
    await page.expectEvent('changed', { id: requestId, noun: 'quotation-request' });
    const accepted = { proposalId, planId: newId(), planVersion: 1, orderId: newId(), branchId };
    await around.tell(agency, events.planProposalAccepted, proposalId, accepted);
    await page.expectEvent('changed', { id: proposalId, noun: 'plan-proposal', what: 'accepted' });
    expect(idsOf(other)).toEqual([]);
  });

  it('may watch only what there is, and hears only of what its person may see', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const page = await watch(sales, 'booking.order,finance.refund');
    expect((await page.expectEvent('ready')).data).toEqual({ watching: ['booking.order'] });
    const refused = await sales.get(live('booking.order,booking.secret'));
    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: 'notifications/nothing-to-watch',
        errors: [
          {
            field: '/query/watch',
            rule: 'watchable',
            message: 'names booking.secret, which cannot be watched',
          },
        ],
      },
    });
    expect((await fetch(live('booking.order'))).status).toBe(401);
  });
});

describe('a customer', () => {
  it('is told of their own orders, of those placed before as well, and of nobody else’s', async () => {
    const agency = await world.foundAgency();
    const [customer, auditor] = [await agency.staff('customer'), await agency.staff('auditor')];
    const customerId = newId();
    await around.tell(agency, events.customerRegistered, customerId, {
      ...{
        customerId,
        branchId: agency.headquartersId,
        category: 'regular',
        kind: 'person',
        source: 'portal',
      },
      ...{ ownerId: agency.administrator.userId, accountId: customer.userId },
    });
    const before = await placeOrder(around, agency, { customerId });
    await eventually(async () => {
      const { rows } = await world.admin.query(
        'select from notifications.orders join notifications.customers on customers.id = customer_id where orders.id = $1',
        [before.orderId],
      );
      expect(rows).toHaveLength(1);
    });
    const [page, wide] = await Promise.all([
      watch(customer, 'booking.order,itinerary.contract,booking.product'),
      watch(auditor, 'booking.order,booking.product'),
    ]);
    const others = await placeOrder(around, agency);
    const after = await placeOrder(around, agency, { customerId });
    const ended = ({ orderId, branchId, departureId, seats, total }: typeof before) => ({
      ...{ orderId, branchId, departureId, seats, total },
    });
    for (const order of [before, others, after])
      await around.tell(agency, events.orderExpired, order.orderId, ended(order));
    const [productId, draftId] = [newId(), newId()];
    const name = { zh: '桂林', en: 'Guilin' };
    const drafted = { productId: draftId, kind: 'tour', name, state: 'draft' };
    await around.tell(agency, events.productCreated, draftId, drafted);
    await around.tell(agency, events.productPublished, productId, { productId, kind: 'tour', name });
    await wide.expectEvent('changed', { id: productId, what: 'published' });
    expect(idsOf(wide)).not.toContain(draftId);
    await page.expectEvent('changed', { id: after.orderId, what: 'expired' });
    await page.expectEvent('changed', { id: productId, what: 'published' });
    const seen = [after.orderId, before.orderId, after.orderId, productId];
    expect(idsOf(page)).toHaveLength(seen.length);
    expect(idsOf(page)).toEqual(expect.arrayContaining(seen));
  });
});

describe('a customer with an account', () => {
  const registered = async (agency: TestAgency, { userId: accountId }: Staff) => {
    const customerId = newId();
    const { headquartersId: branchId, administrator } = agency;
    await around.tell(agency, events.customerRegistered, customerId, {
      ...{ customerId, branchId, accountId, ownerId: administrator.userId },
      ...{ category: 'regular', kind: 'person', source: 'portal' },
    });
    await eventually(async () => {
      const kept = await world.admin.query('select from notifications.customers where id = $1', [customerId]);
      expect(kept.rows).toHaveLength(1);
    });
    return customerId;
  };

  it('is told of their quotations once something was sent, of requests and of places on waiting lists; never of others’', async () => {
    const agency = await world.foundAgency();
    const [customer, other] = [await agency.staff('customer'), await agency.staff('customer')];
    const [customerId, otherId] = [await registered(agency, customer), await registered(agency, other)];
    const page = await watch(customer, 'booking.quotation,booking.quotation-request,booking.waiting-entry');
    const { headquartersId: branchId } = agency;
    const quotation = async (of: string) => {
      const told = { quotationId: newId(), branchId, customerId: of, revision: 1 };
      const about = {
        ...told,
        departureId: '',
        total: { amount: 1n, currency: 'CNY' },
        validUntil: '2030-01-01',
      };
      const { quotationId } = told;
      const { administrator } = agency;
      const [authorId, number] = [administrator.userId, 'BJ-1'];
      await around.tell(agency, events.quotationDrafted, quotationId, { ...about, authorId, number });
      await around.tell(agency, events.quotationRevised, quotationId, { ...about, wasSent: false });
      await around.tell(agency, events.quotationRevised, quotationId, { ...about, wasSent: true });
      return quotationId;
    };
    await quotation(otherId);
    const quotationId = await quotation(customerId);
    const [requestId, entryId] = [newId(), newId()];
    const declined = { requestId, branchId, customerId };
    await around.tell(agency, events.quotationRequestDeclined, requestId, declined);
    const lapsed = { entryId, departureId: newId(), branchId, seats: 2 };
    const others = newId();
    await around.tell(agency, events.waitingEntryLapsed, others, {
      ...{ ...lapsed, entryId: others, customerId: otherId },
    });
    await around.tell(agency, events.waitingEntryLapsed, entryId, { ...lapsed, customerId });
    await page.expectEvent('changed', { id: entryId, noun: 'waiting-entry', what: 'lapsed' });
    await page.expectEvent('changed', { id: requestId, noun: 'quotation-request', what: 'declined' });
    await page.expectEvent('changed', { id: quotationId, noun: 'quotation', what: 'revised', version: 3 });
    expect(idsOf(page)).toHaveLength(3);
  });

  it('is told of plans and questionnaires sent to them and of their money; never of others’', async () => {
    const agency = await world.foundAgency();
    const [customer, other] = [await agency.staff('customer'), await agency.staff('customer')];
    const [customerId, otherId] = [await registered(agency, customer), await registered(agency, other)];
    const page = await watch(customer, 'booking.order,itinerary.plan-proposal,crm.survey,finance.invoice');
    const { headquartersId: branchId } = agency;
    const told = async (of: string) => {
      const { orderId } = await placeOrder(around, agency, { customerId: of });
      const about = { orderId, customerId: of, branchId };
      const [surveyId, proposalId, invoiceId] = [newId(), newId(), newId()];
      const plan = { planId: newId(), planVersion: 1, linkExpiresAt: '2030-01-01T00:00:00Z' };
      await around.tell(agency, events.planProposalSent, proposalId, { ...about, ...plan, proposalId });
      await around.tell(agency, events.surveySent, surveyId, {
        ...about,
        surveyId,
        validUntil: '2030-01-01',
      });
      const invoice = { orderId, branchId, invoiceId, number: 'FP-1' };
      await around.tell(agency, events.invoiceIssued, invoiceId, {
        ...{ ...invoice, amount: { amount: 1n, currency: 'CNY' } },
      });
      return [orderId, proposalId, surveyId, invoiceId];
    };
    await told(otherId);
    const own = await told(customerId);
    await page.expectEvent('changed', { id: own[1], noun: 'plan-proposal' });
    await page.expectEvent('changed', { id: own[2], noun: 'survey' });
    await page.expectEvent('changed', { id: own[3], noun: 'invoice' });
    expect(idsOf(page)).toHaveLength(own.length);
    expect(idsOf(page)).toEqual(expect.arrayContaining(own));
  });
});

describe('a page that watches the inbox', () => {
  it('is told of items for its person or their permission, never of others’', async () => {
    const agency = await world.foundAgency();
    const [reviewer, author] = [await agency.staff('project-manager'), await agency.staff('sales')];
    const [ofReviewer, ofAuthor] = await Promise.all([
      watch(reviewer, 'notifications.inbox'),
      watch(author, 'notifications.inbox'),
    ]);
    const order = await placeOrder(around, agency, { authorId: author.userId });
    const { orderId, branchId, authorId } = order;
    const added = await ofReviewer.expectEvent('changed', {
      service: 'notifications',
      noun: 'inbox',
      what: 'added',
    });
    const returned = { orderId, branchId, authorId, reviewerId: reviewer.userId };
    await around.tell(agency, events.orderReturned, orderId, returned);
    await ofReviewer.expectEvent('changed', { id: added.data['id'], what: 'changed' });
    const back = await ofAuthor.expectEvent('changed', { what: 'added' });
    await author.post(`${world.url('notifications')}/v1/inbox/${String(back.data['id'])}/read`);
    await ofAuthor.expectEvent('changed', { id: back.data['id'], what: 'changed' });
    expect(idsOf(ofReviewer)).toEqual([added.data['id'], added.data['id']]);
    expect(new Set(idsOf(ofAuthor))).toEqual(new Set([back.data['id']]));
  });
});

describe('a stream', () => {
  it('ends with the session, and that of nobody else', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const again = await sales.signInAgain();
    const [page, stays] = await Promise.all([watch(sales, 'booking.order'), watch(again, 'booking.order')]);
    const identity = `${world.url('identity')}/v1`;
    expect((await sales.ask(`${identity}/sessions/current`, { method: 'DELETE' })).status).toBeLessThan(300);
    await eventually(() => expect(page.ended()).toBe(true));
    await expectLast(agency, stays);
    expect(stays.ended()).toBe(false);
    expect(idsOf(page)).toEqual([]);
  });

  it('goes on with what its person may do by now', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const person = await agency.staff('project-manager');
    const page = await watch(person, 'booking.order,notifications.inbox');
    // What comes to the page after an order shows whether the order came as well.
    const inboxAfterOrder = async () => {
      const items = () => page.seen.filter(({ data }) => data['noun'] === 'inbox').length;
      const before = items();
      const order = await placeOrder(around, agency, { authorId: person.userId });
      const { orderId, branchId, authorId } = order;
      const returned = { orderId, branchId, authorId, reviewerId: administrator.userId };
      await around.tell(agency, events.orderReturned, orderId, returned);
      await eventually(() => expect(items()).toBeGreaterThan(before));
      return orderId;
    };
    const seen = await inboxAfterOrder();
    expect(idsOf(page)).toContain(seen);
    const user = `${world.url('identity')}/v1/users/${person.userId}`;
    const { headers } = await administrator.get(user);
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const changed = await administrator.put(`${user}/roles`, { roles: ['data-analyst'] }, version);
    expect(changed.status).toBe(200);
    await eventually(async () => expect(idsOf(page)).not.toContain(await inboxAfterOrder()));
    expect(idsOf(page)).not.toContain(await inboxAfterOrder());
    expect(page.ended()).toBe(false);
  });

  it('that begins again asks for everything anew', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const first = await watch(sales, 'booking.order');
    const { id } = await first.expectEvent('ready');
    const again = await watch(sales, 'booking.order', { 'last-event-id': id });
    expect(await again.expectEvent('reload')).toMatchObject({ data: {} });
    expect(first.seen.map(({ event }) => event)).toEqual(['ready']);
  });

  it('comes through the gateway, by the session’s cookie', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const page = await openPage(
      `${world.url('gateway')}/api/notifications/v1/live?watch=booking.order`,
      sales.token,
    );
    const order = await placeOrder(around, agency);
    await confirmOrder(around, agency, order);
    expect(await page.expectEvent('changed', { what: 'confirmed' })).toMatchObject({
      data: { id: order.orderId },
    });
  });

  it('is one of twenty for a person at the most', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const open = await Promise.all(Array.from({ length: 20 }, () => watch(sales, 'booking.order')));
    const refused = await sales.get(live('booking.order'));
    expect(refused).toMatchObject({ status: 429, body: { code: 'notifications/too-many-streams' } });
    expect(refused.headers.get('retry-after')).toBe('30');
    open[0]?.leave();
    await eventually(async () => void (await watch(sales, 'booking.order')));
  });
});

describe('after NATS was away', () => {
  it('a page asks for everything anew, and hears again', async () => {
    const agency = await world.foundAgency();
    const page = await watch(await agency.staff('sales'), 'booking.order');
    await world.nats.restart();
    await page.expectEvent('reload');
    const last = await expectLast(agency, page);
    expect(idsOf(page)).toEqual([last]);
  });
});

describe('the list of what can be watched', () => {
  it('names events and permissions that there are', () => {
    const streams = new Set(eventCatalogue.map(({ stream }) => stream));
    for (const { stream, permission } of nouns.values()) {
      expect(streams).toContain(stream);
      expect(Object.keys(permissionNames)).toContain(permission);
    }
  });
});
