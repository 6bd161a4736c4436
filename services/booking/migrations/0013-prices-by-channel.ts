import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const priced = `'adult', 'child-with-bed', 'child-without-bed', 'infant', 'single-supplement'`;

/**
 * Prices by channel and the single supplement; price lists of products with their seasons; the channel of an order; what a departure needs to be
 * closed, reopened and decided on.
 */
export default class PricesByChannel extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.departure_prices
        add column channel text not null default '*' check (channel in ('*', 'counter', 'portal', 'agent')),
        drop constraint departure_prices_traveller_category_check,
        add constraint departure_prices_category check (traveller_category in (${priced})),
        drop constraint departure_prices_pkey,
        add primary key (agency_id, departure_id, traveller_category, customer_category, channel);
      alter table booking.orders add column channel text not null default 'counter' check (channel in ('counter', 'portal', 'agent'));
      -- Seasons and their prices are read and written as one whole only, when a departure is scheduled.
      create table booking.price_lists (
        agency_id uuid not null,
        id uuid not null,
        product_id uuid not null,
        currency char(3) not null,
        seasons jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint price_lists_product_key unique (agency_id, product_id),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      ${tenantTable('booking', 'price_lists')}
      -- What is decided on the group stays when the departure is closed and opened again; an undecided one is open.
      alter table booking.departures
        add column group_standing text not null default 'undecided' check (group_standing in ('undecided', 'at-risk', 'guaranteed')),
        add column state_reason text;
      update booking.departures set group_standing = 'guaranteed' where state = 'guaranteed';
    `);
  }
}
