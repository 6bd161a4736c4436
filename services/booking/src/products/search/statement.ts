import { coverOf } from '../../pictures/cover.ts';
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

/**
 * Products a statement chooses from. Their listed price is joined only where they are ordered by it: then only those that have one. Nothing but what
 * stands in an index is read of those that are not chosen in the end.
 */
function chosen(asked: Search, { agencyId, now }: Scope): Condition {
  const priced = sorts[asked.sort].by === 'l.from_amount';
  const conditions = [
    { sql: 'p.agency_id = ?', values: [agencyId] },
    { sql: 'p.state = ?', values: [asked.state] },
    ...conditionsOf(asked, agencyId, now, priced),
  ];
  return {
    sql: `from booking.products p ${priced ? listed : ''} where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    values: [...(priced ? listedFor(asked, agencyId) : []), ...conditions.flatMap(({ values }) => values)],
  };
}

const listed = `join booking.product_listings l
  on l.agency_id = p.agency_id and l.product_id = p.id and l.agency_id = ? and l.currency = ?`;
const listedFor = ({ currency = 'CNY' }: Search, agencyId: string) => [agencyId, currency];

/**
 * One page, in one statement: first which products, then what is shown of them, looked up for each (`offset 0` keeps the planner from reading all
 * there are: it does not know how few a page has).
 */
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
    sql: `with found as materialized (
            select p.id, ${by ?? 'null::bigint'} as sorted_by ${sql} ${beyond?.sql ?? ''}
            order by ${by === undefined ? '' : `${by} ${direction},`} p.id ${direction} limit ?
          )
          select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            ${coverOf('p')} as cover, l.from_amount as "fromAmount", l.currency, l.departs_on::text as "departsOn", sorted_by::text as "sortedBy"
          from found cross join lateral (select * from booking.products where agency_id = ? and id = found.id offset 0) p
            left join lateral (
              select * from booking.product_listings where agency_id = ? and product_id = found.id and currency = ? offset 0
            ) l on true
          order by sorted_by ${direction}, p.id ${direction}`,
    values: [
      ...[...values, ...(beyond?.values ?? []), asked.limit + 1],
      ...[scope.agencyId, ...listedFor(asked, scope.agencyId)],
    ],
  };
}

/** Products that facets are counted over at the most: the newest of those found, so that the cost does not grow with the catalogue. */
export const countedAtMost = 1_000;

/**
 * How many of the products found have which value, in one statement. Each product's own are looked up: all of the catalogue's would be read where
 * the planner may choose.
 */
export function facetStatement(asked: Search, scope: Scope): Condition {
  const { sql, values } = chosen(asked, scope);
  return {
    sql: `with found as materialized (select p.id ${sql} order by p.id desc limit ${countedAtMost})
          select facet, value, count, (select count(*)::integer from found) as total
          from (
            select facet, value, count(*)::integer as count, row_number() over (partition by facet order by count(*) desc, value) as place
            from found cross join lateral (
              select facet, value from booking.product_facets where agency_id = ? and product_id = found.id offset 0
            ) as stands
            group by facet, value
          ) as counted
          where place <= 50 order by facet, place`,
    values: [...values, scope.agencyId],
  };
}
