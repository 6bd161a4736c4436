import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Payments on a provider's page, and what providers say of them: each transaction is told and kept once. */
export default class OnlinePayments extends Migration {
  override up(): void {
    this.addSql(`
      -- Whose order it is, as booking says; null until it is asked again.
      alter table finance.order_accounts add column customer_id uuid;
      create table finance.online_payments (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        order_number text not null,
        branch_id uuid not null,
        started_by uuid not null,
        provider text not null,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        return_to text not null,
        pay_at text not null,
        state text not null check (state in ('open', 'paid', 'refused')),
        expires_at timestamptz not null,
        payment_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint online_payments_paid check ((state = 'paid') = (payment_id is not null)),
        foreign key (agency_id, order_id) references finance.order_accounts (agency_id, order_id),
        foreign key (agency_id, payment_id) references finance.payments (agency_id, id)
      );
      create index online_payments_by_order on finance.online_payments (agency_id, order_id, id desc);
      -- The body itself is not kept: whatever else a provider writes into it is none of our business.
      create table finance.payment_callbacks (
        agency_id uuid not null,
        id uuid not null,
        online_payment_id uuid not null,
        branch_id uuid not null,
        provider text not null,
        transaction_id text not null,
        result text not null check (result in ('paid', 'refused')),
        amount bigint not null check (amount >= 0),
        currency char(3) not null,
        outcome text not null check (outcome in ('recorded', 'noted', 'set-aside')),
        reason text,
        received_at timestamptz not null,
        primary key (agency_id, id),
        constraint payment_callbacks_once unique (agency_id, provider, transaction_id),
        constraint payment_callbacks_reason check ((outcome = 'set-aside') = (reason is not null)),
        foreign key (agency_id, online_payment_id) references finance.online_payments (agency_id, id)
      );
      create index payment_callbacks_set_aside on finance.payment_callbacks (agency_id, id desc) where outcome = 'set-aside';
      ${tenantTable('finance', 'online_payments', { branch: 'branch_id', owner: 'started_by' })}
      ${tenantTable('finance', 'payment_callbacks', { branch: 'branch_id' })}
      revoke delete on finance.online_payments from yitu_finance;
      revoke update, delete on finance.payment_callbacks from yitu_finance;
    `);
  }
}
