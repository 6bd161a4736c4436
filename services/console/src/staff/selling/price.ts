import type { Departure } from '../../api/gen/booking.ts';
import type { PriceCategory } from './words.ts';

/**
 * What one of a category costs at a departure, in minor units: the customer's own group goes before everybody, within it the channel before all
 * channels. It is what a list shows of a departure; what an order costs is asked of the service that places it.
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
