import { facets, longestPart, textKey } from '../index-product.ts';
import type { Filters } from './filters.ts';

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

/** Above every character: a word is followed by something smaller. */
const last = '\u{10ffff}';

/**
 * Only what was asked for becomes part of the statement, so that each search finds its index. Products stand in it as `p`, their listed price in
 * the currency asked for as `l`.
 * @param agencyId whose products @param now the moment at which departures must still be for sale
 */
export function conditionsOf(asked: Filters, agencyId: string, now: Temporal.Instant): Condition[] {
  const { text = '', minimumDays, maximumDays } = asked;
  const words = wordsOf(text).map((word) => ({
    sql: 'p.id in (select product_id from booking.product_endings where agency_id = ? and ending >= ? and ending < ?)',
    values: [agencyId, word, word + last],
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
    ...saleOf(asked, now),
  ];
}

/** Dates ask for a departure of theirs, within the budget where there is one; a budget alone asks for the listed price. */
function saleOf(
  { departsFrom, departsUntil, budget, currency }: Filters,
  now: Temporal.Instant,
): Condition[] {
  if (departsFrom === undefined && departsUntil === undefined)
    return budget === undefined ? [] : [{ sql: 'l.from_amount <= ?', values: [budget] }];
  const within =
    budget === undefined
      ? { sql: '', values: [] }
      : {
          sql: `and d.currency = ? and exists (select from booking.departure_prices price
                where price.agency_id = d.agency_id and price.departure_id = d.id and price.traveller_category = 'adult'
                  and price.customer_category = '*' and price.amount <= ?)`,
          values: [currency, budget],
        };
  return [
    {
      sql: `exists (select from booking.departures d where d.agency_id = p.agency_id and d.product_id = p.id
              ${departsFrom === undefined ? '' : 'and d.departs_on >= ?'} ${departsUntil === undefined ? '' : 'and d.departs_on <= ?'}
              and d.state in ('open', 'guaranteed') and d.remaining > 0
              and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz ${within.sql})`,
      values: [
        ...[departsFrom, departsUntil].filter((date) => date !== undefined),
        now.toString(),
        ...within.values,
      ],
    },
  ];
}
