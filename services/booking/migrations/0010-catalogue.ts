import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * Products get their publishing state, what their kind asks for and their long texts; beside them stand what searches go through: endings of their
 * names, facets, and the lowest price that can still be bought. What is in the catalogue already is published.
 */
export default class Catalogue extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.products
        add column state text not null default 'published' constraint products_state check (state in ('draft', 'published', 'withdrawn')),
        add column details jsonb not null default '{}',
        add column description jsonb not null default '{"zh":"","en":""}',
        add column inclusions jsonb not null default '[]',
        add column exclusions jsonb not null default '[]',
        add column notes jsonb not null default '[]';
      alter table booking.products
        alter column state drop default, alter column details drop default, alter column description drop default,
        alter column inclusions drop default, alter column exclusions drop default, alter column notes drop default;
      create index products_by_state on booking.products (agency_id, state, id desc);
      create index products_by_days on booking.products (agency_id, state, days, id);
      -- Every ending of a name begins with a part of it: a comparison of texts finds words inside a title in any language. pg_trgm and arrays
      -- cannot, since row security keeps operators that are not leakproof away from an index.
      create table booking.product_endings (
        agency_id uuid not null,
        ending text collate "C" not null,
        product_id uuid not null,
        primary key (agency_id, ending, product_id),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      create index product_endings_of_product on booking.product_endings (agency_id, product_id, ending);
      create table booking.product_facets (
        agency_id uuid not null,
        facet text not null check (facet in ('kind', 'country', 'city', 'theme', 'transport', 'lodging')),
        value text not null,
        product_id uuid not null,
        primary key (agency_id, facet, value, product_id),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      create index product_facets_of_product on booking.product_facets (agency_id, product_id, facet, value);
      -- stale_at: when the departure that has this price can no longer be bought.
      create table booking.product_listings (
        agency_id uuid not null,
        product_id uuid not null,
        currency char(3) not null,
        from_amount bigint not null,
        departs_on date not null,
        stale_at timestamptz not null,
        primary key (agency_id, product_id, currency),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      create index product_listings_by_price on booking.product_listings (agency_id, currency, from_amount, product_id);
      ${backfill}
      ${['product_endings', 'product_facets', 'product_listings'].map((table) => tenantTable('booking', table)).join('\n')}
    `);
  }
}

const backfill = `
  insert into booking.product_endings (agency_id, ending, product_id)
  select distinct agency_id, substr(key, start, 30), id
  from booking.products
    cross join lateral (values (name->>'zh'), (name->>'en'), (destination_city)) as text (given)
    cross join lateral (select regexp_replace(trim(lower(normalize(given, NFKC))), '\\s+', ' ', 'g') as key) as keyed
    cross join lateral generate_series(1, length(key)) as start
  where substr(key, start, 1) <> ' ';
  insert into booking.product_facets (agency_id, facet, value, product_id)
  select distinct agency_id, facet, value, id from booking.products
    cross join lateral (
      values ('kind', kind), ('country', destination_country::text), ('city', destination_city)
      union all select 'theme', theme from unnest(themes) as theme
    ) as stands (facet, value);
  insert into booking.product_listings (agency_id, product_id, currency, from_amount, departs_on, stale_at)
  select distinct on (agency_id, product_id, currency) agency_id, product_id, currency, amount, departs_on,
    (departs_on - cut_off_days + 1)::timestamp at time zone time_zone
  from booking.departures join booking.departure_prices using (agency_id)
  where departure_id = departures.id and traveller_category = 'adult' and customer_category = '*' and state in ('open', 'guaranteed')
    and (departs_on - cut_off_days + 1)::timestamp at time zone time_zone > now()
  order by agency_id, product_id, currency, amount, departs_on;
`;
