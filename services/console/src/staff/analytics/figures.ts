import type { BranchDay } from '../../api/gen/analytics.ts';
import { sumOf, unitsOf, type Money } from '../../format/money.ts';

/** The last thirty days, today included. @param today a local date */
export function lastThirtyDays(today: string): { from: string; to: string } {
  const from = new Date(Date.parse(today) - 29 * 86_400_000).toISOString().slice(0, 10);
  return { from, to: today };
}

/** Every day of a period, also those nothing happened on: a gap in time is not to look like none. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

type Figure = 'sales' | 'margin';

/** The sum of one figure over days of one currency. */
export const total = (days: readonly BranchDay[], figure: Figure, currency: string): Money => ({
  amount: sumOf(days.filter((one) => one[figure].currency === currency).map((one) => one[figure].amount)),
  currency,
});

/** An amount as charts take it. Only to be drawn: what is read comes from the amounts themselves. */
export const drawn = (money: Money): number => Number(unitsOf(money));

/** The days of each branch. */
export const byBranch = (days: readonly BranchDay[]): Map<string, BranchDay[]> =>
  Map.groupBy(days, ({ branchId }) => branchId);

/** The days of each day, of all branches. */
export const byDay = (days: readonly BranchDay[]): Map<string, BranchDay[]> =>
  Map.groupBy(days, ({ day }) => day);
