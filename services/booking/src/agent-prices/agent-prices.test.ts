import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFranchise, sellAsAgent, type Franchise } from '../fixtures/franchise.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('booking')}/v1/agent-price-lists${path}`;
const refused = (status: number, code: string) => ({ status, body: { code } });
const adult = (amount: string) => [{ travellerCategory: 'adult', amount }];

const productOf = async ({ departureId }: Franchise): Promise<string> => {
  const { rows } = await world.admin.query<{ product_id: string }>(
    'select product_id from booking.departures where id = $1',
    [departureId],
  );
  return rows[0]?.product_id ?? '';
};
const priceOfOne = async (desk: Franchise) => (await sellAsAgent(world, desk)).total.amount;

/** Adults cost 1,000.00, through agents 900.01. */
async function withAgentPrice(): Promise<Franchise & { readonly productId: string }> {
  const desk = await openFranchise(world);
  await world.admin.query(
    `insert into booking.departure_prices (agency_id, departure_id, traveller_category, customer_category, channel, amount)
     values ($1, $2, 'adult', '*', 'agent', 90001)`,
    [desk.agency.id, desk.departureId],
  );
  return { ...desk, productId: await productOf(desk) };
}

describe('what a franchise branch pays as an agent', () => {
  it("is the price of the channel, less its discount, or its product's own price: the most specific", async () => {
    const desk = await withAgentPrice();
    const { branchId, manager, productId } = desk;
    expect(await priceOfOne(desk)).toBe('90001');
    const general = { branchId, discountBasisPoints: 1_000 };
    expect((await manager.post(url(), general)).status).toBe(201);
    expect(await priceOfOne(desk)).toBe('81001'); // 81,000.9 fen, rounded to the agency's side
    const own = { branchId, productId, discountBasisPoints: 2_000 };
    const { body } = await manager.post<{ id: string }>(url(), own);
    expect(await priceOfOne(desk)).toBe('72001');
    const priced = { currency: 'CNY', prices: adult('66666') };
    expect((await manager.put(url(`/${body.id}`), priced, 1)).status).toBe(200);
    expect(await priceOfOne(desk)).toBe('66666');
    const abroad = { currency: 'USD', prices: adult('1'), discountBasisPoints: 0 };
    expect((await manager.put(url(`/${body.id}`), abroad, 2)).status).toBe(200);
    expect(await priceOfOne(desk)).toBe('90001');
  });

  it('counts for this branch and as an agent only', async () => {
    const desk = await withAgentPrice();
    const { branchId, manager, productId, agency } = desk;
    await manager.post(url(), { branchId, productId, currency: 'CNY', prices: adult('5') });
    const counter = await desk.sales.post<{ total: { amount: string } }>(
      `${world.url('booking')}/v1/orders`,
      desk.order(1),
    );
    expect(counter.body.total.amount).toBe('100000');
    const chooser = await agency.staff('branch-manager');
    const elsewhere = await chooser.post<{ total: { amount: string } }>(`${world.url('booking')}/v1/orders`, {
      ...desk.order(1),
      channel: 'agent',
    });
    expect(elsewhere.body.total.amount).toBe('90001');
  });
});

describe('what the desk of a franchise branch is shown', () => {
  it('is what its orders cost, and what its quotations say; nothing is kept of it', async () => {
    const desk = await withAgentPrice();
    const { agent, agentCustomerId: customerId, branchId, departureId, manager } = desk;
    await manager.post(url(), { branchId, discountBasisPoints: 1_000 });
    const asked = `${world.url('booking')}/v1/departures/${departureId}/order-price?adult=2`;
    const price = await agent.get(`${asked}&customerId=${customerId}`);
    expect(price.body).toMatchObject({
      ...{ channel: 'agent', seats: 2, total: { amount: '162002', currency: 'CNY' } },
      lines: [{ category: 'adult', count: 2, unitPrice: '81001', amount: '162002' }],
    });
    expect((await desk.sales.get(asked)).body).toMatchObject({
      channel: 'counter',
      total: { amount: '200000' },
    });
    expect(await agent.get(`${asked}&channel=counter`)).toMatchObject(
      refused(403, 'booking/channel-not-yours'),
    );
    const quote = (changes: object) =>
      agent.post<{ content: object }>(`${world.url('booking')}/v1/quotations`, {
        ...{ customerId, departureId, counts: [{ category: 'adult', count: 2 }] },
        validUntil: Temporal.Now.plainDateISO().add({ days: 9 }).toString(),
        ...changes,
      });
    expect((await quote({})).body.content).toMatchObject({ channel: 'agent', total: '162002' });
    expect(await quote({ channel: 'counter' })).toMatchObject(refused(403, 'booking/channel-not-yours'));
    const { rows } = await world.admin.query(
      'select remaining = capacity as untouched from booking.departures where id = $1',
      [departureId],
    );
    expect(rows).toEqual([{ untouched: true }]);
  });
});

describe('an agent price list', () => {
  it('is set by the agency for franchise branches, one for a product', async () => {
    const desk = await withAgentPrice();
    const { branchId, manager, productId, agency } = desk;
    const list = { branchId, productId, discountBasisPoints: 100 };
    expect((await desk.agentManager.post(url(), list)).status).toBe(403);
    const answers = await Promise.all([manager.post(url(), list), manager.post(url(), list)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await manager.post(url(), { ...list, branchId: agency.headquartersId })).toMatchObject(
      refused(422, 'booking/not-a-franchise'),
    );
    expect(await manager.post(url(), { branchId, prices: adult('1') })).toMatchObject(
      refused(422, 'booking/agent-prices-of-what'),
    );
    const twice = { branchId, productId, currency: 'CNY', prices: [...adult('1'), ...adult('2')] };
    expect(await manager.post(url(), twice)).toMatchObject(refused(422, 'booking/price-twice'));
    const other = await withAgentPrice();
    expect(await manager.post(url(), { ...list, branchId: other.branchId })).toMatchObject(
      refused(422, 'directory/no-such-branch'),
    );
  });

  it('is seen by its branch and the agency, not by other branches', async () => {
    const desk = await withAgentPrice();
    const { branchId, manager, agency } = desk;
    await manager.post(url(), { branchId, discountBasisPoints: 100 });
    const neighbour = await agency.staff('branch-manager', await agency.openBranch('franchise'));
    const other = await withAgentPrice();
    const seen = async (who: { get: typeof manager.get }) =>
      (await who.get<{ agentPriceLists: object[] }>(url())).body.agentPriceLists.length;
    expect(await seen(desk.agentManager)).toBe(1);
    expect(await seen(manager)).toBe(1);
    expect(await seen(neighbour)).toBe(0);
    expect(await seen(other.manager)).toBe(0);
    expect((await desk.agent.get(url())).status).toBe(403);
  });
});
