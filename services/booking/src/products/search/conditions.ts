import { facets } from '../index-product.ts';
import { lastCharacter, longestPart, textKey } from '../words/parts.ts';
import type { Filters } from './filters.ts';
import { shownPrice } from '../../pricing/shown-price.ts';

/** A part of a statement with the values of its `?`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The words of a search, each as long as an index entry at the most. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    textKey(text)
      .split(' ')
      .map((word) => Array.from(word).slice(0, longestPart).join(''))
      .filter((word) => word !== ''),
  ),
];

/**
 * Only what was asked for becomes part of the statement, so that each search finds its index. Products stand in it as `p`, their listed price in
 * the currency asked for as `l`.
 * @param agencyId whose products @param now the moment at which departures must still be for sale @param priced whether there is an `l`
 */
export function conditionsOf(
  asked: Filters,
  agencyId: string,
  now: Temporal.Instant,
  priced: boolean,
): Condition[] {
  const { text = '', minimumDays, maximumDays } = asked;
  const words = wordsOf(text).map((word) => ({
    sql: 'p.id in (select product_id from booking.product_endings where agency_id = ? and ending >= ? and ending < ?)',
    values: [agencyId, word, word + lastCharacter],
  }));
  const exact = facets.flatMap((facet) => {
    const values = asked[facet];
    if (!values) return [];
    const sql = `p.id in (select product_id from booking.product_facets where agency_id = ? and facet = ? and value in (?))`;
    return [{ sql, values: [agencyId, facet, values] }];
  });
  return [
    ...words,
    ...exact,
    ...(minimumDays === undefined ? [] : [{ sql: 'p.days >= ?', values: [minimumDays] }]),
    ...(maximumDays === undefined ? [] : [{ sql: 'p.days <= ?', values: [maximumDays] }]),
    ...(asked.bookable === undefined ? [] : [bookableIs(asked.bookable)]),
    ...saleOf(asked, now, priced ? undefined : agencyId),
  ];
}

/**
 * What can be bought has a listed price, in whatever currency: one look into the key of the listings a product. Asked for a value and not by `exists`,
 * of which the planner makes a join that reads all listings there are.
 */
const bookableIs = (bookable: boolean): Condition => ({
  sql: `(select true from booking.product_listings b where b.agency_id = p.agency_id and b.product_id = p.id limit 1) is ${bookable ? 'not null' : 'null'}`,
  values: [],
});

/**
 * Dates ask for a departure of theirs, within the budget where there is one; a budget alone asks for the listed price. With both the listed price,
 * which is the lowest of all, rules most products out before their departures are looked at.
 */
function saleOf(
  { departsFrom, departsUntil, budget, currency = 'CNY' }: Filters,
  now: Temporal.Instant,
  agencyId: string | undefined,
): Condition[] {
  const withinBudget =
    agencyId === undefined
      ? { sql: 'l.from_amount <= ?', values: [budget] }
      : {
          sql: 'p.id in (select product_id from booking.product_listings where agency_id = ? and currency = ? and from_amount <= ?)',
          values: [agencyId, currency, budget],
        };
  const listed = budget === undefined ? [] : [withinBudget];
  if (departsFrom === undefined && departsUntil === undefined) return listed;
  const price = `and d.currency = ? and ${shownPrice} <= ?`;
  const days = [
    ...(departsFrom === undefined ? [] : [{ sql: 'and d.departs_on >= ?', values: [departsFrom] }]),
    ...(departsUntil === undefined ? [] : [{ sql: 'and d.departs_on <= ?', values: [departsUntil] }]),
    {
      sql: 'and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz',
      values: [now.toString()],
    },
    ...(budget === undefined ? [] : [{ sql: price, values: [currency, budget] }]),
  ];
  const departure = {
    sql: `exists (select from booking.departures d where d.agency_id = p.agency_id and d.product_id = p.id
            and d.state in ('open', 'guaranteed') and d.remaining > 0 ${days.map(({ sql }) => sql).join(' ')})`,
    values: days.flatMap(({ values }) => values),
  };
  return [...listed, departure];
}
