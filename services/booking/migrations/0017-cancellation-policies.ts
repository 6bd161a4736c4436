import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * The terms on which orders are cancelled, of an agency and of single products. They are added, never changed: the one an order was placed under
 * follows from its product and its time, so placing an order writes nothing about it.
 */
export default class CancellationPolicies extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.cancellation_policies (
        agency_id uuid not null,
        id uuid not null,
        product_id uuid,
        version integer not null check (version > 1),
        valid_from timestamptz not null,
        home_country char(2) not null,
        refund_within_working_days integer not null check (refund_within_working_days between 1 and 60),
        domestic jsonb not null,
        outbound jsonb not null,
        set_by uuid not null,
        primary key (agency_id, id),
        constraint cancellation_policies_version_key unique nulls not distinct (agency_id, product_id, version),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      create index cancellation_policies_in_force on booking.cancellation_policies (agency_id, product_id, valid_from desc, version desc);
      ${tenantTable('booking', 'cancellation_policies')}
      revoke update, delete on booking.cancellation_policies from yitu_booking;
    `);
  }
}
