import type { Texts } from '@yitu/kernel';
import { errors } from '../errors.ts';
import {
  priceOf,
  singleSupplement,
  type Buying,
  type LineCategory,
  type PriceCategory,
  type Priced,
} from './price.ts';

/** What so many of a category cost, in minor units. */
export interface PricedLine {
  readonly category: LineCategory;
  /** Which of its category; 0 where left out. */
  readonly place?: number;
  /** How a quotation calls what it adds. */
  readonly text?: Texts;
  readonly count: number;
  readonly unitPrice: bigint;
  /** Count times price, less the discount. */
  readonly amount: bigint;
  /** What a quotation has taken off; nothing where left out. */
  readonly discount?: bigint;
}

/** Minor units: amounts have 18 digits at most, wherever they are written. */
const largestAmount = 10n ** 18n - 1n;

/**
 * One line for each category that is bought, and one for those who have a room alone.
 * @param singleRooms how many travel with a room to themselves @throws booking/no-price
 */
export function pricedLines(
  offer: Priced,
  counts: readonly { readonly category: PriceCategory; readonly count: number }[],
  singleRooms: number,
  buyer: Omit<Buying, 'travellerCategory'>,
): PricedLine[] {
  const supplements = singleRooms > 0 ? [{ category: singleSupplement, count: singleRooms } as const] : [];
  return [...counts, ...supplements].map(({ category, count }) => {
    const unitPrice = priceOf(offer, { ...buyer, travellerCategory: category });
    return { category, count, unitPrice, amount: unitPrice * BigInt(count) };
  });
}

/** @throws booking/amount-too-large */
export function totalOf(lines: readonly PricedLine[]): bigint {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (total <= largestAmount) return total;
  const message = { zh: '金额过大', en: 'makes an amount that is too large' };
  throw errors.amountTooLarge({ fields: [{ field: '/body/counts', rule: 'amount', message }] });
}
