import { today } from '@yitu/kernel';
import { errors } from '../../errors.ts';

/**
 * A trip ends on its return date or later, by the calendar of the departure, and only if somebody travelled.
 * @throws itinerary/nobody-checked-in, itinerary/trip-not-over
 */
export function decideEnding(
  trip: { readonly state: string; readonly returnsOn: string; readonly timeZone: string },
  now: Temporal.Instant,
): void {
  if (trip.state === 'preparing') throw errors.nobodyCheckedIn();
  if (today(now, trip.timeZone) < trip.returnsOn) throw errors.tripNotOver({ returnsOn: trip.returnsOn });
}
