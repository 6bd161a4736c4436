import { addDays, daysBetween, today } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { endOf, graceUntil } from '../../payment-dues/due-timers.ts';
import type { Due } from '../../payment-dues/standing.ts';
import type { OrderRules, PaymentTerms } from '../../rules/order-rules.ts';
import type { OrderState } from '../order.ts';

export interface Reviewed {
  readonly state: OrderState;
  readonly total: bigint;
  readonly holdExpiresAt: Temporal.Instant | null | undefined;
}

/** Only what is in review is reviewed. @throws booking/wrong-state, booking/hold-over */
export function checkReview(order: Reviewed, now: Temporal.Instant): void {
  if (order.state !== 'in-review') throw errors.wrongState({ state: order.state });
  if (order.holdExpiresAt && Temporal.Instant.compare(order.holdExpiresAt, now) <= 0) throw errors.holdOver();
}

/**
 * Deposit and balance of an approved order. When the balance would be due before the deposit's day, all is due at once, on the earlier of
 * the deposit's day and the departure.
 * @param departure with the time zone in which payments are due: the agency's
 */
export function paymentSchedule(
  total: bigint,
  departure: { readonly departsOn: string; readonly timeZone: string },
  rules: PaymentTerms,
  now: Temporal.Instant,
): Due[] {
  if (total === 0n) return [];
  const date = today(now, departure.timeZone);
  const depositOn = earlier(addDays(date, rules.depositDueDays), departure.departsOn);
  const balanceOn = addDays(departure.departsOn, -rules.balanceDueDaysBefore);
  // Rounded up, so that the deposit is never less than the agreed share.
  const deposit = (total * BigInt(rules.depositPercent) + 99n) / 100n;
  const atOnce = daysBetween(depositOn, balanceOn) <= 0 || deposit === total;
  if (atOnce) return [{ kind: 'deposit', amount: total, dueOn: depositOn }];
  const balance: Due = { kind: 'balance', amount: total - deposit, dueOn: balanceOn };
  return deposit === 0n ? [balance] : [{ kind: 'deposit', amount: deposit, dueOn: depositOn }, balance];
}

/** The seats of an approved order are held until the end of the first due day and of the grace after it. @param timeZone in which the days are */
export const holdUntil = (
  schedule: readonly Due[],
  rules: Pick<OrderRules, 'depositGraceDays' | 'balanceGraceDays'>,
  timeZone: string,
): Temporal.Instant | null => {
  const first = schedule[0];
  return first ? endOf(graceUntil(first, rules), timeZone) : null;
};

const earlier = (left: string, right: string) => (left < right ? left : right);
