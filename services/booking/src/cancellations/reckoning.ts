import { addDays, daysBetween, today, type LocalDate } from '@yitu/kernel';
import { tierAt, type BasisPoints, type CancellationPolicy, type Scope } from './policy.ts';

/** What people say why they cancel. */
export const saidCauses = ['customer', 'agency', 'force-majeure', 'no-show'] as const;
/** By rule an order is cancelled too, as unpaid: it costs what its customer's own cancellation would. */
export const causes = [...saidCauses, 'unpaid'] as const;
/** Why an order is cancelled: it says which scale applies. */
export type Cause = (typeof causes)[number];

/** A service that a supplier does not return, in minor units. */
interface Loss {
  readonly service: string;
  readonly lost: bigint;
}

/** What is cancelled, why and when. Amounts are minor units of one currency. */
export interface Claim {
  readonly cause: Cause;
  /** F: what the order is worth. */
  readonly fee: bigint;
  readonly paid: bigint;
  readonly departsOn: LocalDate;
  readonly returnsOn: LocalDate;
  /** The local date, where the departure is, on which the notice arrived. */
  readonly noticeOn: LocalDate;
  readonly policy: CancellationPolicy;
  readonly scope: Scope;
  /** What the agency has proven to have cost, by the customer's cancellation. */
  readonly provenCost?: bigint | undefined;
  /** In force majeure: what suppliers do not return, each of it proven. */
  readonly losses?: readonly Loss[] | undefined;
}

/** One step of the reckoning: data, so that it can be told in any language and checked. Amounts are minor units. */
export type Line =
  | { readonly code: 'fee' | 'cost-proven' | 'cost-limited' | 'penalty' | 'paid'; readonly amount: bigint }
  | { readonly code: 'refund' | 'outstanding' | 'compensation-due' | 'full-refund'; readonly amount: bigint }
  | { readonly code: 'supplier-loss'; readonly service: string; readonly amount: bigint }
  | {
      readonly code: 'notice';
      readonly noticeOn: LocalDate;
      readonly departsOn: LocalDate;
      readonly daysLeft: number;
    }
  | {
      readonly code: 'tier' | 'compensation-tier';
      readonly fromDays: number;
      readonly untilDays: number | null;
      readonly share: BasisPoints;
      readonly amount: bigint;
    }
  | { readonly code: 'no-show-tier'; readonly share: BasisPoints; readonly amount: bigint }
  | {
      readonly code: 'during-trip';
      readonly share: BasisPoints;
      readonly tripDays: number;
      readonly elapsedDays: number;
      readonly amount: bigint;
    };

export interface Reckoning {
  /** What the customer owes for cancelling, the fee at most. */
  readonly penalty: bigint;
  /** The part of it that is kept from what was paid; kept and refund are what was paid. */
  readonly kept: bigint;
  readonly refund: bigint;
  /** The part of the penalty that is still to be paid. */
  readonly outstanding: bigint;
  /** What the agency owes beside the full refund, where it cancels. */
  readonly compensation: bigint;
  readonly lines: readonly Line[];
}

/** The date a notice has, where the departure is: the days of the scales are natural days there. */
export const noticeDate = (arrivedAt: Temporal.Instant, timeZone: string): LocalDate =>
  today(arrivedAt, timeZone);

/** What a cancellation costs whom, step by step. Pure: everything it depends on is in the claim. */
export function reckon(claim: Claim): Reckoning {
  const { fee, paid, noticeOn, departsOn } = claim;
  const compensation = claim.cause === 'agency' ? compensated(claim) : { amount: 0n, lines: [] };
  const owed = claim.cause === 'agency' ? { amount: 0n, lines: [] } : penaltyOf(claim);
  const kept = owed.amount < paid ? owed.amount : paid;
  const refund = paid - kept;
  const outstanding = owed.amount - kept;
  const lines: Line[] = [
    { code: 'fee', amount: fee },
    ...(claim.cause === 'no-show' ? [] : [noticed(noticeOn, departsOn)]),
    ...owed.lines,
    { code: 'penalty', amount: owed.amount },
    { code: 'paid', amount: paid },
    { code: claim.cause === 'agency' ? 'full-refund' : 'refund', amount: refund },
    ...(outstanding > 0n ? [{ code: 'outstanding' as const, amount: outstanding }] : []),
    ...compensation.lines,
  ];
  return { penalty: owed.amount, kept, refund, outstanding, compensation: compensation.amount, lines };
}

const noticed = (noticeOn: LocalDate, departsOn: LocalDate): Line => ({
  ...{ code: 'notice', noticeOn, departsOn },
  daysLeft: daysBetween(noticeOn, departsOn),
});

interface Part {
  readonly amount: bigint;
  readonly lines: readonly Line[];
}

function penaltyOf(claim: Claim): Part {
  const { fee, provenCost } = claim;
  if (claim.cause === 'force-majeure') return notReturned(claim);
  const byScale = claim.cause === 'no-show' ? noShow(claim) : byNotice(claim);
  return provenCost === undefined ? byScale : costs(byScale, fee, provenCost);
}

/** Nobody's fault: the customer bears what does not come back from suppliers, and no scale. */
function notReturned({ fee, losses = [] }: Claim): Part {
  const lines = losses.map(({ service, lost }): Line => ({ code: 'supplier-loss', service, amount: lost }));
  return costs(
    { amount: 0n, lines },
    fee,
    losses.reduce((sum, { lost }) => sum + lost, 0n),
  );
}

/** What was really lost goes before a lower sum by the scale; nobody owes more than the trip costs. */
function costs({ amount, lines }: Part, fee: bigint, cost: bigint): Part {
  const proven: Line = { code: 'cost-proven', amount: cost };
  const limited: Line[] = cost > fee ? [{ code: 'cost-limited', amount: fee }] : [];
  const owed = cost > fee ? fee : cost;
  return { amount: owed > amount ? owed : amount, lines: [...lines, proven, ...limited] };
}

function byNotice({ fee, policy, scope, noticeOn, departsOn, returnsOn }: Claim): Part {
  const daysLeft = daysBetween(noticeOn, departsOn);
  const { share, fromDays, untilDays } = tierAt(policy[scope].byCustomer, daysLeft);
  const amount = shareOf(fee, share);
  if (daysLeft >= 0) return { amount, lines: [{ code: 'tier', share, fromDays, untilDays, amount }] };
  const tripDays = daysBetween(departsOn, addDays(returnsOn, 1));
  const elapsedDays = Math.min(-daysLeft, tripDays);
  const total = amount + ((fee - amount) * BigInt(elapsedDays)) / BigInt(tripDays);
  return { amount: total, lines: [{ code: 'during-trip', share, tripDays, elapsedDays, amount: total }] };
}

function noShow({ fee, policy, scope }: Claim): Part {
  const { share } = tierAt(policy[scope].byCustomer, 0);
  const amount = shareOf(fee, share);
  return { amount, lines: [{ code: 'no-show-tier', share, amount }] };
}

function compensated({ fee, policy, scope, noticeOn, departsOn }: Claim): Part {
  const { share, fromDays, untilDays } = tierAt(policy[scope].byAgency, daysBetween(noticeOn, departsOn));
  const amount = (fee * BigInt(share) + 9_999n) / 10_000n; // rounded up: the agency owes it
  return {
    amount,
    lines: [
      { code: 'compensation-tier', share, fromDays, untilDays, amount },
      { code: 'compensation-due', amount },
    ],
  };
}

/** Rounded down: the customer owes it. */
const shareOf = (fee: bigint, share: BasisPoints): bigint => (fee * BigInt(share)) / 10_000n;
