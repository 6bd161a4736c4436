import { addDays, today } from '@yitu/kernel';
import type { DepartureState, GroupStanding } from '../departures/departure.ts';
import type { GroupRules } from './group-rules.ts';

/** What comes of looking at a group: it takes place, it may not, it does not; or there is nothing to be decided. */
export type GroupDecision = 'guaranteed' | 'at-risk' | 'cancelled' | 'none';

interface Group {
  readonly state: DepartureState;
  readonly groupStanding: GroupStanding;
  readonly minimumGroup: number;
}

/**
 * The decision by rule on one of its days. What was promised to take place does, whoever leaves it; what is cancelled stays so.
 * @param confirmedSeats seats of orders whose first payment has come in @param last no further day comes
 */
export function decideGroup(
  { state, groupStanding, minimumGroup }: Group,
  confirmedSeats: number,
  last: boolean,
  { belowMinimum }: Pick<GroupRules, 'belowMinimum'>,
): GroupDecision {
  if (state === 'cancelled' || groupStanding === 'guaranteed') return 'none';
  if (confirmedSeats >= minimumGroup) return 'guaranteed';
  return last && belowMinimum === 'cancel' ? 'cancelled' : 'at-risk';
}

/** The days on which a departure's group is looked at, each at its beginning there; days that have begun already are left out. */
export function decisionMoments(
  { departsOn, timeZone }: { readonly departsOn: string; readonly timeZone: string },
  days: readonly number[],
  now: Temporal.Instant,
): { at: Temporal.Instant; daysBefore: number; last: boolean }[] {
  const date = today(now, timeZone);
  const last = Math.min(...days);
  return days
    .filter((daysBefore) => addDays(departsOn, -daysBefore) > date)
    .map((daysBefore) => ({
      at: Temporal.PlainDate.from(addDays(departsOn, -daysBefore)).toZonedDateTime(timeZone).toInstant(),
      daysBefore,
      last: daysBefore === last,
    }));
}
