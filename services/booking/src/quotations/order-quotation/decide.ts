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

type Figures = Pick<Content['lines'][number], 'count' | 'unitPrice' | 'amount' | 'net'>;

const figuresOf = ({ count, unitPrice, amount, net }: Figures) => ({
  ...{ count, unitPrice: BigInt(unitPrice), amount: BigInt(net), discount: BigInt(amount) - BigInt(net) },
});

/**
 * The lines of the order, each with what was taken off it: those of the departure, and what was quoted beside by its place. Their amounts add up to
 * the quotation's total; no price is looked up again.
 */
export function quotedOrder({ lines, total }: Pick<Content, 'lines' | 'total'>): Quoted {
  const ofDeparture = lines.flatMap(({ category, ...line }) =>
    category === null ? [] : [{ category, ...figuresOf(line) }],
  );
  const beside = lines.filter(({ category }) => category === null);
  const extras = beside.map((line, index): PricedLine => ({
    ...{ category: quotedExtras, place: index + 1, text: line.text, ...figuresOf(line) },
  }));
  return {
    lines: [...ofDeparture, ...extras],
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
