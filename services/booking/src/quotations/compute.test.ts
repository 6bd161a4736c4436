import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeQuotation, reductionOf, spread, type PlainLine, type Reduction } from './compute.ts';

const reductions: fc.Arbitrary<Reduction> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), value: fc.bigInt(0n, 10n ** 12n) }),
  fc.record({
    kind: fc.constant('percent' as const),
    value: fc.bigInt(0n, 10_000n),
    cap: fc.option(fc.bigInt(0n, 10n ** 9n), { nil: undefined }),
  }),
);
const lines: fc.Arbitrary<PlainLine[]> = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 500 }),
    unitPrice: fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 10n)),
    unitCost: fc.option(fc.bigInt(0n, 10n ** 10n)),
    costProven: fc.boolean(),
    discount: fc.option(reductions),
  }),
  { minLength: 1, maxLength: 12 },
);
const some = fc.array(reductions, { maxLength: 4 });
const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const plain = (unitPrice: bigint, discount: Reduction | null = null): PlainLine => ({
  ...{ count: 1, unitPrice, unitCost: null, costProven: false, discount },
});

describe('a quotation', () => {
  it('loses no cent: the lines add up to the total, and each step starts where the one before ended', () => {
    fc.assert(
      fc.property(lines, some, some, (given, discounts, coupons) => {
        const computed = computeQuotation(given, discounts, coupons);
        const { subtotal, steps } = computed;
        expect(total(computed.lines.map(({ net }) => net))).toBe(computed.total);
        expect(total(computed.lines.map(({ amount }) => amount))).toBe(subtotal);
        expect(subtotal - total(steps.map(({ reduction }) => reduction))).toBe(computed.total);
        const whole = steps.filter(({ kind }) => kind !== 'line-discount');
        expect(whole.every((step) => step.before - step.reduction === step.after)).toBe(true);
        const [, ...later] = whole;
        expect(later.map(({ before }) => before)).toEqual(whole.slice(0, -1).map(({ after }) => after));
        expect(whole.at(-1)?.after ?? computed.total).toBe(computed.total);
      }),
    );
  });

  it('takes no line below zero and none above its price', () => {
    fc.assert(
      fc.property(lines, some, some, (given, discounts, coupons) => {
        const computed = computeQuotation(given, discounts, coupons);
        expect(computed.lines.every(({ amount, net }) => 0n <= net && net <= amount)).toBe(true);
      }),
    );
  });

  it('tells what share is taken off lines whose cost nothing proves, and never too small a one', () => {
    const tenth: Reduction = { kind: 'percent', value: 1_000n };
    const proven = { ...plain(10_000n), unitCost: 5_000n, costProven: true };
    const coupon: Reduction = { kind: 'percent', value: 5_000n };
    const taken = (given: PlainLine[], discounts: Reduction[]) =>
      computeQuotation(given, discounts, [coupon]).takenWithoutCost;
    expect(taken([plain(10_000n)], [tenth])).toBe(1_000);
    expect(taken([plain(10_000n), { ...proven, discount: { kind: 'fixed', value: 4_000n } }], [])).toBe(0);
    expect(taken([plain(9_999_999n)], [{ kind: 'fixed', value: 1_000_000n }])).toBe(1_001);
    expect(taken([{ ...plain(10_000n), unitCost: 1n }], [{ kind: 'fixed', value: 9_900n }])).toBe(9_900);
    expect(taken([proven], [tenth])).toBe(0);
  });

  it('costs no more for a further coupon', () => {
    fc.assert(
      fc.property(lines, some, some, reductions, (given, discounts, coupons, further) => {
        const without = computeQuotation(given, discounts, coupons);
        const withIt = computeQuotation(given, discounts, [...coupons, further]);
        expect(withIt.total <= without.total).toBe(true);
        expect(withIt.beforeCoupons).toBe(without.beforeCoupons);
      }),
    );
  });

  it('takes off lines first, then the whole, then coupons', () => {
    const tenPercent = { kind: 'percent', value: 1_000n } as const;
    const hundred = { kind: 'fixed', value: 100n } as const;
    const given = [plain(1_000n, tenPercent), plain(1_000n)];
    const { steps, total: left } = computeQuotation(given, [hundred, tenPercent], [tenPercent, hundred]);
    expect(steps.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['line-discount', 1_000n, 900n],
      ['discount', 1_900n, 1_800n],
      ['discount', 1_800n, 1_620n],
      ['coupon', 1_620n, 1_458n],
      ['coupon', 1_458n, 1_358n],
    ]);
    expect(left).toBe(1_358n);
  });

  it('is below cost by the lines whose cost is known', () => {
    const costed = { ...plain(100n), unitCost: 100n };
    expect(computeQuotation([costed, plain(900n)], [], []).belowCost).toBe(false);
    const { belowCost, cost, costedNet, costComplete } = computeQuotation(
      ...[[costed, plain(900n)], [{ kind: 'fixed', value: 10n }] as const, []],
    );
    expect([belowCost, cost, costedNet, costComplete]).toEqual([true, 100n, 99n, false]);
  });
});

describe('a reduction', () => {
  it.each([
    [5n, 1_000n, 1n], // 0.5 is rounded up
    [4n, 1_000n, 0n],
    [15n, 1_000n, 2n],
    [100n, 10_000n, 100n],
  ])('of %s minor units by %s hundredths of a percent is %s', (amount, value, taken) => {
    expect(reductionOf({ kind: 'percent', value }, amount)).toBe(taken);
  });

  it('stops at its cap', () => {
    expect(reductionOf({ kind: 'percent', value: 5_000n, cap: 30n }, 100n)).toBe(30n);
  });

  it('is spread so that nothing is lost and no part is more than what it is taken off', () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, fc.bigInt(0n, 10_000n), (parts, share) => {
        const amount = (total(parts) * share) / 10_000n;
        const shares = spread(amount, parts);
        expect(total(shares)).toBe(amount);
        expect(shares.every((part, index) => 0n <= part && part <= (parts[index] ?? 0n))).toBe(true);
      }),
    );
  });
});
