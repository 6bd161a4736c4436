import { coverOf } from '../../pictures/cover.ts';
import type { Condition } from '../search/conditions.ts';
import { weights, type Needs } from './decide.ts';
import { shownPrice } from '../../pricing/shown-price.ts';

/** Products that are judged at the most. */
const judgedAtMost = 100;

/**
 * The products that come into question: those of the city, then those of the country, then the newest others, of each those first of which most is true of
 * theme, transport, lodging and listed price; with their cheapest departure on the days asked for. What is not needed to have enough is not read.
 */
export function candidateStatement(needs: Needs, agencyId: string, now: Temporal.Instant): Condition {
  const { currency } = needs;
  const chosen = tiersOf(needs).map((tier) => productsOf(tier, needs, agencyId));
  return {
    sql: `with best as materialized (
            select id from (${chosen.map(({ sql }) => `(${sql})`).join(' union all ')}) as tiers limit ${judgedAtMost}
          )
          select p.id, p.kind, p.state, p.name, p.summary, p.details, p.destination_country as "destinationCountry",
            p.destination_city as "destinationCity", p.days, p.themes, p.version, p.created_at as "createdAt",
            ${coverOf('p')} as cover, offer.amount as "fromAmount", offer.currency, offer.departs_on::text as "departsOn", null as "sortedBy"
          from best cross join lateral (select * from booking.products where agency_id = ? and id = best.id offset 0) p
          left join lateral (
            select shown.amount, d.currency, d.departs_on from booking.departures d cross join lateral ${shownPrice} shown
            where shown.amount is not null and d.agency_id = p.agency_id and d.product_id = p.id and d.currency = ? and d.state in ('open', 'guaranteed') and d.remaining > 0
              and d.departs_on >= ?::date and d.departs_on <= ?::date
              and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz
            order by shown.amount, d.departs_on limit 1
          ) offer on true`,
    values: [
      ...chosen.flatMap(({ values }) => values),
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

/** Products that go elsewhere, or anywhere where no place is stated, that are looked at at the most, so that the cost does not grow with the catalogue. */
const othersAtMost = 2_000;

/** Where they go, in the order they come into question; a product stands in one of them. */
function tiersOf({ country, city }: Needs): (Condition & { readonly newest?: number })[] {
  const inCountry = country === undefined ? [] : [{ sql: 'destination_country = ?', values: [country] }];
  const there = city === undefined ? [] : [...inCountry, { sql: 'destination_city = ?', values: [city] }];
  const places = [there, inCountry].filter((place) => place.length > 0).map(all);
  const tiers = places.map((place, index) => all([place, ...places.slice(0, index).map(not)]));
  return [...tiers, { ...all(places.map(not)), newest: othersAtMost }];
}

const all = (conditions: readonly Condition[]): Condition => ({
  sql: `(${['true', ...conditions.map(({ sql }) => sql)].join(' and ')})`,
  values: conditions.flatMap(({ values }) => values),
});

const not = ({ sql, values }: Condition): Condition => ({ sql: `not ${sql}`, values });

/** As SQL: the published products of a tier, those first of which most is true. */
function productsOf(
  tier: Condition & { readonly newest?: number },
  needs: Needs,
  agencyId: string,
): Condition {
  const wishes = wishesOf(needs, agencyId);
  const weight = ['0', ...wishes.map((wish) => `case when ${wish.sql} then ${wish.weight} else 0 end`)];
  const newest = tier.newest === undefined ? '' : `order by id desc limit ${tier.newest}`;
  return {
    sql: `select id from (
            select id, ${weight.join(' + ')} as weight from (
              select id, themes, details from booking.products where agency_id = ? and state = 'published' and ${tier.sql} ${newest}
            ) as there
          ) as weighed order by weight desc, id desc`,
    values: [...wishes.flatMap(({ values }) => values), agencyId, ...tier.values],
  };
}

interface Wish extends Condition {
  readonly weight: number;
}

/** What a product's own columns and its listed price tell of the needs; one theme of several is a part of it. */
function wishesOf(
  { theme = [], transport = [], lodging, budget, currency }: Needs,
  agencyId: string,
): Wish[] {
  const each = (values: readonly string[], weight: number, sql: string) =>
    values.map((value) => ({ sql, values: [value], weight: Math.ceil(weight / values.length) }));
  const affordable = {
    sql: 'id in (select product_id from booking.product_listings where agency_id = ? and currency = ? and from_amount <= ?::bigint)',
    values: [agencyId, currency, budget?.toString()],
    weight: weights.budget,
  };
  return [
    ...each(theme, weights.theme, '?::text = any(themes)'),
    ...each(transport, weights.transport, `jsonb_exists(details->'transport', ?)`),
    ...each(lodging === undefined ? [] : [lodging], weights.lodging, `details->>'lodgingClass' = ?`),
    ...(budget === undefined ? [] : [affordable]),
  ];
}
