import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const mine = { branch: 'branch_id', owner: 'author_id' };

/**
 * Operations sheets with their reservations, guides and check-ins, the orders that travel, and archive files. Foreign keys are checked at the
 * commit, so that rows that refer to each other are written in one flush.
 */
export default class OperationsAndArchive extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists btree_gist;
      create table itinerary.operations_sheets (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        departure_id uuid not null,
        group_number text not null,
        product_name jsonb not null,
        destination_country char(2) not null,
        departs_on date not null,
        returns_on date not null,
        time_zone text not null,
        state text not null check (state in ('preparing', 'travelling', 'ended')),
        ended_at timestamptz,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint operations_sheets_departure_key unique (agency_id, departure_id)
      );
      create table itinerary.reservations (
        agency_id uuid not null,
        id uuid not null,
        operations_sheet_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        supplier_name text not null,
        supplier_id uuid,
        service_kind text not null check (service_kind in ('hotel', 'restaurant', 'vehicle', 'ticket', 'ground-agent', 'insurance')),
        description text not null,
        currency char(3) not null,
        agreed_cost bigint not null check (agreed_cost >= 0),
        deadline date not null,
        state text not null check (state in ('requested', 'confirmed')),
        confirmation_number text,
        requested_at timestamptz not null,
        confirmed_at timestamptz,
        primary key (agency_id, id),
        constraint reservations_confirmation check ((state = 'confirmed') = (confirmation_number is not null)),
        foreign key (agency_id, operations_sheet_id) references itinerary.operations_sheets (agency_id, id) deferrable initially deferred
      );
      create index reservations_by_sheet on itinerary.reservations (agency_id, operations_sheet_id);
      create table itinerary.guide_assignments (
        agency_id uuid not null,
        operations_sheet_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        guide_id uuid not null,
        from_date date not null,
        to_date date not null,
        primary key (agency_id, operations_sheet_id),
        constraint guide_assignments_dates check (to_date >= from_date),
        constraint guide_assignments_no_clash exclude using gist
          (agency_id with =, guide_id with =, daterange(from_date, to_date, '[]') with &&),
        foreign key (agency_id, operations_sheet_id) references itinerary.operations_sheets (agency_id, id) deferrable initially deferred
      );
      create table itinerary.check_ins (
        agency_id uuid not null,
        operations_sheet_id uuid not null,
        traveller_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        order_id uuid not null,
        checked_in_by uuid not null,
        checked_in_at timestamptz not null,
        constraint check_ins_once primary key (agency_id, operations_sheet_id, traveller_id),
        foreign key (agency_id, operations_sheet_id) references itinerary.operations_sheets (agency_id, id) deferrable initially deferred
      );
      create table itinerary.trip_orders (
        agency_id uuid not null,
        order_id uuid not null,
        departure_id uuid not null,
        heads integer not null check (heads >= 0),
        traveller_ids uuid[] not null,
        confirmed_at timestamptz not null,
        ended boolean not null default false,
        primary key (agency_id, order_id)
      );
      create index trip_orders_by_departure on itinerary.trip_orders (agency_id, departure_id);
      create table itinerary.archive_files (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        departure_id uuid not null,
        operations_sheet_id uuid not null,
        state text not null check (state in ('open', 'closed')),
        components jsonb,
        close_reason text,
        closed_by uuid,
        closed_at timestamptz,
        retain_until date,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint archive_files_departure_key unique (agency_id, departure_id),
        constraint archive_files_closed check ((state = 'closed') = (retain_until is not null and components is not null)),
        foreign key (agency_id, operations_sheet_id) references itinerary.operations_sheets (agency_id, id) deferrable initially deferred
      );
      -- Papers that come from elsewhere or from an order: by the departure, or by the order where the sender knows no departure.
      create table itinerary.archive_entries (
        agency_id uuid not null,
        component text not null,
        source_id uuid not null,
        departure_id uuid,
        order_id uuid,
        reference text not null,
        filed_at timestamptz not null,
        primary key (agency_id, component, source_id),
        constraint archive_entries_belong check (departure_id is not null or order_id is not null)
      );
      create index archive_entries_by_departure on itinerary.archive_entries (agency_id, departure_id);
      create index archive_entries_by_order on itinerary.archive_entries (agency_id, order_id);
      create table itinerary.retention_rules (
        agency_id uuid not null,
        id uuid not null,
        version integer not null,
        valid_from date not null,
        years jsonb not null,
        primary key (agency_id, id),
        constraint retention_rules_version_key unique (agency_id, version)
      );
      ${['trip_orders', 'archive_entries', 'retention_rules'].map((table) => tenantTable('itinerary', table)).join('\n')}
      ${['operations_sheets', 'reservations', 'guide_assignments', 'check_ins', 'archive_files'].map((table) => tenantTable('itinerary', table, mine)).join('\n')}
      revoke update, delete on itinerary.check_ins, itinerary.retention_rules from yitu_itinerary;
    `);
  }
}
