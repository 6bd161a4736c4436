import { coverOf } from '../../pictures/cover.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import { sorts, sourceOf, type Search } from './source.ts';

interface Scope {
  readonly agencyId: string;
  readonly now: Temporal.Instant;
}

/**
 * The first products of a search.
 * @param selected which columns, where `by` is what they are ordered by @param atMost stands in the text: the planner must know that it is few
 */
function firstOf(
  asked: Search,
  { agencyId, now }: Scope,
  selected: (by: string) => string,
  atMost: number,
): Condition {
  const source = sourceOf(asked, agencyId);
  const { direction } = sorts[asked.sort];
  const conditions = conditionsOf(asked, now);
  return {
    sql: `select ${selected(source.by ?? 'null::bigint')} ${source.sql}
          where true ${source.beyond.sql} ${conditions.map(({ sql }) => `and ${sql}`).join(' ')}
          order by ${source.by === undefined ? '' : `${source.by} ${direction},`} ${source.id} ${direction} limit ${atMost}`,
    values: [...source.values, ...source.beyond.values, ...conditions.flatMap(({ values }) => values)],
  };
}

/**
 * One page, in one statement: first which products, then what is shown of them, looked up for each (`offset 0` keeps the planner from reading all
 * there are: it does not know how few a page has).
 */
export function pageStatement(asked: Search, scope: Scope): Condition {
  const { direction } = sorts[asked.sort];
  const found = firstOf(asked, scope, (by) => `p.id, ${by} as sorted_by`, asked.limit + 1);
  return {
    sql: `with found as materialized (${found.sql})
          select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            ${coverOf('p')} as cover, l.from_amount as "fromAmount", l.currency, l.departs_on::text as "departsOn", sorted_by::text as "sortedBy"
          from found cross join lateral (select * from booking.products where agency_id = ? and id = found.id offset 0) p
            left join lateral (
              select * from booking.product_listings where agency_id = ? and product_id = found.id and currency = ? offset 0
            ) l on true
          order by sorted_by ${direction}, p.id ${direction}`,
    values: [...found.values, scope.agencyId, scope.agencyId, asked.currency ?? 'CNY'],
  };
}

/** Products that facets are counted over at the most: the newest of those found, so that the cost does not grow with the catalogue. */
export const countedAtMost = 500;

/** How many of the products found have which value, in one statement; each product's own are looked up. */
export function facetStatement(asked: Search, scope: Scope): Condition {
  const found = firstOf(asked, scope, () => 'p.id', countedAtMost);
  return {
    sql: `with found as materialized (${found.sql})
          select facet, value, count, (select count(*)::integer from found) as total
          from (
            select facet, value, count(*)::integer as count, row_number() over (partition by facet order by count(*) desc, value) as place
            from found cross join lateral (
              select facet, value from booking.product_facets where agency_id = ? and product_id = found.id offset 0
            ) as stands
            group by facet, value
          ) as counted
          where place <= 50 order by facet, place`,
    values: [...found.values, scope.agencyId],
  };
}
