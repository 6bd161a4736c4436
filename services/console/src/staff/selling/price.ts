import type { Departure } from '../../api/gen/booking.ts';
import { countList, type Counts } from './party.ts';
import type { PriceCategory } from './words.ts';

/**
 * What one of a category costs at a departure, in minor units: the customer's own group goes before everybody, within it the channel before all
 * channels. It shows what to expect; what an order costs is said by the service that places it.
 */
export function listedPrice(
  { prices }: Pick<Departure, 'prices'>,
  travellerCategory: PriceCategory,
  customerCategory: string,
  channel: 'counter' | 'portal' | 'agent' = 'counter',
): string | undefined {
  const own = prices.filter((price) => price.travellerCategory === travellerCategory);
  for (const customers of [customerCategory, '*'])
    for (const where of [channel, '*']) {
      const found = own.find((price) => price.customerCategory === customers && price.channel === where);
      if (found) return found.amount;
    }
  return undefined;
}

export interface PricedLine {
  readonly category: PriceCategory;
  readonly count: number;
  /** Undefined where the departure does not sell it. */
  readonly unitPrice: string | undefined;
}

/** What a party costs, line by line. */
export function pricedLines(
  departure: Pick<Departure, 'prices'>,
  { counts, singleRooms }: { readonly counts: Counts; readonly singleRooms: number },
  customerCategory: string,
): PricedLine[] {
  const wanted: { category: PriceCategory; count: number }[] = [
    ...countList(counts),
    ...(singleRooms > 0 ? [{ category: 'single-supplement' as const, count: singleRooms }] : []),
  ];
  return wanted.map((one) => ({ ...one, unitPrice: listedPrice(departure, one.category, customerCategory) }));
}

export const amountOf = ({ count, unitPrice = '0' }: PricedLine): string =>
  String(BigInt(unitPrice) * BigInt(count));
