import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveOrder,
  openFranchise,
  sellAsAgent,
  tellPayment,
  type Franchise,
} from '../fixtures/franchise.ts';
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
const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** Adults cost 1,000.00 each. @param amount minor units */
async function limitTo({ finance, agency, branchId }: Franchise, amount: string): Promise<void> {
  const body = { branchId, limit: cny(amount) };
  const proposed = await finance.post<{ id: string }>(url('/credit-limits'), body);
  expect(proposed.status).toBe(201);
  const second = await agency.staff('finance');
  const approval = url(`/credit-limits/${proposed.body.id}/approval`);
  expect((await second.post(approval, {}, at(1))).status).toBe(200);
}

const credit = async ({ agentManager, branchId }: Franchise) => {
  const { body } = await agentManager.get<{ credits: { used: { amount: string }; left: object | null }[] }>(
    url(`/branch-credits/${branchId}`),
  );
  return body.credits;
};
const usedIs = (desk: Franchise, used: string) =>
  eventually(async () => expect((await credit(desk))[0]?.used.amount).toBe(used));

describe('approving orders of a franchise', () => {
  it('never goes beyond its credit limit, however many are approved at once', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const orders = await Promise.all(Array.from({ length: 8 }, () => sellAsAgent(world, desk, 2)));
    const answers = await Promise.all(orders.map((order) => approveOrder(world, desk, order)));
    const approved = answers.filter(({ status }) => status === 200);
    const over = answers.filter(({ body }) => body.code === 'booking/credit-exceeded');
    expect([approved.length, over.length]).toEqual([2, 6]);
    expect(await credit(desk)).toEqual([{ limit: cny('500000'), used: cny('400000'), left: cny('100000') }]);
    const [first] = over;
    expect(first).toMatchObject({
      ...{ status: 409 },
      body: {
        title: 'Beyond the credit limit of the branch: the order comes to 200000 CNY, 100000 CNY is left.',
        errors: [{ field: '/params/orderId', rule: 'credit-limit' }],
      },
    });
    const { rows } = await world.admin.query(
      `select state, count(*)::integer from booking.orders where branch_id = $1 group by 1 order by 1`,
      [desk.branchId],
    );
    expect(rows).toEqual([
      { state: 'awaiting-payment', count: 2 },
      { state: 'in-review', count: 6 },
    ]);
    expect((await approveOrder(world, desk, await sellAsAgent(world, desk, 1))).status).toBe(200);
    expect((await credit(desk))[0]?.left).toEqual(cny('0'));
  });

  it('without a limit is unlimited or nothing, as the agency has it', async () => {
    const desk = await openFranchise(world);
    const planner = await desk.agency.staff('project-manager');
    const rules = url('/credit-rules');
    expect((await planner.get(rules)).body).toEqual({ withoutLimit: 'unlimited', version: 1 });
    expect((await approveOrder(world, desk, await sellAsAgent(world, desk, 1))).status).toBe(200);
    expect((await planner.put(rules, { withoutLimit: 'nothing' }, 1)).status).toBe(200);
    const order = await sellAsAgent(world, desk, 1);
    expect(await approveOrder(world, desk, order)).toMatchObject(refused(409, 'booking/credit-exceeded'));
    expect((await credit(desk))[0]?.used).toEqual(cny('100000'));
    await limitTo(desk, '200000');
    expect((await approveOrder(world, desk, order)).status).toBe(200);
    expect((await credit(desk))[0]?.left).toEqual(cny('0'));
  });

  it('counts without a limit too, so that a later one begins with what is used', async () => {
    const desk = await openFranchise(world);
    await approveOrder(world, desk, await sellAsAgent(world, desk, 3));
    expect(await credit(desk)).toEqual([{ limit: null, used: cny('300000'), left: null }]);
    await limitTo(desk, '350000');
    const next = await sellAsAgent(world, desk, 1);
    expect(await approveOrder(world, desk, next)).toMatchObject(refused(409, 'booking/credit-exceeded'));
  });

  it('has no limit for branches of the agency itself', async () => {
    const desk = await openFranchise(world);
    const { body } = await desk.sales.post<{ id: string }>(url('/orders'), desk.order(50));
    const approval = url(`/orders/${body.id}/approval`);
    expect((await desk.reviewer.post(approval, {}, at(1))).status).toBe(200);
    const limit = { branchId: desk.agency.headquartersId, limit: cny('1') };
    expect(await desk.finance.post(url('/credit-limits'), limit)).toMatchObject(
      refused(422, 'booking/not-a-franchise'),
    );
  });

  it('leaves nothing in another currency than that of the limit', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    await world.admin.query(`update booking.departures set currency = 'USD' where id = $1`, [
      desk.departureId,
    ]);
    const order = await sellAsAgent(world, desk, 1);
    expect(await approveOrder(world, desk, order)).toMatchObject(refused(409, 'booking/credit-exceeded'));
  });
});

