import { eventually, startWorld, type Answer, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../fixtures/catalogue.ts';
import { enterCustomer, openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { nameTraveller, registerShopper, type Shopper } from '../fixtures/shopper.ts';
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

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const refused = (status: number, code: string) => ({ status, body: { code } });
const adults = (count: number) => [{ category: 'adult', count }];

interface OwnOrder extends OrderAnswer {
  readonly channel: string;
  readonly branchId: string;
  readonly customerId: string;
  readonly authorId: string;
  readonly note: string;
  readonly returnReason: string | null;
  readonly reviewerId: string | null;
  readonly schedule: object[];
  readonly errors?: object[];
}

const shop = (desk: Desk, branchId?: string) => registerShopper(world, teller, desk.agency, branchId);
const order = (shopper: Shopper, desk: Desk, changes: object = {}) =>
  shopper.post<OwnOrder>(url('/own-orders'), {
    departureId: desk.departureId,
    counts: adults(1),
    ...changes,
  });
const placed = async (answer: Promise<Answer<OwnOrder>>) => {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};
const remaining = async (departureId: string) => {
  const { rows } = await world.admin.query<{ remaining: number }>(
    'select remaining from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.remaining;
};

describe('a customer who orders for themselves', () => {
  it('names a traveller, holds seats through the portal and follows the order to its payment schedule', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const own = await shopper.get<{ customer: { id: string } }>(`${world.url('crm')}/v1/own-customer`);
    expect(own.body.customer.id).toBe(shopper.customerId);
    const travellerId = await nameTraveller(world, shopper);
    const travellers = [{ travellerId, category: 'adult' }];
    const { id, ...body } = await placed(order(shopper, desk, { travellers, note: '靠窗' }));
    expect(body).toMatchObject({
      ...{ channel: 'portal', branchId: desk.agency.headquartersId, state: 'in-review', note: '靠窗' },
      ...{ customerId: shopper.customerId, authorId: shopper.userId, total: { amount: '100000' } },
    });
    expect(await remaining(desk.departureId)).toBe(19);
    expect((await desk.reviewer.post(url(`/orders/${id}/approval`), {}, at(1))).status).toBe(200);
    const { body: seen } = await shopper.get<OwnOrder>(url(`/orders/${id}`));
    expect(seen).toMatchObject({ state: 'awaiting-payment', paid: { amount: '0' }, travellers });
    expect(seen.schedule).toHaveLength(2);
    expect(seen.reviewerId).toBeNull();
  });

  it('takes an order back before its approval, and submits one that was returned to them', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const first = await placed(order(shopper, desk));
    const gone = await shopper.ask(url(`/orders/${first.id}`), { method: 'DELETE', headers: at(1) });
    expect(gone.body).toMatchObject({ state: 'cancelled' });
    const second = await placed(order(shopper, desk));
    const reason = { reason: '请补充出行人' };
    expect((await desk.reviewer.post(url(`/orders/${second.id}/return`), reason, at(1))).status).toBe(200);
    const { body } = await shopper.get<OwnOrder>(url(`/orders/${second.id}`));
    expect(body).toMatchObject({ state: 'returned', returnReason: reason.reason, reviewerId: null });
    const again = await shopper.post<OwnOrder>(url(`/orders/${second.id}/resubmission`), {}, at(2));
    expect(again.body).toMatchObject({ state: 'in-review' });
    await desk.reviewer.post(url(`/orders/${second.id}/approval`), {}, at(3));
    const late = await shopper.ask(url(`/orders/${second.id}`), { method: 'DELETE', headers: at(4) });
    expect(late).toMatchObject(refused(409, 'booking/wrong-state'));
  });

  it('sees what the staff has ordered for them, without the notes of the staff', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const body = { ...desk.order(1), customerId: shopper.customerId, note: '难缠的客人' };
    const account = await desk.agency.staff('account-manager');
    const { body: made } = await account.post<OwnOrder>(url('/orders'), body);
    await desk.reviewer.post(url(`/orders/${made.id}/return`), { reason: '信用差，先核实' }, at(1));
    const { body: seen } = await shopper.get<OwnOrder>(url(`/orders/${made.id}`));
    expect(seen).toMatchObject({ id: made.id, state: 'returned', note: '', returnReason: null });
    const { body: list } = await shopper.get<{ orders: OwnOrder[] }>(url('/orders'));
    expect(list.orders.map(({ note, returnReason }) => [note, returnReason])).toEqual([['', null]]);
    expect((await account.get<OwnOrder>(url(`/orders/${made.id}`))).body.note).toBe('难缠的客人');
    const own = `${world.url('crm')}/v1/customers/${shopper.customerId}`;
    const manager = await desk.agency.staff('branch-manager');
    expect((await manager.put(`${own}/owner`, { ownerId: account.userId }, 1)).status).toBe(200);
    await nameTraveller(world, shopper);
    expect((await shopper.get(`${own}/travellers`)).body).toMatchObject({ travellers: [{ name: '李雷' }] });
    expect((await shopper.get(own)).status).toBe(403);
  });

  it('is the customer whom the staff has entered with the same e-mail address', async () => {
    const desk = await openDesk(world);
    const known = { kind: 'person', name: { zh: '韩梅梅' }, source: 'phone', locale: 'zh' };
    let enteredId = '';
    const shopper = await registerShopper(world, teller, desk.agency, undefined, async (email) => {
      const entered = await desk.sales.post<{ id: string }>(`${world.url('crm')}/v1/customers`, {
        ...known,
        email,
      });
      enteredId = entered.body.id;
    });
    expect(shopper.customerId).toBe(enteredId);
    const travellerId = await nameTraveller(world, shopper);
    const travellers = [{ travellerId, category: 'adult' }];
    expect((await placed(order(shopper, desk, { travellers }))).customerId).toBe(enteredId);
  });

  it('is sold by the branch that looks after them, by headquarters once that has closed', async () => {
    const desk = await openDesk(world);
    const branchId = await desk.agency.openBranch();
    const shopper = await shop(desk, branchId);
    expect((await placed(order(shopper, desk))).branchId).toBe(branchId);
    await world.admin.query('update booking.branches set closed = true where id = $1', [branchId]);
    expect((await placed(order(shopper, desk))).branchId).toBe(desk.agency.headquartersId);
  });
});

