import { coverOf } from '../../pictures/cover.ts';
import type { Facet } from '../index-product.ts';
import type { Condition } from '../search/conditions.ts';
import { weights, type Needs } from './decide.ts';
import { shownPrice } from '../../pricing/shown-price.ts';

/** Products that are judged at the most. */
const judgedAtMost = 100;

/**
 * The products that come into question, best first as far as the catalogue's index tells: by place, theme, transport, lodging and listed price;
 * each with its cheapest departure on the days asked for.
 */
export function candidateStatement(needs: Needs, agencyId: string, now: Temporal.Instant): Condition {
  const wished = wishesOf(needs);
  const { budget, currency } = needs;
  const matched = wishedProducts(wished, agencyId);
  return {
    sql: `with published as materialized (
            select id from booking.products where agency_id = ? and state = 'published'
          ), affordable as materialized (
            select product_id from booking.product_listings where agency_id = ? and currency = ? and from_amount <= ?::bigint
          ), best as (
            select p.id, ${wished.length > 0 ? 'matched.weight' : '0'} + case when affordable.product_id is null then 0 else ${weights.budget} end as weight
            from published p ${matched.sql}
            left join affordable on affordable.product_id = p.id
            order by weight desc, p.id desc limit ${judgedAtMost}
          )
          select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            ${coverOf('p')} as cover, offer.amount as "fromAmount", offer.currency, offer.departs_on::text as "departsOn", null as "sortedBy"
          from best join booking.products p on p.agency_id = ? and p.id = best.id
          left join lateral (
            select shown.amount, d.currency, d.departs_on from booking.departures d cross join lateral ${shownPrice} shown
            where shown.amount is not null and d.agency_id = p.agency_id and d.product_id = p.id and d.currency = ? and d.state in ('open', 'guaranteed') and d.remaining > 0
              and d.departs_on >= ?::date and d.departs_on <= ?::date
              and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz
            order by shown.amount, d.departs_on limit 1
          ) offer on true`,
    values: [
      ...[agencyId, agencyId, currency, budget === undefined ? null : budget.toString(), ...matched.values],
      ...[
        agencyId,
        currency,
        needs.departsFrom ?? '0001-01-01',
        needs.departsUntil ?? '9999-12-31',
        now.toString(),
      ],
    ],
  };
}

interface Wish {
  readonly facet: Facet;
  readonly value: string;
  readonly weight: number;
}

/** Products that have anything that is wished, with the sum of its weights: each value is a range of the index. */
function wishedProducts(wished: readonly Wish[], agencyId: string): Condition {
  if (wished.length === 0) return { sql: '', values: [] };
  const parts = wished.map(({ facet, value, weight }) => ({
    sql: `select product_id, ?::integer as weight from booking.product_facets where agency_id = ? and facet = ? and value = ?`,
    values: [weight, agencyId, facet, value],
  }));
  return {
    sql: `join (select product_id, sum(weight) as weight from (${parts.map(({ sql }) => sql).join(' union all ')}) as wished group by product_id) matched
            on matched.product_id = p.id`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** What the index knows of the needs, with its weight; one theme of several is a part of it. */
function wishesOf({ country, city, theme = [], transport = [], lodging }: Needs): Wish[] {
  const wish = (facet: Facet, values: readonly string[], weight: number) =>
    values.map((value) => ({ facet, value, weight: Math.ceil(weight / values.length) }));
  return [
    ...wish('country', country === undefined ? [] : [country], weights.destination),
    ...wish('city', city === undefined ? [] : [city], weights.destination),
    ...wish('theme', theme, weights.theme),
    ...wish('transport', transport, weights.transport),
    ...wish('lodging', lodging === undefined ? [] : [lodging], weights.lodging),
  ];
}
