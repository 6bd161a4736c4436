import { addDays, today } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import type { NamedTraveller } from '../named-travellers.ts';
import type { OrderState } from '../order.ts';

/** What replacing needs to know of an order. */
interface Booked {
  readonly state: OrderState;
  readonly holdExpiresAt: Temporal.Instant | null | undefined;
  readonly travellers: readonly NamedTraveller[];
}

interface Trip {
  readonly departsOn: string;
  readonly cutOffDays: number;
  readonly timeZone: string;
  readonly tripBeganAt?: Temporal.Instant | null | undefined;
}

/** Who travels no more, and who in their place. */
export interface Replacement {
  readonly travellerId: string;
  readonly byTravellerId: string;
}

/**
 * Whether somebody may travel in the place of another who is named in an approved order: by the agency's rule, until the cut-off. The place keeps its
 * category and its price.
 * @param rule of the departure's day @returns whoever travels in which category then
 * @throws booking/wrong-state, hold-over, replacement-not-allowed, replacing-over, not-named, traveller-twice
 */
export function decideReplacement(
  { state, holdExpiresAt, travellers }: Booked,
  trip: Trip,
  { travellerId, byTravellerId }: Replacement,
  { rule, now }: { readonly rule: 'until-cut-off' | 'never'; readonly now: Temporal.Instant },
): NamedTraveller {
  if (state !== 'awaiting-payment' && state !== 'confirmed') throw errors.wrongState({ state });
  if (rule === 'never') throw errors.replacementNotAllowed();
  const cutOff = addDays(trip.departsOn, -trip.cutOffDays);
  if (trip.tripBeganAt || today(now, trip.timeZone) > cutOff) throw errors.replacingOver({ cutOff });
  if (holdExpiresAt && Temporal.Instant.compare(holdExpiresAt, now) <= 0) throw errors.holdOver();
  const place = travellers.find((one) => one.travellerId === travellerId);
  if (!place) throw errors.notNamed({ fields: [{ field: '/body/travellerId', ...notNamed }] });
  if (travellers.some((one) => one.travellerId === byTravellerId))
    throw errors.travellerTwice({ fields: [{ field: '/body/byTravellerId', ...named }] });
  return { travellerId: byTravellerId, category: place.category };
}

const notNamed = {
  rule: 'named',
  message: { zh: '不在该订单的出行人中', en: 'is not named in the order' },
};
const named = {
  rule: 'once',
  message: { zh: '已在该订单的出行人中', en: 'is named in the order already' },
};
