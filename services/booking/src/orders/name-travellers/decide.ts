import { today } from '@yitu/kernel';
import type { LineCategory } from '../../pricing/price.ts';
import { errors } from '../../errors.ts';
import type { OrderState } from '../order.ts';
import { checkTravellers, type NamedTraveller } from '../named-travellers.ts';

/** What naming needs to know of an order. */
export interface Unnamed {
  readonly state: OrderState;
  readonly holdExpiresAt: Temporal.Instant | null | undefined;
  readonly lines: readonly { readonly category: LineCategory; readonly count: number }[];
  /** Who is named already: they stay. */
  readonly travellers: readonly NamedTraveller[];
}

interface Trip {
  readonly departsOn: string;
  readonly timeZone: string;
  readonly tripBeganAt?: Temporal.Instant | null | undefined;
}

/**
 * Whether unnamed places of an order may be given these travellers: once it is approved and until its trip begins. Places are filled, nobody is put in
 * another's place; who an order is for before its approval is changed by its author.
 * @throws booking/wrong-state, hold-over, naming-over, traveller-twice, travellers-exceed-counts
 */
export function decideNaming(
  order: Unnamed,
  trip: Trip,
  travellers: readonly NamedTraveller[],
  now: Temporal.Instant,
): void {
  const { state, holdExpiresAt } = order;
  const begun = trip.tripBeganAt || today(now, trip.timeZone) > trip.departsOn;
  if (state === 'travelling') throw errors.namingOver();
  if (state !== 'awaiting-payment' && state !== 'confirmed') throw errors.wrongState({ state });
  if (begun) throw errors.namingOver();
  if (holdExpiresAt && Temporal.Instant.compare(holdExpiresAt, now) <= 0) throw errors.holdOver();
  checkTravellers({ counts: order.lines, travellers: [...order.travellers, ...travellers] });
}