describe('what a customer may not', () => {
  it('finds no order of another customer, whatever is done to it', async () => {
    const desk = await openDesk(world);
    const [one, other] = await Promise.all([shop(desk), shop(desk)]);
    const { id } = await placed(order(one, desk));
    expect((await other.get(url(`/orders/${id}`))).status).toBe(404);
    expect((await other.get<{ orders: object[] }>(url('/orders'))).body.orders).toEqual([]);
    const gone = await other.ask(url(`/orders/${id}`), { method: 'DELETE', headers: at(1) });
    expect(gone.status).toBe(404);
    expect((await other.post(url(`/orders/${id}/resubmission`), {}, at(1))).status).toBe(404);
    const travellers = `${world.url('crm')}/v1/customers/${one.customerId}/travellers`;
    expect((await other.get(travellers)).status).toBe(404);
  });

  it('names no travellers of another customer', async () => {
    const desk = await openDesk(world);
    const [one, other] = await Promise.all([shop(desk), shop(desk)]);
    const travellerId = await nameTraveller(world, one);
    const travellers = [{ travellerId, category: 'adult' }];
    expect(await order(other, desk, { travellers })).toMatchObject(refused(422, 'booking/no-such-traveller'));
  });

  it.each([
    ['POST', '/orders'],
    ['POST', '/orders/:id/approval'],
    ['POST', '/orders/:id/return'],
    ['GET', '/departures'],
    ['GET', '/departures/:departureId'],
    ['GET', '/price-lists'],
    ['GET', '/rules'],
    ['GET', '/portal-rules'],
    ['GET', '/unpublished-products'],
  ])('is refused %s %s', async (method, path) => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const { id } = await placed(order(shopper, desk));
    const target = path.replace(':id', id).replace(':departureId', desk.departureId);
    const body = path === '/orders' ? desk.order(1) : { reason: '自己审核自己' };
    const asked = method === 'GET' ? { method } : { method, headers: at(1), body };
    const answer = await shopper.ask(url(target), asked);
    expect(answer).toMatchObject(refused(403, 'access/forbidden'));
  });

  it('chooses neither customer nor branch nor channel', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    for (const field of [
      { customerId: desk.customerId },
      { branchId: desk.agency.headquartersId },
      { channel: 'agent' },
    ])
      expect(await order(shopper, desk, field)).toMatchObject(refused(400, 'request/invalid'));
  });

  it('holds more at once than the rules say, also by orders of the same moment', async () => {
    const desk = await openDesk(world);
    const rules = { openHolds: 2, seatsPerOrder: 3 };
    expect((await desk.manager.put(url('/portal-rules'), rules, 1)).status).toBe(200);
    const shopper = await shop(desk);
    const answers = await Promise.all(Array.from({ length: 8 }, () => order(shopper, desk)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await order(shopper, desk)).toMatchObject({
      ...{ status: 409 },
      body: {
        code: 'booking/too-many-holds',
        errors: [{ field: '/body/departureId', rule: 'open-holds' }],
      },
    });
    expect(await remaining(desk.departureId)).toBe(18);
    expect(await order(shopper, desk, { counts: adults(4) })).toMatchObject({
      ...{ status: 422 },
      body: { code: 'booking/too-many-seats', errors: [{ field: '/body/counts', rule: 'seats-per-order' }] },
    });
    expect(await desk.manager.put(url('/portal-rules'), rules, 1)).toMatchObject({ status: 412 });
  });

  it('orders before the agency knows who they are', async () => {
    const desk = await openDesk(world);
    const stranger = await desk.agency.staff('customer');
    const body = { departureId: desk.departureId, counts: adults(1) };
    expect(await stranger.post(url('/own-orders'), body)).toMatchObject(
      refused(409, 'booking/no-own-customer'),
    );
  });
});

