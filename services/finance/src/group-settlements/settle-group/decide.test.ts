import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../entries/line.ts';
import type { OrderFacts } from '../../orders.ts';
import { decideSettlement, type Cost, type Group } from './decide.ts';

const order = (orderId: string, changes: Partial<OrderFacts> = {}): OrderFacts => ({
  orderId,
  number: `HQ-2026-${orderId}`,
  customerId: 'customer',
  branchId: 'hq',
  state: 'completed',
  total: { amount: 100_000n, currency: 'CNY' },
  seats: 1,
  ...changes,
});
const cost = (amount: bigint, changes: Partial<Cost> = {}): Cost => ({
  branchId: 'hq',
  amount,
  currency: 'CNY',
  entryNumber: 'JZ-HQ-2026-000001',
  ...changes,
});
const paid = (orders: readonly OrderFacts[]) =>
  new Map(orders.map(({ orderId, total }) => [orderId, total.amount]));
const decide = (orders: readonly OrderFacts[], costs: readonly Cost[] = [], changes: Partial<Group> = {}) =>
  decideSettlement({ settled: false, trip: 'ended', orders, received: paid(orders), costs, ...changes });

const balance = (lines: readonly Line[], purpose?: string) =>
  lines
    .filter((line) => purpose === undefined || line.purpose === purpose)
    .reduce((sum, line) => sum + line.debit - line.credit, 0n);

describe('settling a group', () => {
  it('turns what orders were sold for into revenue and what suppliers charged into cost of sales', () => {
    const { shares, postings } = decide([order('1', { seats: 2 }), order('2')], [cost(90_001n)]);
    expect(shares).toMatchObject([
      { orderId: '1', revenue: 100_000n, cost: 60_001n },
      { orderId: '2', revenue: 100_000n, cost: 30_000n },
    ]);
    expect(postings).toEqual([
      {
        branchId: 'hq',
        lines: [
          { purpose: 'customer-advances', debit: 200_000n, credit: 0n, currency: 'CNY' },
          { purpose: 'revenue', debit: 0n, credit: 200_000n, currency: 'CNY' },
          { purpose: 'cost-of-sales', debit: 90_001n, credit: 0n, currency: 'CNY' },
          { purpose: 'tours-in-progress', debit: 0n, credit: 90_001n, currency: 'CNY' },
        ],
      },
    ]);
  });

  it('clears between branches what one recorded and the others bear', () => {
    const orders = [order('1'), order('2', { branchId: 'east', seats: 3 })];
    const { postings } = decide(orders, [cost(40_000n)]);
    expect(postings.map(({ branchId }) => branchId)).toEqual(['east', 'hq']);
    const [east = [], hq = []] = postings.map(({ lines }) => lines);
    expect(balance(east, 'between-branches')).toBe(-30_000n);
    expect(balance(hq, 'between-branches')).toBe(30_000n);
    expect([balance(east, 'cost-of-sales'), balance(hq, 'cost-of-sales')]).toEqual([30_000n, 10_000n]);
  });

  it('posts for a branch that only recorded costs', () => {
    const { postings } = decide([order('1', { branchId: 'east' })], [cost(500n, { branchId: 'west' })]);
    expect(postings[1]).toMatchObject({ branchId: 'west', lines: [{ debit: 500n }, { credit: 500n }] });
  });

  it('happens once, and not before the trip has ended', () => {
    expect(() => decide([order('1')], [], { settled: true })).toThrow('finance/departure-settled');
    expect(() => decide([order('1')], [], { trip: 'travelling' })).toThrow('finance/trip-not-ended');
  });

  it('waits for orders that booking does not know to be complete yet', () => {
    expect(() => decide([order('1'), order('2', { state: 'travelling' })])).toThrow(
      'These orders are not complete yet; try again shortly: HQ-2026-2.',
    );
    expect(() => decide([order('1'), order('2', { state: 'confirmed' })])).toThrow(
      'finance/orders-not-complete',
    );
  });

  it('leaves out orders that never travelled, and needs one that did', () => {
    const never = [order('2', { state: 'awaiting-payment' }), order('3', { state: 'in-review' })];
    expect(decide([order('1'), ...never]).shares.map(({ orderId }) => orderId)).toEqual(['1']);
    expect(() => decide(never)).toThrow('finance/no-orders-to-settle');
  });

  it('names the orders that are not paid, with what is open', () => {
    const orders = [order('1'), order('2'), order('3')];
    const received = new Map([
      ['1', 100_000n],
      ['2', 99_999n],
    ]);
    expect(() => decide(orders, [], { received })).toThrow(
      'These orders are not fully paid: HQ-2026-2 (CNY 0.01), HQ-2026-3 (CNY 1,000.00).',
    );
  });

  it('names the costs that are in another currency', () => {
    expect(() =>
      decide([order('1')], [cost(1n), cost(5n, { currency: 'EUR', entryNumber: 'JZ-HQ-2026-000007' })]),
    ).toThrow('record them in it: JZ-HQ-2026-000007.');
  });

  it('loses no cent and stays balanced, in every branch and over all, whatever the group', () => {
    const branch = fc.constantFrom('hq', 'east', 'west');
    const orders = fc.array(
      fc.record({
        branchId: branch,
        seats: fc.integer({ min: 1, max: 40 }),
        amount: fc.bigInt(0n, 10n ** 12n),
      }),
      { minLength: 1, maxLength: 30 },
    );
    const costs = fc.array(fc.record({ branchId: branch, amount: fc.bigInt(1n, 10n ** 12n) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(orders, costs, (sold, charged) => {
        const group = sold.map(({ amount, ...one }, index) =>
          order(String(index).padStart(3, '0'), { ...one, total: { amount, currency: 'CNY' } }),
        );
        const { shares, postings } = decide(
          group,
          charged.map(({ amount, branchId }) => cost(amount, { branchId })),
        );
        const lines = postings.flatMap((posting) => posting.lines);
        const revenue = sold.reduce((sum, { amount }) => sum + amount, 0n);
        const total = charged.reduce((sum, { amount }) => sum + amount, 0n);
        expect(shares.reduce((sum, share) => sum + share.cost, 0n)).toBe(total);
        expect(balance(lines, 'revenue')).toBe(-revenue);
        expect(balance(lines, 'cost-of-sales')).toBe(total);
        expect(balance(lines, 'tours-in-progress')).toBe(-total);
        expect(balance(lines, 'between-branches')).toBe(0n);
        for (const posting of postings) {
          expect(balance(posting.lines)).toBe(0n);
          expect(posting.lines.length).toBeGreaterThanOrEqual(2);
          expect(posting.lines.every((line) => line.debit >= 0n && line.credit >= 0n)).toBe(true);
        }
      }),
    );
  });

  it('gives no order a cent more than its seats, beside the cents that cannot be split', () => {
    const seats = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(seats, fc.bigInt(0n, 10n ** 12n), (counts, amount) => {
        const group = counts.map((count, index) => order(String(index).padStart(3, '0'), { seats: count }));
        const { shares } = decide(group, amount === 0n ? [] : [cost(amount)]);
        const all = BigInt(counts.reduce((sum, count) => sum + count, 0));
        for (const share of shares) {
          const exact = (amount * BigInt(share.seats)) / all;
          expect(share.cost - exact === 0n || share.cost - exact === 1n).toBe(true);
        }
      }),
    );
  });
});
