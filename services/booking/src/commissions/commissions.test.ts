import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import type { OrderAnswer } from '../fixtures/desk.ts';
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
const month = later(0).slice(0, 7);

interface Commissions {
  readonly commissions: { kind: string; amount: { amount: string }; rulesVersion: number }[];
}

const setRules = (desk: Franchise, rules: object[], version = 1) =>
  desk.manager.put<{ code?: string }>(url('/commission-rules'), { rules }, version);

/** A confirmed order of two adults, 2,000.00, paid so far. */
async function confirmed(desk: Franchise, paid = 200_000n): Promise<OrderAnswer> {
  const order = await sellAsAgent(world, desk, 2);
  await approveOrder(world, desk, order);
  await tellPayment(teller, desk, order.id, paid);
  return eventually(async () => {
    const { body } = await desk.agent.get<OrderAnswer>(url(`/orders/${order.id}`));
    expect([body.state, body.paid.amount]).toEqual(['confirmed', paid.toString()]);
    return body;
  });
}

const recorded = async ({ agentManager }: Franchise, orderId: string) => {
  const { body } = await agentManager.get<Commissions>(url(`/commissions?orderId=${orderId}`));
  return body.commissions.map(({ kind, amount }) => [kind, amount.amount]);
};
const told = async (agencyId: string, what: string) => {
  const { rows } = await world.admin.query<{ data: object }>(
    `select envelope::json->'data' as data from booking.outbox where agency_id = $1 and subject like $2 order by occurred_at, aggregate_version`,
    [agencyId, `%.commission.${what}.v1`],
  );
  return rows.map(({ data }) => data);
};

describe('a branch that sells what another operates', () => {
  it('earns by the most specific rule when the order is confirmed, once', async () => {
    const desk = await openFranchise(world);
    const { branchId: sellingBranchId } = desk;
    await setRules(desk, [
      { basisPoints: 100 },
      { sellingBranchId, basisPoints: 850 },
      { channel: 'counter', basisPoints: 9_000 },
    ]);
    const order = await confirmed(desk, 60_000n);
    expect(await recorded(desk, order.id)).toEqual([['earned', '17000']]);
    await setRules(desk, [{ basisPoints: 1 }], 2);
    await tellPayment(teller, desk, order.id, 140_000n);
    await eventually(async () => {
      const { body } = await desk.agent.get<OrderAnswer>(url(`/orders/${order.id}`));
      expect(body.paid.amount).toBe('200000');
    });
    expect(await recorded(desk, order.id)).toEqual([['earned', '17000']]);
    expect(await told(desk.agency.id, 'earned')).toMatchObject([
      {
        ...{ orderId: order.id, sellingBranchId, operatingBranchId: desk.agency.headquartersId },
        ...{ amount: { amount: '17000', currency: 'CNY' }, rulesVersion: 2, recordedOn: later(0) },
      },
    ]);
  });

  it('earns nothing for what it operates itself, nor where no rule holds', async () => {
    const desk = await openFranchise(world);
    const without = await confirmed(desk);
    expect(await recorded(desk, without.id)).toEqual([]);
    await setRules(desk, [{ basisPoints: 1_000 }]);
    await world.admin.query('update booking.departures set operating_branch_id = $1 where id = $2', [
      ...[desk.branchId, desk.departureId],
    ]);
    const own = await confirmed(desk);
    expect(await recorded(desk, own.id)).toEqual([]);
  });

  it('loses the share of a part that is cancelled', async () => {
    const desk = await openFranchise(world);
    await setRules(desk, [{ perSeat: { amount: '5000', currency: 'CNY' } }]);
    const { id, version } = await confirmed(desk);
    const part = { part: { category: 'adult', count: 1 }, reason: '客人行程有变' };
    expect((await desk.agent.post(url(`/orders/${id}/part-cancellation`), part, at(version))).status).toBe(
      201,
    );
    expect(await recorded(desk, id)).toEqual([
      ['reversed', '-5000'],
      ['earned', '10000'],
    ]);
  });

  it('keeps of it what is kept of the sale when the order is cancelled', async () => {
    const desk = await openFranchise(world);
    await setRules(desk, [{ perSeat: { amount: '5000', currency: 'CNY' } }]);
    const [early, late] = [await confirmed(desk), await confirmed(desk)];
    const cancel = async ({ id, version }: OrderAnswer, body: object) => {
      const answer = await desk.agent.post(url(`/orders/${id}/cancellation`), body, at(version));
      expect(answer.status).toBe(201);
    };
    await cancel(early, { reason: '客人行程有变' });
    // 60 days before departure nothing is kept; what is proven to be lost is.
    await cancel(late, {
      reason: '客人行程有变',
      provenCost: { amount: { amount: '50000', currency: 'CNY' }, proof: '酒店不退' },
    });
    expect(await recorded(desk, early.id)).toEqual([
      ['reversed', '-10000'],
      ['earned', '10000'],
    ]);
    expect(await recorded(desk, late.id)).toEqual([
      ['reversed', '-7500'],
      ['earned', '10000'],
    ]);
    expect(await told(desk.agency.id, 'reversed')).toMatchObject([
      { amount: { amount: '10000' } },
      { amount: { amount: '7500' } },
    ]);
    const report = await desk.agentManager.get(url(`/commission-reports?from=${month}&to=${month}`));
    const sums = { orders: 2, earned: '20000', reversed: '17500', net: '2500', currency: 'CNY', month };
    expect(report.body).toEqual({
      months: [{ ...sums, sellingBranchId: desk.branchId, operatingBranchId: desk.agency.headquartersId }],
    });
  });

  it('is recorded for good: nobody changes or removes it', async () => {
    const { rows } = await world.admin.query(
      `select privilege_type from information_schema.role_table_grants
       where table_schema = 'booking' and table_name = 'commission_records' and grantee = 'yitu_booking' order by 1`,
    );
    expect(rows.map(({ privilege_type: privilege }: { privilege_type: string }) => privilege)).toEqual([
      'INSERT',
      'SELECT',
    ]);
  });
});

