import type { PricedLine } from '../../pricing/lines.ts';
import { isNobody, quotedExtras, takesSeat, type TravellerCategory } from '../../pricing/price.ts';
import type { Content } from '../content.ts';

/** What an order takes over from the quotation the customer has accepted. */
export interface Quoted {
  readonly lines: readonly PricedLine[];
  readonly counts: readonly { readonly category: TravellerCategory; readonly count: number }[];
  readonly seats: number;
  readonly total: bigint;
}

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/**
 * The lines of the order: those of the departure with what was taken off each, and one for all that was quoted beside. Their amounts add up to the
 * quotation's total; no price is looked up again.
 */
export function quotedOrder({ lines, total }: Pick<Content, 'lines' | 'total'>): Quoted {
  const ofDeparture = lines.flatMap(({ category, count, unitPrice, amount, net }) => {
    if (category === null) return [];
    const discount = BigInt(amount) - BigInt(net);
    return [{ category, count, unitPrice: BigInt(unitPrice), amount: BigInt(net), discount }];
  });
  const beside = lines.filter(({ category }) => category === null);
  const price = sum(beside.map(({ amount }) => amount));
  const net = sum(beside.map((line) => line.net));
  const extras = {
    category: quotedExtras,
    count: 1,
    unitPrice: price,
    amount: net,
    discount: price - net,
  } as const;
  return {
    lines: beside.length > 0 ? [...ofDeparture, extras] : ofDeparture,
    counts: ofDeparture.flatMap(
      ({ category, count }) =>
        isNobody(category) ? [] : [{ category: category as TravellerCategory, count }], // what is left are travellers
    ),
    seats: ofDeparture
      .filter(({ category }) => takesSeat(category))
      .reduce((seats, { count }) => seats + count, 0),
    total: BigInt(total),
  };
}
