import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What follows from payments that are late or too much, and products with terms of payment of their own. */
export default class PaymentTerms extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.order_rules
        add column deposit_grace_days integer not null default 0 check (deposit_grace_days between 0 and 60),
        add column balance_grace_days integer not null default 3 check (balance_grace_days between 0 and 60),
        add column balance_overdue text not null default 'flag' check (balance_overdue in ('flag', 'cancel')),
        add column overpayment text not null default 'refund' check (overpayment in ('refund', 'credit'));
      -- A version is never changed; the newest is in force. Without figures it says that the agency's rules apply again.
      create table booking.payment_terms (
        agency_id uuid not null,
        product_id uuid not null,
        version integer not null check (version > 1),
        valid_from timestamptz not null,
        deposit_percent integer check (deposit_percent between 0 and 100),
        deposit_due_days integer check (deposit_due_days between 0 and 60),
        balance_due_days_before integer check (balance_due_days_before between 0 and 180),
        primary key (agency_id, product_id, version),
        constraint payment_terms_whole check (num_nonnulls(deposit_percent, deposit_due_days, balance_due_days_before) in (0, 3)),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      ${tenantTable('booking', 'payment_terms')}
      -- An order whose balance is overdue may be cancelled by the agency's rule: by nobody then.
      alter table booking.order_cancellations alter column cancelled_by drop not null;
    `);
  }
}
