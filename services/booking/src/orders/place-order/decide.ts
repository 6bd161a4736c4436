import { addDays, today } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { checkOnce } from '../../once.ts';
import { everyCustomer, takesSeat, type TravellerCategory } from '../../departures/departure.ts';

/** Minor units: amounts have 18 digits at most, wherever they are written. */
const largestAmount = 10n ** 18n - 1n;

/** What pricing and taking seats needs to know of a departure. */
export interface Offer {
  readonly departsOn: string;
  readonly timeZone: string;
  readonly cutOffDays: number;
  readonly state: string;
  readonly currency: string;
  readonly prices: readonly {
    travellerCategory: TravellerCategory;
    customerCategory: string;
    amount: bigint;
  }[];
}

export interface Wish {
  readonly counts: readonly { readonly category: TravellerCategory; readonly count: number }[];
  readonly travellers: readonly { readonly travellerId: string; readonly category: TravellerCategory }[];
  /** The customer's category in crm. */
  readonly customerCategory: string;
}

export interface Placing {
  readonly lines: readonly {
    category: TravellerCategory;
    count: number;
    unitPrice: bigint;
    amount: bigint;
  }[];
  readonly seats: number;
  readonly total: bigint;
  readonly holdExpiresAt: Temporal.Instant;
}

/**
 * Whether an order may be placed, for how much and how many seats, and until when they are held. The price of the customer's own category goes
 * before that for everybody. Whether the seats are there is decided by the statement that takes them.
 * @throws booking/departure-not-open, cut-off-passed, category-twice, no-price, amount-too-large, nobody-travels, traveller-twice,
 * travellers-exceed-counts
 */
export function decidePlacing(offer: Offer, wish: Wish, holdMinutes: number, now: Temporal.Instant): Placing {
  if (offer.state !== 'open' && offer.state !== 'guaranteed')
    throw errors.departureNotOpen({ state: offer.state });
  const cutOff = addDays(offer.departsOn, -offer.cutOffDays);
  if (today(now, offer.timeZone) > cutOff) throw errors.cutOffPassed({ cutOff });
  checkOnce(wish.counts, ({ category }) => category, '/body/counts', errors.categoryTwice);
  const lines = wish.counts.map(({ category, count }) =>
    priced(offer, category, count, wish.customerCategory),
  );
  const seats = lines
    .filter(({ category }) => takesSeat(category))
    .reduce((sum, { count }) => sum + count, 0);
  if (seats === 0) throw errors.nobodyTravels();
  checkTravellers(wish);
  return {
    lines,
    seats,
    total: totalOf(lines),
    holdExpiresAt: now.add({ minutes: holdMinutes }),
  };
}

function priced({ prices }: Offer, category: TravellerCategory, count: number, customerCategory: string) {
  const ofCategory = prices.filter(({ travellerCategory }) => travellerCategory === category);
  const price =
    ofCategory.find((one) => one.customerCategory === customerCategory) ??
    ofCategory.find((one) => one.customerCategory === everyCustomer);
  if (!price) throw errors.noPrice({ category });
  return { category, count, unitPrice: price.amount, amount: price.amount * BigInt(count) };
}

function totalOf(lines: Placing['lines']): bigint {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (total <= largestAmount) return total;
  const message = { zh: '金额过大', en: 'makes an amount that is too large' };
  throw errors.amountTooLarge({ fields: [{ field: '/body/counts', rule: 'amount', message }] });
}

function checkTravellers({ counts, travellers }: Wish): void {
  checkOnce(travellers, ({ travellerId }) => travellerId, '/body/travellers', errors.travellerTwice);
  const named = Map.groupBy(travellers, ({ category }) => category);
  for (const [category, list] of named) {
    const ordered = counts.find((one) => one.category === category)?.count ?? 0;
    if (list.length > ordered) throw errors.travellersExceedCounts({ category });
  }
}
