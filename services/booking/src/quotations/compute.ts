import { allocate } from '@yitu/kernel';

/** What is taken off: an amount in minor units, or a share in hundredths of a percent, with a cap where there is one. */
export type Reduction =
  | { readonly kind: 'fixed'; readonly value: bigint }
  | { readonly kind: 'percent'; readonly value: bigint; readonly cap?: bigint | undefined };

/** A line before anything is taken off. Minor units. */
export interface PlainLine {
  readonly count: number;
  readonly unitPrice: bigint;
  /** Null where nobody has said what it costs. */
  readonly unitCost: bigint | null;
  /** The cost is a supplier's net rate; what a seller types proves nothing. */
  readonly costProven: boolean;
  readonly discount: Reduction | null;
}

/** One step of the way from the lines to the total. A line's discount says how that line changes, the others how the whole does. */
export interface Step {
  readonly kind: 'line-discount' | 'discount' | 'coupon';
  /** Place of the line, the discount or the coupon in its list. */
  readonly index: number;
  readonly before: bigint;
  readonly reduction: bigint;
  readonly after: bigint;
}

export interface Computed {
  readonly lines: readonly { readonly amount: bigint; readonly net: bigint; readonly cost: bigint | null }[];
  /** Before anything is taken off. */
  readonly subtotal: bigint;
  readonly steps: readonly Step[];
  /** Before the first coupon: what minimum amounts are compared with. */
  readonly beforeCoupons: bigint;
  readonly total: bigint;
  /** Of the lines whose cost is known: what they cost and what they bring. */
  readonly cost: bigint;
  readonly costedNet: bigint;
  readonly costComplete: boolean;
  readonly belowCost: boolean;
  /** Hundredths of a percent, rounded up, that discounts have taken off the lines whose cost is not proven. */
  readonly takenWithoutCost: number;
}

/**
 * What a reduction takes off an amount of minor units. A share is rounded half up to the minor unit (四舍五入), once; nothing goes below zero.
 */
export function reductionOf(reduction: Reduction, amount: bigint): bigint {
  if (reduction.kind === 'fixed') return smaller(reduction.value, amount);
  const share = (amount * reduction.value + 5_000n) / 10_000n;
  return smaller(smaller(share, reduction.cap ?? share), amount);
}

const smaller = (left: bigint, right: bigint) => (left < right ? left : right);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

/**
 * Takes everything off in this order: each line's own discount; the discounts on the whole, in their order; the coupons, in theirs. Each step starts from
 * what the one before has left. What is taken off the whole is spread over the lines by what each still has, so that they add up to the total exactly.
 */
export function computeQuotation(
  lines: readonly PlainLine[],
  discounts: readonly Reduction[],
  coupons: readonly Reduction[],
): Computed {
  const amounts = lines.map(({ count, unitPrice }) => unitPrice * BigInt(count));
  const ofLines = lines.map(({ discount }, index) =>
    stepOf('line-discount', index, discount, amounts[index]),
  );
  const own = amounts.map((amount, index) => amount - (ofLines[index]?.reduction ?? 0n));
  const discounted = takeOff('discount', own, discounts);
  const couponed = takeOff('coupon', discounted.amounts, coupons);
  const costs = lines.map(({ count, unitCost }) => (unitCost === null ? null : unitCost * BigInt(count)));
  const cost = sum(costs.filter((one) => one !== null));
  const costedNet = sum(couponed.amounts.filter((_net, index) => typeof costs[index] === 'bigint'));
  return {
    lines: amounts.map((amount, index) => ({
      amount,
      net: couponed.amounts[index] ?? 0n, // as long as the lines
      cost: costs[index] ?? null,
    })),
    subtotal: sum(amounts),
    steps: [...ofLines.filter((step) => step !== undefined), ...discounted.steps, ...couponed.steps],
    beforeCoupons: sum(discounted.amounts),
    total: sum(couponed.amounts),
    cost,
    costedNet,
    costComplete: costs.every((one) => one !== null),
    belowCost: costedNet < cost,
    // Not by coupons: whoever issues these has decided on them.
    takenWithoutCost: shareTaken(lines, amounts, discounted.amounts),
  };
}

function shareTaken(
  lines: readonly PlainLine[],
  amounts: readonly bigint[],
  nets: readonly bigint[],
): number {
  const unproven = (of: readonly bigint[]) =>
    sum(of.filter((_one, index) => lines[index]?.costProven === false));
  const amount = unproven(amounts);
  if (amount === 0n) return 0;
  // Up, so that a share above a limit never looks like the limit.
  return Number(((amount - unproven(nets)) * 10_000n + amount - 1n) / amount);
}

function stepOf(
  kind: Step['kind'],
  index: number,
  reduction: Reduction | null,
  before = 0n,
): Step | undefined {
  if (!reduction) return undefined;
  const taken = reductionOf(reduction, before);
  return { kind, index, before, reduction: taken, after: before - taken };
}

function takeOff(kind: Step['kind'], amounts: readonly bigint[], reductions: readonly Reduction[]) {
  const steps: Step[] = [];
  let left = amounts;
  for (const [index, reduction] of reductions.entries()) {
    const before = sum(left);
    const taken = reductionOf(reduction, before);
    const shares = spread(taken, left);
    left = left.map((amount, line) => amount - (shares[line] ?? 0n));
    steps.push({ kind, index, before, reduction: taken, after: before - taken });
  }
  return { amounts: left, steps };
}

/** Parts of an amount by weights, which add up to it; none is more than its weight where the amount is no more than their sum. */
export function spread(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (amount === 0n) return weights.map(() => 0n);
  return allocate({ amount, currency: 'XXX' }, weights).map((part) => part.amount);
}
