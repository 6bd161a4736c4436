import type { Departure } from '../../api/gen/booking.ts';

/** Whether it is open that a group takes place: it is at risk, or nobody has decided and it is smaller than it has to be. */
export const decisionIsOpen = (
  { state, groupStanding, minimumGroup }: Pick<Departure, 'state' | 'groupStanding' | 'minimumGroup'>,
  headCount: number,
): boolean =>
  state !== 'cancelled' &&
  (groupStanding === 'at-risk' || (groupStanding === 'undecided' && headCount < minimumGroup));