describe('who sees commissions', () => {
  it('is whoever answers for one of the two branches, and finance', async () => {
    const desk = await openFranchise(world);
    await setRules(desk, [{ basisPoints: 1_000 }]);
    const { id } = await confirmed(desk);
    const neighbour = await desk.agency.staff('branch-manager', await desk.agency.openBranch('franchise'));
    const other = await openFranchise(world);
    const seen = async (who: { get: typeof desk.agent.get }) =>
      (await who.get<Commissions>(url('/commissions'))).body.commissions?.length;
    expect(await seen(desk.agentManager)).toBe(1);
    expect(await seen(desk.finance)).toBe(1);
    expect(await seen(neighbour)).toBe(0);
    expect(await seen(other.finance)).toBe(0);
    const report = url(`/commission-reports?from=${month}&to=${month}`);
    expect((await neighbour.get(report)).body).toEqual({ months: [] });
    expect((await desk.agent.get(report)).status).toBe(403);
    expect((await desk.finance.get(url('/commission-reports?from=2026-02&to=2026-01'))).body).toMatchObject({
      code: 'booking/months-reversed',
    });
    expect(await recorded(desk, id)).toHaveLength(1);
  });
});

describe('the rules for commissions', () => {
  it('are set anew as a whole, by whoever has read the newest', async () => {
    const desk = await openFranchise(world);
    expect((await desk.manager.get(url('/commission-rules'))).body).toEqual({ rules: [], version: 1 });
    const answers = await Promise.all([1, 2].map((percent) => setRules(desk, [{ basisPoints: percent }])));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(await setRules(desk, [{}], 2)).toMatchObject({
      ...{ status: 422 },
      body: { code: 'booking/commission-rule-unclear', errors: [{ field: '/body/rules/0', rule: 'one-of' }] },
    });
    expect((await desk.agentManager.get(url('/commission-rules'))).status).toBe(403);
  });
});
