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
  const matched = {
    sql: `join (select product_id, sum(wish.weight) as weight from booking.product_facets
            join jsonb_to_recordset(?::jsonb) as wish (facet text, value text, weight integer) using (facet, value)
            where agency_id = ? group by product_id) matched on matched.product_id = p.id`,
    values: [JSON.stringify(wished), agencyId],
  };
  const { sql: join, values: joined } = wished.length > 0 ? matched : { sql: '', values: [] };
  const { budget, currency } = needs;
  return {
    sql: `with best as (
            select p.id, ${wished.length > 0 ? 'matched.weight' : '0'} + case when l.from_amount <= ?::bigint then ${weights.budget} else 0 end as weight
            from booking.products p ${join}
            left join booking.product_listings l on l.agency_id = p.agency_id and l.product_id = p.id and l.agency_id = ? and l.currency = ?
            where p.agency_id = ? and p.state = 'published'
            order by weight desc, p.id desc limit ${judgedAtMost}
          )
          select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            offer.amount as "fromAmount", offer.currency, offer.departs_on::text as "departsOn", null as "sortedBy"
          from best join booking.products p on p.agency_id = ? and p.id = best.id
          left join lateral (
            select shown.amount, d.currency, d.departs_on from booking.departures d cross join lateral ${shownPrice} shown
            where shown.amount is not null and d.agency_id = p.agency_id and d.product_id = p.id and d.currency = ? and d.state in ('open', 'guaranteed') and d.remaining > 0
              and d.departs_on >= ?::date and d.departs_on <= ?::date
              and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz
            order by shown.amount, d.departs_on limit 1
          ) offer on true`,
    values: [
      ...[budget === undefined ? null : budget.toString(), ...joined, agencyId, currency, agencyId],
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

/** What the index knows of the needs, with its weight; one theme of several is a part of it. */
function wishesOf({ country, city, theme = [], transport = [], lodging }: Needs) {
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