describe('what is offered', () => {
  const prices = [
    { travellerCategory: 'adult', customerCategory: '*', amount: '90000' },
    { travellerCategory: 'adult', customerCategory: '*', channel: 'portal', amount: '85000' },
    { travellerCategory: 'adult', customerCategory: '*', channel: 'agent', amount: '70000' },
    { travellerCategory: 'adult', customerCategory: 'key', channel: 'portal', amount: '80000' },
    { travellerCategory: 'infant', customerCategory: '*', amount: '5000' },
  ];

  it('shows dates with portal prices and whether there is room, and nothing else', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const productId = await addProduct(world, desk.manager, tour('漓江'));
    const id = await schedule(world, desk.manager, productId, later(40), '1', { prices, capacity: 12 });
    await schedule(world, desk.manager, productId, later(50), '100');
    const { body } = await shopper.get<{ offers: object[]; next: string }>(
      url(`/offers?productId=${productId}&limit=1`),
    );
    expect(body.offers).toEqual([
      {
        ...{ id, productId, departsOn: later(40), returnsOn: later(40), bookableUntil: later(40) },
        ...{ timeZone: 'Asia/Shanghai', guaranteed: false, available: 9, currency: 'CNY', cover: null },
        ages: { infantsBelow: 2, childrenBelow: 12 },
        prices: [
          { category: 'adult', amount: '85000' },
          { category: 'infant', amount: '5000' },
        ],
      },
    ]);
    const next = await shopper.get<{ offers: { departsOn: string }[]; next: null }>(
      url(`/offers?productId=${productId}&limit=1&after=${body.next}`),
    );
    expect(next.body).toMatchObject({ offers: [{ departsOn: later(50) }], next: null });
    await world.admin.query(`update booking.customers set category = 'key' where id = $1`, [
      shopper.customerId,
    ]);
    const key = await shopper.get(url(`/offers?productId=${productId}&to=${later(45)}`));
    expect(key.body).toMatchObject({ offers: [{ prices: [{ amount: '80000' }, {}] }] });
    const bought = await placed(order(shopper, { ...desk, departureId: id }));
    expect(bought.total.amount).toBe('80000');
  });

  it('says the ages of travellers by the rules for the day of departure', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const rules = {
      ...{ validFrom: later(45), homeCountry: 'CN', infantsBelow: 3, childrenBelow: 14 },
      ...{ monthsBeyondReturn: 6, replacement: 'never' },
    };
    expect((await desk.manager.put(url('/traveller-rules'), rules, 1)).status).toBe(200);
    const productId = await addProduct(world, desk.manager, tour('漓江'));
    for (const days of [40, 50]) await schedule(world, desk.manager, productId, later(days), '1');
    expect((await shopper.get(url(`/offers?productId=${productId}`))).body).toMatchObject({
      offers: [
        { ages: { infantsBelow: 2, childrenBelow: 12 } },
        { ages: { infantsBelow: 3, childrenBelow: 14 } },
      ],
    });
  });

  it('has no drafts, no closed departures and nothing after its cut-off', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const draft = await addProduct(world, desk.manager, tour('草稿', { draft: true }));
    expect((await shopper.get(url(`/offers?productId=${draft}`))).status).toBe(404);
    expect((await shopper.get(url(`/products/${draft}`))).status).toBe(404);
    const productId = await addProduct(world, desk.manager, tour('上架'));
    const closed = await schedule(world, desk.manager, productId, later(40), '1');
    await desk.manager.post(url(`/departures/${closed}/closing`), { reason: '车辆检修' }, at(1));
    await schedule(world, desk.manager, productId, later(2), '1', { cutOffDays: 3 });
    expect((await shopper.get(url(`/offers?productId=${productId}`))).body).toMatchObject({ offers: [] });
  });

  it('lets customers search, compare and be recommended what is published, at portal prices', async () => {
    const desk = await openDesk(world);
    const shopper = await shop(desk);
    const [one, two] = [
      await addProduct(world, desk.manager, tour('遇龙河漂流')),
      await addProduct(world, desk.manager, tour('遇龙河骑行')),
    ];
    await addProduct(world, desk.manager, tour('遇龙河草稿', { draft: true }));
    await schedule(world, desk.manager, one, later(40), '1', { prices });
    await schedule(world, desk.manager, two, later(40), '1', { prices });
    const found = await shopper.get<{ products: { id: string; from: { amount: string } }[] }>(
      url(`/products?text=${encodeURIComponent('遇龙河')}`),
    );
    expect(found.body.products.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
    expect(found.body.products.map(({ from }) => from.amount)).toEqual(['85000', '85000']);
    const compared = await shopper.get(url(`/product-comparisons?productIds=${one}&productIds=${two}`));
    expect([compared.status, JSON.stringify(compared.body).includes('70000')]).toEqual([200, false]);
    expect((await shopper.get(url('/product-recommendations?country=CN'))).status).toBe(200);
  });
});

