import type { ProductState } from '../product.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import type { Filters } from './filters.ts';

/** How results are ordered: what of a product decides, and in which direction it and then the id run. */
export const sorts = {
  newest: { by: undefined, direction: 'desc' },
  price: { by: 'l.from_amount', direction: 'asc' },
  'price-descending': { by: 'l.from_amount', direction: 'desc' },
  days: { by: 'p.days', direction: 'asc' },
} as const;

export type Sort = keyof typeof sorts;

export interface Search extends Filters {
  readonly sort: Sort;
  readonly limit: number;
  /** The place after which the page begins: of the last product its id, and what the order goes by. */
  readonly place?: { readonly id: string; readonly by: string | undefined } | undefined;
  readonly state: ProductState;
}

interface Scope {
  readonly agencyId: string;
  readonly now: Temporal.Instant;
}

/** Products a statement chooses from, with their listed price; by price only those that have one. */
function chosen(asked: Search, { agencyId, now }: Scope): Condition {
  const priced = sorts[asked.sort].by === 'l.from_amount' || asked.budget !== undefined;
  const conditions = [
    { sql: 'p.agency_id = ?', values: [agencyId] },
    { sql: 'p.state = ?', values: [asked.state] },
    ...conditionsOf(asked, agencyId, now),
  ];
  return {
    sql: `from booking.products p ${priced ? '' : 'left '}join booking.product_listings l
            on l.agency_id = p.agency_id and l.product_id = p.id and l.agency_id = ? and l.currency = ?
          where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    values: [agencyId, asked.currency ?? 'CNY', ...conditions.flatMap(({ values }) => values)],
  };
}

/** One page, in one statement. */
export function pageStatement(asked: Search, scope: Scope): Condition {
  const { sql, values } = chosen(asked, scope);
  const { by, direction } = sorts[asked.sort];
  const key = by === undefined ? 'p.id' : `(${by}, p.id)`;
  const { place } = asked;
  const beyond = place && {
    sql: `and ${key} ${direction === 'desc' ? '<' : '>'} (${by === undefined ? '?' : '?::bigint, ?::uuid'})`,
    values: by === undefined ? [place.id] : [place.by, place.id],
  };
  return {
    sql: `select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            l.from_amount as "fromAmount", l.currency, l.departs_on::text as "departsOn", ${by ?? 'null'}::text as "sortedBy"
          ${sql} ${beyond?.sql ?? ''}
          order by ${by === undefined ? '' : `${by} ${direction},`} p.id ${direction} limit ?`,
    values: [...values, ...(beyond?.values ?? []), asked.limit + 1],
  };
}

/** Products that facets are counted over at the most: the newest of those found, so that the cost does not grow with the catalogue. */
export const countedAtMost = 2_000;

/** How many of the products found have which value, in one statement. */
export function facetStatement(asked: Search, scope: Scope): Condition {
  const { sql, values } = chosen(asked, scope);
  return {
    sql: `with found as materialized (select p.id ${sql} order by p.id desc limit ${countedAtMost})
          select facet, value, count, (select count(*)::integer from found) as total
          from (
            select facet, value, count(*)::integer as count, row_number() over (partition by facet order by count(*) desc, value) as place
            from booking.product_facets join found on found.id = product_id where agency_id = ?
            group by facet, value
          ) as counted
          where place <= 50 order by facet, place`,
    values: [...values, scope.agencyId],
  };
}
