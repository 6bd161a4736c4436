import type { Offer, OrderDetail } from '../../api/gen/booking.ts';
import { sumOf } from '../../format/money.ts';

export const categories = ['adult', 'child-with-bed', 'child-without-bed', 'infant'] as const;
export type Category = (typeof categories)[number];

/** What is entered to order: how many of each, alone in a room, who they are, a note. */
export interface Party {
  readonly counts: Readonly<Partial<Record<Category, number>>>;
  readonly singleRooms: number;
  /** Travellers by seat, `adult-0`; a seat without one is named later. */
  readonly named: Readonly<Record<string, string>>;
  readonly note: string;
  /** Codes as they are typed; none in what was kept before there were any. */
  readonly coupons?: string;
}

export const emptyParty: Party = { counts: { adult: 1 }, singleRooms: 0, named: {}, note: '' };

export const countOf = ({ counts }: Party, category: Category): number => counts[category] ?? 0;

export const seatsOf = (party: Party): number =>
  categories.reduce((sum, category) => sum + countOf(party, category), 0);

/** Every seat with what it is known by. */
export const seatsByName = (
  party: Party,
): { readonly seat: string; readonly category: Category; readonly number: number }[] =>
  categories.flatMap((category) =>
    Array.from({ length: countOf(party, category) }, (_, index) => ({
      seat: `${category}-${index}`,
      category,
      number: index + 1,
    })),
  );

/** Those who are named, each on their seat. */
export const namedIn = (party: Party): { readonly travellerId: string; readonly category: Category }[] =>
  seatsByName(party).flatMap(({ seat, category }) => {
    const travellerId = party.named[seat];
    return travellerId ? [{ travellerId, category }] : [];
  });

/** What one of a category costs in minor units; undefined where it is not sold. */
export const priceOf = ({ prices }: Offer, category: Category | 'single-supplement'): string | undefined =>
  prices.find((price) => price.category === category)?.amount;

/** What the party costs, line by line, in minor units. */
export function linesOf(offer: Offer, party: Party) {
  const wanted = [
    ...categories.map((category) => ({ category, count: countOf(party, category) })),
    { category: 'single-supplement' as const, count: party.singleRooms },
  ];
  return wanted.flatMap(({ category, count }) => {
    const price = priceOf(offer, category);
    if (count === 0 || price === undefined) return [];
    return [{ category, count, price, amount: String(BigInt(price) * BigInt(count)) }];
  });
}

export const totalOf = (offer: Offer, party: Party): string =>
  sumOf(linesOf(offer, party).map(({ amount }) => amount));

/** The order as booking takes it. */
export function orderOf(offer: Offer, party: Party) {
  return {
    departureId: offer.id,
    counts: categories.flatMap((category) => {
      const count = countOf(party, category);
      return count > 0 ? [{ category, count }] : [];
    }),
    singleRooms: party.singleRooms,
    travellers: namedIn(party),
    note: party.note.trim(),
  };
}

/** Codes of coupons, as they were typed one after the other. */
export const couponsIn = ({ coupons = '' }: Party): string[] =>
  coupons.split(/[\s,，、;；]+/).filter(Boolean);

/** An order as it was entered. */
export function partyOf({ lines, travellers, note }: OrderDetail): Party {
  const countIn = (category: string) => lines.find((line) => line.category === category)?.count ?? 0;
  const named = categories.flatMap((category) =>
    travellers
      .filter((traveller) => traveller.category === category)
      .map(({ travellerId }, index) => [`${category}-${index}`, travellerId] as const),
  );
  return {
    counts: Object.fromEntries(categories.map((category) => [category, countIn(category)] as const)),
    singleRooms: countIn('single-supplement'),
    named: Object.fromEntries(named),
    note,
  };
}