describe('the channel of an order', () => {
  it('follows from the branch: franchises sell as agents, others over the counter', async () => {
    const desk = await openDesk(world);
    const franchise = await desk.agency.openBranch('franchise');
    const agent = await desk.agency.staff('sales', franchise);
    await eventually(async () => {
      const { rows } = await world.admin.query('select kind from booking.branches where id = $1', [
        franchise,
      ]);
      expect(rows).toEqual([{ kind: 'franchise' }]);
    });
    const customerId = await enterCustomer(world, agent);
    const body = { ...desk.order(1), customerId };
    const answers = [
      await agent.post<OwnOrder>(url('/orders'), body),
      await desk.sales.post<OwnOrder>(url('/orders'), desk.order(1)),
    ];
    expect(answers.map(({ body: { channel } }) => channel)).toEqual(['agent', 'counter']);
    expect(await desk.sales.post(url('/orders'), { ...desk.order(1), channel: 'portal' })).toMatchObject({
      ...{ status: 403 },
      body: { code: 'booking/channel-not-yours', errors: [{ field: '/body/channel', rule: 'own-channel' }] },
    });
    const manager = await desk.agency.staff('branch-manager');
    const chosen = await manager.post<OwnOrder>(url('/orders'), { ...desk.order(1), channel: 'portal' });
    expect(chosen.body.channel).toBe('portal');
  });
});
