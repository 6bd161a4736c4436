import { shownPrice } from '../../pricing/shown-price.ts';
import { facets, type Facet } from '../index-product.ts';
import { lastCharacter, longestPart, textKey } from '../words/parts.ts';
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

/**
 * As SQL: the products that have all these words, each once and the newest first; for dates close together only such as depart on one of them.
 * @param before only products older than this one
 */
export function namedBy(
  words: readonly string[],
  dates: Pick<Filters, 'departsFrom' | 'departsUntil'>,
  agencyId: string,
  before: string | undefined,
): Condition {
  const having = words.map((word) => ({
    sql: 'select product_id from booking.product_endings where agency_id = ? and ending >= ? and ending < ?',
    values: [agencyId, word, word + lastCharacter],
  }));
  const each = [...having, ...departingBetween(dates, agencyId)];
  return {
    sql: `select product_id from (${each.map(({ sql }) => sql).join(' intersect ')}) as named
            ${before === undefined ? '' : 'where product_id < ?'} group by product_id order by product_id desc offset 0`,
    values: [...each.flatMap(({ values }) => values), ...(before === undefined ? [] : [before])],
  };
}

/** Days for which all departures cost less to read than those of each product by itself. */
const closeDays = 14;

function departingBetween(
  { departsFrom, departsUntil }: Pick<Filters, 'departsFrom' | 'departsUntil'>,
  agencyId: string,
): Condition[] {
  if (departsFrom === undefined || departsUntil === undefined) return [];
  if (Temporal.PlainDate.from(departsFrom).until(departsUntil).days > closeDays) return [];
  const sql = `select product_id from booking.departures where agency_id = ? and departs_on >= ?::date and departs_on <= ?::date`;
  return [{ sql, values: [agencyId, departsFrom, departsUntil] }];
}

/**
 * What a product `p` must be, besides having the words. Only what was asked for becomes part of the statement. Each asks for a value of that one
 * product and none by `in (select …)` or `exists`, of which the planner makes joins that read all there are.
 * @param now the moment at which departures must still be for sale
 */
export const conditionsOf = (asked: Filters, now: Temporal.Instant): Condition[] => [
  ...facets.flatMap((facet) => {
    const values = asked[facet];
    return values ? [{ sql: facetIs[facet], values: [values] }] : [];
  }),
  ...(asked.minimumDays === undefined ? [] : [{ sql: 'p.days >= ?', values: [asked.minimumDays] }]),
  ...(asked.maximumDays === undefined ? [] : [{ sql: 'p.days <= ?', values: [asked.maximumDays] }]),
  ...(asked.bookable === undefined ? [] : [bookableIs(asked.bookable)]),
  ...saleOf(asked, now),
];

/** By the product's own columns: reading them costs less than a look into the index of facets, however many products are gone through. */
const facetIs: Readonly<Record<Facet, string>> = {
  kind: 'p.kind in (?)',
  country: 'p.destination_country in (?)',
  city: 'p.destination_city in (?)',
  theme: 'p.themes && array[?]::text[]',
  transport: `jsonb_exists_any(p.details->'transport', array[?]::text[])`,
  lodging: `p.details->>'lodgingClass' in (?)`,
};

/** What can be bought has a listed price, in whatever currency: one look into the key of the listings a product. */
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
): Condition[] {
  const listed = {
    sql: `(select true from booking.product_listings b
            where b.agency_id = p.agency_id and b.product_id = p.id and b.currency = ? and b.from_amount <= ? limit 1)`,
    values: [currency, budget],
  };
  const withinBudget = budget === undefined ? [] : [listed];
  if (departsFrom === undefined && departsUntil === undefined) return withinBudget;
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
    sql: `(select true from booking.departures d where d.agency_id = p.agency_id and d.product_id = p.id
            and d.state in ('open', 'guaranteed') and d.remaining > 0 ${days.map(({ sql }) => sql).join(' ')} limit 1)`,
    values: days.flatMap(({ values }) => values),
  };
  return [...withinBudget, departure];
}
