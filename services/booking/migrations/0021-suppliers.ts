import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Suppliers with the people to talk to, what they charge by date, and what the staff think of them. */
export default class Suppliers extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists btree_gist;
      create table booking.suppliers (
        agency_id uuid not null,
        id uuid not null,
        kind text not null,
        name jsonb not null,
        country char(2) not null,
        city text not null,
        state text not null check (state in ('active', 'blocked')),
        block_reason text,
        contract_until date,
        note text not null,
        rating_sum integer not null default 0,
        rating_count integer not null default 0,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint suppliers_block check ((state = 'blocked') = (block_reason is not null))
      );
      create index suppliers_by_kind on booking.suppliers (agency_id, kind, id desc);
      create index suppliers_by_city on booking.suppliers (agency_id, country, city, id desc);
      create table booking.supplier_contacts (
        agency_id uuid not null,
        id uuid not null,
        supplier_id uuid not null,
        name text not null,
        duty text not null,
        phone text,
        email text,
        primary key (agency_id, id),
        foreign key (agency_id, supplier_id) references booking.suppliers (agency_id, id)
      );
      create index supplier_contacts_by_supplier on booking.supplier_contacts (agency_id, supplier_id);
      -- One price a service and day: two that share a day are refused.
      create table booking.supplier_rates (
        agency_id uuid not null,
        id uuid not null,
        supplier_id uuid not null,
        service text not null,
        unit text not null,
        valid_from date not null,
        valid_to date not null,
        currency char(3) not null,
        amount bigint not null check (amount >= 0),
        minimum_units integer not null check (minimum_units > 0),
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint supplier_rates_dates check (valid_to >= valid_from),
        constraint supplier_rates_no_overlap exclude using gist
          (agency_id with =, supplier_id with =, service with =, daterange(valid_from, valid_to, '[]') with &&),
        foreign key (agency_id, supplier_id) references booking.suppliers (agency_id, id)
      );
      create table booking.supplier_ratings (
        agency_id uuid not null,
        id uuid not null,
        supplier_id uuid not null,
        departure_id uuid not null,
        rated_by uuid not null,
        score integer not null check (score between 1 and 5),
        reason text not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint supplier_ratings_once unique (agency_id, supplier_id, departure_id, rated_by),
        foreign key (agency_id, supplier_id) references booking.suppliers (agency_id, id),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id)
      );
      ${['suppliers', 'supplier_contacts', 'supplier_rates', 'supplier_ratings'].map((table) => tenantTable('booking', table)).join('\n')}
    `);
  }
}
