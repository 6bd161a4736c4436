import { errors } from '../../errors.ts';
import type { DepartureState, GroupStanding } from '../departure.ts';

interface Standing {
  readonly state: DepartureState;
  readonly groupStanding: GroupStanding;
}

const refuse = ({ state }: Pick<Standing, 'state'>) => errors.departureWrongState({ state });

/** Whether seats of it are sold, when there are any. */
export const isOnSale = (state: DepartureState): boolean => state === 'open' || state === 'guaranteed';

/** What is on sale may be closed. @throws booking/departure-wrong-state */
export function checkClosing(departure: Standing): void {
  if (!isOnSale(departure.state)) throw refuse(departure);
}

/**
 * What was closed opens again as what it was: a group that takes place still does. Nobody joins a trip that has begun.
 * @throws booking/departure-wrong-state, trip-begun
 */
export function stateReopened(departure: Standing & { readonly tripBeganAt?: unknown }): DepartureState {
  if (departure.state !== 'closed') throw refuse(departure);
  if (departure.tripBeganAt) throw errors.tripBegun();
  return stateOnSale(departure);
}

/** The state of a departure on sale. */
export const stateOnSale = ({ groupStanding }: Pick<Standing, 'groupStanding'>): DepartureState =>
  groupStanding === 'guaranteed' ? 'guaranteed' : 'open';

/** Cancelled is the end: nothing of it changes any more. @throws booking/departure-wrong-state */
export function checkNotCancelled(departure: Standing): void {
  if (departure.state === 'cancelled') throw refuse(departure);
}

/**
 * A departure is cancelled until the day before it leaves: what has left is no more cancelled but ended.
 * @param today at the departure @throws booking/departure-wrong-state, departed
 */
export function checkCancelling(departure: Standing & { readonly departsOn: string }, today: string): void {
  checkNotCancelled(departure);
  if (today >= departure.departsOn) throw errors.departed({ date: departure.departsOn });
}
