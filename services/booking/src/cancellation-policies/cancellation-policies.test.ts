import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

interface Policy {
  readonly version: number;
  readonly scopeVersion: number;
  readonly source: string;
  readonly code?: string;
}

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const inDays = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();
const tiers = (...list: [number, number][]) => list.map(([fromDays, share]) => ({ fromDays, share }));
const scale = (byCustomer = tiers([10, 0], [0, 3_000])) => ({ byCustomer, byAgency: tiers([0, 1_000]) });
const policy = (byCustomer?: object[], more: object = {}) => ({
  ...{ homeCountry: 'CN', refundWithinWorkingDays: 3, outbound: scale() },
  ...{ domestic: scale(byCustomer as never), ...more },
});

const set = (who: Staff, body: object, version = 1) =>
  who.put<Policy>(booking('cancellation-policy'), body, version);
const read = (who: Staff, query = '') => who.get<Policy>(booking(`cancellation-policy${query}`));

/** An approved order of two, 2,000.00 CNY. @returns its id */
async function approved({ sales, reviewer, order }: Desk): Promise<string> {
  const { body } = await sales.post<OrderAnswer>(booking('orders'), order(2));
  await reviewer.post(booking(`orders/${body.id}/approval`), {}, { 'if-match': '"1"' });
  return body.id;
}

const previewOf = async ({ sales }: Desk, orderId: string) =>
  (await sales.get(booking(`orders/${orderId}/cancellation-preview`))).body;

describe('the terms of cancelling', () => {
  it('are the law’s until an agency sets its own, which go for orders placed from then on', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    expect(await read(desk.sales)).toMatchObject({
      body: { source: 'built-in', version: 1, scopeVersion: 1, refundWithinWorkingDays: 5 },
    });
    const before = await approved(desk);
    expect(await set(desk.manager, policy())).toMatchObject({
      status: 200,
      body: { source: 'agency', version: 2 },
    });
    const after = await approved(desk);
    expect(await previewOf(desk, before)).toMatchObject({
      penalty: { amount: '40000' },
      policySource: 'built-in',
    });
    expect(await previewOf(desk, after)).toMatchObject({
      ...{ penalty: { amount: '60000' }, policySource: 'agency', policyVersion: 2 },
    });
    expect(await read(desk.sales)).toMatchObject({
      body: { source: 'agency', builtIn: { source: 'built-in', version: 1 } },
    });
  });

  it('of a product go before the agency’s', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const { body: departure } = await desk.sales.get<{ productId: string }>(
      booking(`departures/${desk.departureId}`),
    );
    const { productId } = departure;
    const ofProduct = policy(tiers([0, 1_000]), { productId });
    expect(await set(desk.manager, ofProduct)).toMatchObject({ body: { source: 'product', version: 2 } });
    await set(desk.manager, policy());
    const orderId = await approved(desk);
    expect(await previewOf(desk, orderId)).toMatchObject({
      penalty: { amount: '20000' },
      policySource: 'product',
    });
    expect(await read(desk.sales, `?productId=${productId}`)).toMatchObject({
      body: { source: 'product', scopeVersion: 2 },
    });
    const { rows } = await world.admin.query(
      `select aggregate_version from booking.outbox where agency_id = $1 and subject like '%cancellation-policy.set.v1'`,
      [desk.agency.id],
    );
    expect(rows).toEqual([{ aggregate_version: 1 }, { aggregate_version: 1 }]);
  });

  it('are set once by many who have read the same version, by whoever may, and never changed', async () => {
    const desk = await openDesk(world);
    const answers = await Promise.all([1, 2, 3].map(() => set(desk.manager, policy())));
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 412, 412,
    ]);
    expect((await set(desk.sales, policy(), 2)).status).toBe(403);
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect(await read(stranger)).toMatchObject({ body: { source: 'built-in' } });
    const { rows } = await world.admin.query<{ may: boolean }>(
      `select has_table_privilege('yitu_booking', 'booking.cancellation_policies', 'update, delete') as may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });

  it.each([
    ['booking/scale-incomplete', tiers([7, 0]), '/body/domestic/byCustomer'],
    ['booking/scale-incomplete', tiers([7, 0], [7, 10], [0, 20]), '/body/domestic/byCustomer'],
    ['booking/scale-falls', tiers([7, 3_000], [0, 2_000]), '/body/domestic/byCustomer'],
    ['request/invalid', tiers([0, 10_001]), '/body/domestic/byCustomer/0/share'],
  ])('are refused with %s for %j', async (code, byCustomer, field) => {
    const { manager } = await openDesk(world);
    expect((await set(manager, policy(byCustomer))).body).toMatchObject({ code, errors: [{ field }] });
  });

  it('are refused for a product there is not', async () => {
    const { manager } = await openDesk(world);
    expect(await set(manager, policy(undefined, { productId: crypto.randomUUID() }))).toMatchObject({
      ...{ status: 422, body: { code: 'booking/no-such-product' } },
    });
  });
});

describe('a customer', () => {
  it('sees the preview of their own order and cancels it, but says neither when nor what it cost; nobody else’s', async () => {
    const desk = await openDesk(world, { departsOn: inDays(5) });
    const [own, others] = [await approved(desk), await approved(desk)];
    const customer = await desk.agency.staff('customer');
    await world.admin.query('update booking.orders set author_id = $2 where id = $1', [own, customer.userId]);
    for (const part of ['order_lines', 'order_travellers', 'payment_dues'])
      await world.admin.query(`update booking.${part} set author_id = $2 where order_id = $1`, [
        own,
        customer.userId,
      ]);
    await world.admin.query(`update identity.users set account = 'customer' where id = $1`, [
      customer.userId,
    ]);
    const again = await customer.signInAgain();
    const ofOrder = (id: string) => booking(`orders/${id}/cancellation`);
    expect((await again.get(`${ofOrder(own)}-preview`)).body).toMatchObject({
      ...{ penalty: { amount: '40000' }, supplierSide: null },
    });
    expect((await again.get(`${ofOrder(others)}-preview`)).status).toBe(404);
    const at = { 'if-match': '"2"' };
    const backdated = { reason: '改期', noticeArrivedAt: Temporal.Now.instant().toString() };
    expect(await again.post(ofOrder(own), backdated, at)).toMatchObject({
      ...{ status: 403, body: { code: 'booking/said-by-staff' } },
    });
    expect((await again.post(ofOrder(others), { reason: '改期' }, at)).status).toBe(404);
    const agreed = { reason: '改期', agreedPenalty: { amount: '40000', currency: 'CNY' } };
    expect((await again.post(ofOrder(own), agreed, at)).status).toBe(201);
    expect((await again.get(ofOrder(own))).status).toBe(200);
  });
});
