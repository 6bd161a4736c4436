import { priceCategories, priceOf, type Buying, type PriceCategory, type PriceRow } from './price.ts';

/** What each category costs a buyer, of those that have a price for them; minor units. */
export function pricesShown(
  prices: readonly PriceRow[],
  buyer: Omit<Buying, 'travellerCategory'>,
): { readonly category: PriceCategory; readonly amount: bigint }[] {
  const priced = new Set(
    prices
      .filter(
        ({ customerCategory }) => customerCategory === '*' || customerCategory === buyer.customerCategory,
      )
      .filter(({ channel }) => channel === '*' || channel === buyer.channel)
      .map(({ travellerCategory }) => travellerCategory),
  );
  return priceCategories
    .filter((category) => priced.has(category))
    .map((category) => ({
      category,
      amount: priceOf({ prices }, { ...buyer, travellerCategory: category }),
    }));
}
