import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Units of suppliers that the agency may sell, by date, and what went back to the suppliers on release days. */
export default class Allotments extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.allotments (
        agency_id uuid not null,
        id uuid not null,
        supplier_id uuid not null,
        contract_number text not null,
        kind text not null check (kind in ('room', 'seat', 'ticket')),
        mode text not null check (mode in ('allotment', 'free-sale')),
        unit_code text not null,
        name jsonb not null,
        time_zone text not null,
        release_days integer not null check (release_days between 0 and 365),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      );
      create index allotments_by_supplier on booking.allotments (agency_id, supplier_id, id desc);
      create index allotments_by_kind on booking.allotments (agency_id, kind, id desc);
      ${tenantTable('booking', 'allotments')}
      -- quantity is null in free sale: there the supplier sets no number. released is what went back, once, at released_at.
      create table booking.allotment_dates (
        agency_id uuid not null,
        allotment_id uuid not null,
        on_date date not null,
        quantity integer check (quantity >= 0),
        taken integer not null default 0 check (taken >= 0),
        released integer not null default 0 check (released >= 0),
        stopped boolean not null default false,
        stop_reason text,
        releases_at timestamptz not null,
        released_at timestamptz,
        primary key (agency_id, allotment_id, on_date),
        constraint allotment_dates_never_oversold check (taken + released <= quantity),
        constraint allotment_dates_released_once check (released = 0 or released_at is not null),
        foreign key (agency_id, allotment_id) references booking.allotments (agency_id, id)
      );
      create index allotment_dates_to_release on booking.allotment_dates (agency_id, allotment_id, releases_at)
        where released_at is null and quantity is not null;
      ${tenantTable('booking', 'allotment_dates')}
      create table booking.allotment_releases (
        agency_id uuid not null,
        id uuid not null,
        allotment_id uuid not null,
        supplier_id uuid not null,
        released_on date not null,
        released_at timestamptz not null,
        units integer not null check (units > 0),
        dates jsonb not null,
        primary key (agency_id, id),
        foreign key (agency_id, allotment_id) references booking.allotments (agency_id, id)
      );
      create index allotment_releases_by_allotment on booking.allotment_releases (agency_id, allotment_id, id desc);
      create index allotment_releases_by_supplier on booking.allotment_releases (agency_id, supplier_id, id desc);
      create index allotment_releases_by_day on booking.allotment_releases (agency_id, released_on, id desc);
      ${tenantTable('booking', 'allotment_releases')}
    `);
  }
}
