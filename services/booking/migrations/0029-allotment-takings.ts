import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What orders and departures have taken of allotments. */
export default class AllotmentTakings extends Migration {
  override up(): void {
    this.addSql(`
      -- A taking of an order is of the order's branch; one of a departure is the whole agency's.
      create table booking.allotment_takings (
        agency_id uuid not null,
        id uuid not null,
        allotment_id uuid not null,
        order_id uuid,
        departure_id uuid,
        branch_id uuid,
        author_id uuid,
        from_date date not null,
        to_date date not null,
        quantity integer not null check (quantity > 0),
        ended_at timestamptz,
        end_cause text check (end_cause in ('given-back', 'order-ended', 'departure-cancelled')),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint allotment_takings_reference check (num_nonnulls(order_id, departure_id) = 1),
        constraint allotment_takings_branch check ((order_id is null) = (branch_id is null)),
        constraint allotment_takings_dates check (to_date >= from_date),
        constraint allotment_takings_end check ((ended_at is null) = (end_cause is null)),
        foreign key (agency_id, allotment_id) references booking.allotments (agency_id, id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id)
      );
      create index allotment_takings_by_allotment on booking.allotment_takings (agency_id, allotment_id, id desc);
      create index allotment_takings_by_order on booking.allotment_takings (agency_id, order_id, id desc) where order_id is not null;
      create index allotment_takings_by_departure on booking.allotment_takings (agency_id, departure_id, id desc) where departure_id is not null;
      ${tenantTable('booking', 'allotment_takings', { branch: 'branch_id', owner: 'author_id' })}
    `);
  }
}
