import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Refunds against payments. The database itself sees to it that no payment and no order gives back more than was received. */
export default class Refunds extends Migration {
  override up(): void {
    this.addSql(`
      alter table finance.order_accounts add column refunded bigint not null default 0,
        add constraint order_accounts_never_overrefunded check (refunded between 0 and received);
      alter table finance.payments add column refunded bigint not null default 0,
        add constraint payments_never_overrefunded check (refunded between 0 and amount and (state = 'received' or refunded = 0));
      alter table finance.entries drop constraint entries_source_kind_check,
        add constraint entries_source_kind_check check (source_kind in ('payment', 'supplier-cost', 'group-settlement', 'reversal', 'refund', 'refund-payment'));
      create table finance.refunds (
        agency_id uuid not null,
        id uuid not null,
        refund_due_id uuid not null,
        order_id uuid not null,
        payment_id uuid not null,
        branch_id uuid not null,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        method text not null check (method in ('cash', 'bank-transfer', 'card-terminal', 'online')),
        due_on date not null,
        state text not null check (state in ('due', 'paid')),
        paid_on date,
        paid_by uuid,
        reference text not null,
        entry_id uuid not null,
        entry_number text not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint refunds_once unique (agency_id, refund_due_id, payment_id),
        constraint refunds_paid check ((state = 'paid') = (paid_on is not null) and (state = 'paid') = (paid_by is not null)),
        foreign key (agency_id, order_id) references finance.order_accounts (agency_id, order_id),
        foreign key (agency_id, payment_id) references finance.payments (agency_id, id),
        foreign key (agency_id, entry_id) references finance.entries (agency_id, id)
      );
      create index refunds_by_order on finance.refunds (agency_id, order_id, id desc);
      create index refunds_by_state on finance.refunds (agency_id, state, id desc);
      ${tenantTable('finance', 'refunds', { branch: 'branch_id' })}
      revoke delete on finance.refunds from yitu_finance;
    `);
  }
}