describe('credit that is used', () => {
  it('is given back once the order is paid in full, and used again when a payment is taken back', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const order = await sellAsAgent(world, desk, 2);
    await approveOrder(world, desk, order);
    await tellPayment(teller, desk, order.id, 60_000n);
    const paid = (sum: string) =>
      eventually(async () => {
        const { body } = await desk.agent.get(url(`/orders/${order.id}`));
        expect(body).toMatchObject({ paid: { amount: sum } });
      });
    await paid('60000');
    await usedIs(desk, '200000');
    await tellPayment(teller, desk, order.id, 140_000n);
    await usedIs(desk, '0');
    await tellPayment(teller, desk, order.id, 1n);
    await paid('200001');
    await usedIs(desk, '0');
    await tellPayment(teller, desk, order.id, -1_001n);
    await usedIs(desk, '200000');
  });

  it('follows an order that becomes smaller, and is given back for what is left of it', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const order = await sellAsAgent(world, desk, 3);
    await approveOrder(world, desk, order);
    const cancel = async (what: string, body: object) => {
      const { body: now } = await desk.agent.get<{ version: number }>(url(`/orders/${order.id}`));
      const reason = '客人行程有变';
      const answer = await desk.agent.post(
        url(`/orders/${order.id}/${what}`),
        { reason, ...body },
        at(now.version),
      );
      expect(answer.status).toBe(201);
    };
    await cancel('part-cancellation', { part: { category: 'adult', count: 1 } });
    expect((await credit(desk))[0]?.used).toEqual(cny('200000'));
    await cancel('cancellation', {});
    expect((await credit(desk))[0]?.used).toEqual(cny('0'));
  });

  it('is given back when what was paid covers what is left of the order', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const order = await sellAsAgent(world, desk, 3);
    await approveOrder(world, desk, order);
    await tellPayment(teller, desk, order.id, 200_000n);
    const confirmed = await eventually(async () => {
      const { body } = await desk.agent.get<{ state: string; version: number }>(url(`/orders/${order.id}`));
      expect(body.state).toBe('confirmed');
      return body;
    });
    const part = { reason: '客人行程有变', part: { category: 'adult' } };
    const cancelled = await desk.agent.post(
      url(`/orders/${order.id}/part-cancellation`),
      part,
      at(confirmed.version),
    );
    expect(cancelled.status).toBe(201);
    expect((await credit(desk))[0]?.used).toEqual(cny('0'));
  });

  it('is used until what is owed for a cancelled part is paid too', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const half = { byCustomer: [{ fromDays: 0, share: 5_000 }], byAgency: [{ fromDays: 0, share: 0 }] };
    const policy = { homeCountry: 'CN', refundWithinWorkingDays: 5, domestic: half, outbound: half };
    expect((await desk.manager.put(url('/cancellation-policy'), policy, 1)).status).toBe(200);
    const order = await sellAsAgent(world, desk, 3);
    await approveOrder(world, desk, order);
    await tellPayment(teller, desk, order.id, 200_000n);
    const confirmed = await eventually(async () => {
      const { body } = await desk.agent.get<{ state: string; version: number }>(url(`/orders/${order.id}`));
      expect(body.state).toBe('confirmed');
      return body;
    });
    const part = { reason: '客人行程有变', part: { category: 'adult' } };
    const cancelled = await desk.agent.post(
      url(`/orders/${order.id}/part-cancellation`),
      part,
      at(confirmed.version),
    );
    expect(cancelled).toMatchObject({ status: 201, body: { penalty: cny('50000') } });
    // 2,000.00 are left of the order and paid for; 500.00 of the penalty are not.
    expect((await credit(desk))[0]?.used).toEqual(cny('250000'));
    await tellPayment(teller, desk, order.id, 49_999n);
    await eventually(async () => {
      const { body } = await desk.agent.get(url(`/orders/${order.id}`));
      expect(body).toMatchObject({ paid: cny('249999') });
    });
    expect((await credit(desk))[0]?.used).toEqual(cny('250000'));
    await tellPayment(teller, desk, order.id, 1n);
    await usedIs(desk, '0');
  });

  it('is given back when the cost that was not paid for is refused', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const order = await sellAsAgent(world, desk, 3);
    await approveOrder(world, desk, order);
    await tellPayment(teller, desk, order.id, 200_000n);
    const confirmed = await eventually(async () => {
      const { body } = await desk.agent.get<{ state: string; version: number }>(url(`/orders/${order.id}`));
      expect(body.state).toBe('confirmed');
      return body;
    });
    const provenCost = { amount: cny('30000'), proof: '酒店不退，发票 18 号' };
    const cancelled = await desk.agent.post<{ id: string }>(
      url(`/orders/${order.id}/part-cancellation`),
      { reason: '客人行程有变', part: { category: 'adult' }, provenCost },
      at(confirmed.version),
    );
    expect(cancelled).toMatchObject({ status: 201, body: { costState: 'awaiting-approval' } });
    expect((await credit(desk))[0]?.used).toEqual(cny('230000'));
    const decision = { decision: 'refused', reason: '发票与订单不符' };
    const path = url(`/cancellations/${cancelled.body.id}/cost-decision`);
    expect((await desk.reviewer.post(path, decision)).status).toBe(200);
    expect((await credit(desk))[0]?.used).toEqual(cny('0'));
  });

  it('is given back once, whether the order is paid or cancelled first', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const [kept, order] = [await sellAsAgent(world, desk, 1), await sellAsAgent(world, desk, 2)];
    await approveOrder(world, desk, kept);
    await approveOrder(world, desk, order);
    const cancellation = url(`/orders/${order.id}/cancellation`);
    const cancelled = desk.agent.post(cancellation, { reason: '客人行程有变' }, at(2));
    await Promise.all([cancelled, tellPayment(teller, desk, order.id, 200_000n)]);
    await usedIs(desk, '100000');
    await eventually(async () => {
      const { body } = await desk.agent.get(url(`/orders/${order.id}`));
      expect(body).toMatchObject({ paid: { amount: '200000' } });
    });
    await usedIs(desk, '100000');
  });

  it('is given back when the hold of an approved order expires', async () => {
    const desk = await openFranchise(world);
    const order = await sellAsAgent(world, desk, 2);
    await approveOrder(world, desk, order);
    await usedIs(desk, '200000');
    await world.admin.query(
      `update booking.outbox set not_before = now() where aggregate_id = $1 and published_at is null`,
      [order.id],
    );
    await usedIs(desk, '0');
    const { body } = await desk.agent.get(url(`/orders/${order.id}`));
    expect(body).toMatchObject({ state: 'expired' });
  });
});

