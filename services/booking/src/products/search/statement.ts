import { coverOf } from '../../pictures/cover.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import { listed, sorts, sourceOf, type Search, type Source } from './source.ts';

interface Scope {
  readonly agencyId: string;
  readonly now: Temporal.Instant;
}

/**
 * The first products of a search.
 * @param selected which columns @param atMost stands in the text: the planner must know that it is few
 */
function firstOf(
  asked: Search,
  now: Temporal.Instant,
  source: Source,
  selected: string,
  atMost: number,
): Condition {
  const { direction } = sorts[asked.sort];
  const conditions = conditionsOf(asked, now);
  return {
    sql: `select ${selected} ${source.sql}
          where true ${source.beyond.sql} ${conditions.map(({ sql }) => `and ${sql}`).join(' ')}
          order by ${source.by === undefined ? '' : `${source.by} ${direction},`} ${source.id} ${direction} limit ${atMost}`,
    values: [...source.values, ...source.beyond.values, ...conditions.flatMap(({ values }) => values)],
  };
}

/**
 * One page, in one statement: the products found bring along what is shown of them; a price that was not looked for is looked up for each (`offset 0`
 * keeps the planner from reading all there are: it does not know how few a page has).
 */
export function pageStatement(asked: Search, { agencyId, now }: Scope): Condition {
  const { direction } = sorts[asked.sort];
  const source = sourceOf(asked, agencyId);
  const carried = `p.*, ${source.by ?? 'null::bigint'} as sorted_by${source.priced ? ', l.from_amount, l.currency, l.departs_on' : ''}`;
  const found = firstOf(asked, now, source, carried, asked.limit + 1);
  const price = source.priced
    ? { sql: '', values: [] }
    : {
        sql: `left join lateral (
                select ${listed} from booking.product_listings where agency_id = ? and product_id = p.id and currency = ? offset 0
              ) l on true`,
        values: [agencyId, asked.currency ?? 'CNY'],
      };
  return {
    sql: `with found as materialized (${found.sql})
          select p.id, kind, state, name, summary, details, destination_country as "destinationCountry",
            destination_city as "destinationCity", days, themes, version, created_at as "createdAt",
            ${coverOf('p')} as cover, from_amount as "fromAmount", currency, departs_on::text as "departsOn", sorted_by::text as "sortedBy"
          from found p ${price.sql}
          order by sorted_by ${direction}, p.id ${direction}`,
    values: [...found.values, ...price.values],
  };
}

/** Products that facets are counted over at the most: the newest of those found, so that the cost does not grow with the catalogue. */
export const countedAtMost = 500;

/** How many of the products found have which value, in one statement; each product's own are looked up. */
export function facetStatement(asked: Search, { agencyId, now }: Scope): Condition {
  const found = firstOf(asked, now, sourceOf(asked, agencyId), 'p.id', countedAtMost);
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
    values: [...found.values, agencyId],
  };
}
