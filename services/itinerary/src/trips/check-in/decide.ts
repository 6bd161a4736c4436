import { addDays, today } from '@yitu/kernel';
import { errors } from '../../errors.ts';

export interface CheckingIn {
  readonly travellerId: string;
  /** Identity verified against the document. */
  readonly documentSeen: boolean;
}

/**
 * Whether a traveller can be checked in: named in a confirmed order of the trip, document seen, from the day before departure to the return date
 * by the calendar of the departure, once.
 * @param order the confirmed order the caller named, if the trip has it
 * @param present travellers who have been checked in already
 * @throws itinerary/document-not-seen, order-not-confirmed, no-such-traveller, already-checked-in, check-in-closed
 */
export function decideCheckIn(
  trip: { readonly departsOn: string; readonly returnsOn: string; readonly timeZone: string },
  order: { readonly travellerIds: readonly string[] } | undefined,
  present: readonly string[],
  { travellerId, documentSeen }: CheckingIn,
  now: Temporal.Instant,
): void {
  if (!documentSeen) throw errors.documentNotSeen({ fields: [notSeen] });
  if (!order) throw errors.orderNotConfirmed();
  if (!order.travellerIds.includes(travellerId)) throw errors.noSuchTraveller();
  if (present.includes(travellerId)) throw errors.alreadyCheckedIn();
  const from = addDays(trip.departsOn, -1);
  const date = today(now, trip.timeZone);
  if (date < from || date > trip.returnsOn) throw errors.checkInClosed({ from, until: trip.returnsOn });
}

const notSeen = {
  field: '/body/documentSeen',
  rule: 'const',
  message: { zh: '必须为 true', en: 'must be true' },
};