describe('a credit limit', () => {
  it('is approved by somebody else than its author, once, at the agency', async () => {
    const desk = await openFranchise(world);
    const body = { branchId: desk.branchId, limit: cny('500000') };
    const { body: proposed } = await desk.finance.post<{ id: string }>(url('/credit-limits'), body);
    const approval = url(`/credit-limits/${proposed.id}/approval`);
    const inState = async (state: string) =>
      (await desk.finance.get<{ creditLimits: { id: string }[] }>(url(`/credit-limits?state=${state}`))).body
        .creditLimits;
    expect((await inState('proposed')).map(({ id }) => id)).toEqual([proposed.id]);
    expect((await inState('approved')).map(({ id }) => id)).not.toContain(proposed.id);
    expect(await desk.finance.post(approval, {}, at(1))).toMatchObject(refused(403, 'access/four-eyes'));
    expect(await credit(desk)).toEqual([]);
    expect(await desk.agentManager.post(approval, {}, at(1))).toMatchObject(refused(403, 'access/forbidden'));
    const [one, two] = [await desk.agency.staff('finance'), await desk.agency.staff('finance')];
    const answers = await Promise.all([one, two].map((person) => person.post(approval, {}, at(1))));
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 412]);
    expect(await one.post(approval, {}, at(2))).toMatchObject(refused(409, 'booking/credit-limit-state'));
  });

  it('is read by its own branch and by nobody beside it', async () => {
    const desk = await openFranchise(world);
    await limitTo(desk, '500000');
    const neighbour = await desk.agency.staff('branch-manager', await desk.agency.openBranch('franchise'));
    const other = await openFranchise(world);
    const at = url(`/branch-credits/${desk.branchId}`);
    expect((await desk.agentManager.get(at)).status).toBe(200);
    expect((await neighbour.get(at)).status).toBe(404);
    expect((await other.finance.get(at)).status).toBe(404);
    expect((await desk.agent.get(at)).status).toBe(403);
    expect((await neighbour.get(url('/credit-limits'))).body).toMatchObject({ creditLimits: [] });
    expect((await desk.agentManager.get(url('/credit-limits'))).body).toMatchObject({
      creditLimits: [{ state: 'approved', limit: cny('500000') }],
    });
  });
});
