import { addDays, today } from '@yitu/kernel';
import { keptUntil } from '../../departures/closing.ts';
import { errors } from '../../errors.ts';
import { checkOnce } from '../../once.ts';
import { pricedLines, totalOf, type PricedLine } from '../../pricing/lines.ts';
import {
  takesSeat,
  type AgentTerms,
  type Channel,
  type PriceRow,
  type TravellerCategory,
} from '../../pricing/price.ts';
import { checkTravellers } from '../named-travellers.ts';

/** What pricing and taking seats needs to know of a departure. */
export interface Offer {
  readonly departsOn: string;
  readonly timeZone: string;
  readonly cutOffDays: number;
  readonly state: string;
  readonly currency: string;
  readonly prices: readonly PriceRow[];
  /** What the selling branch has agreed as an agent. */
  readonly agentTerms?: AgentTerms | undefined;
}

export interface Wish {
  readonly counts: readonly { readonly category: TravellerCategory; readonly count: number }[];
  readonly travellers: readonly { readonly travellerId: string; readonly category: TravellerCategory }[];
  /** The customer's category in crm. */
  readonly customerCategory: string;
  readonly channel: Channel;
  /** How many of the adults have a room alone. */
  readonly singleRooms: number;
}

export interface Placing {
  readonly lines: readonly PricedLine[];
  readonly seats: number;
  readonly total: bigint;
  readonly holdExpiresAt: Temporal.Instant;
}

/**
 * Whether an order may be placed, for how much and how many seats, and until when they are held: at most to the cut-off. Whether the seats are there is decided by the
 * statement that takes them.
 * @throws booking/departure-not-open, cut-off-passed, category-twice, no-price, amount-too-large, nobody-travels, single-rooms-exceed-adults,
 * traveller-twice, travellers-exceed-counts
 */
export function decidePlacing(offer: Offer, wish: Wish, holdMinutes: number, now: Temporal.Instant): Placing {
  checkOnSale(offer, now);
  return { ...reckonWish(offer, wish), holdExpiresAt: keptUntil(offer, holdMinutes, now) };
}

/** Whether seats of a departure are sold. @throws booking/departure-not-open, cut-off-passed */
export function checkOnSale(offer: Offer, now: Temporal.Instant): void {
  if (offer.state !== 'open' && offer.state !== 'guaranteed')
    throw errors.departureNotOpen({ state: offer.state });
  const cutOff = addDays(offer.departsOn, -offer.cutOffDays);
  if (today(now, offer.timeZone) > cutOff) throw errors.cutOffPassed({ cutOff });
}

/** What is wished costs, and how many seats it takes, whether or not seats are sold. @throws as decidePlacing, but for what checkOnSale refuses */
export function reckonWish(offer: Offer, wish: Wish): Omit<Placing, 'holdExpiresAt'> {
  checkOnce(wish.counts, ({ category }) => category, '/body/counts', errors.categoryTwice);
  const lines = pricedLines(offer, wish.counts, wish.singleRooms, wish);
  const seats = lines
    .filter(({ category }) => takesSeat(category))
    .reduce((sum, { count }) => sum + count, 0);
  if (seats === 0) throw errors.nobodyTravels();
  checkSingleRooms(wish);
  checkTravellers(wish);
  return { lines, seats, total: totalOf(lines) };
}

function checkSingleRooms({ counts, singleRooms }: Wish): void {
  const adults = counts.find(({ category }) => category === 'adult')?.count ?? 0;
  if (singleRooms <= adults) return;
  const message = { zh: '不能多于成人人数', en: 'must not be more than the adults' };
  throw errors.singleRoomsExceedAdults({
    fields: [{ field: '/body/singleRooms', rule: 'single-rooms', message }],
  });
}
