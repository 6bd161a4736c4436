import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What is kept for cancellations becomes revenue, compensation an expense; large refunds wait for somebody's approval. */
export default class PenaltiesAndApprovals extends Migration {
  override up(): void {
    this.addSql(`
      -- What the order's customer owes for cancelling, and how much of it has been received and posted as revenue.
      alter table finance.order_accounts
        add column penalty bigint not null default 0 check (penalty >= 0),
        add column penalty_posted bigint not null default 0,
        add constraint order_accounts_penalty_posted check (penalty_posted between 0 and penalty),
        add constraint order_accounts_never_twice check (penalty_posted + refunded <= received);
      alter table finance.refunds
        drop constraint refunds_state_check,
        add constraint refunds_state_check check (state in ('awaiting-approval', 'due', 'paid')),
        add column cancelled_by uuid,
        add column approved_by uuid,
        add constraint refunds_four_eyes check (approved_by <> cancelled_by);
      -- Kinds of business are added to those there are by then.
      do $add$ declare kinds text;
      begin
        select string_agg(quote_literal(kind), ', ') into kinds from (
          select (regexp_matches(pg_get_constraintdef(oid), '''([a-z-]+)''::text', 'g'))[1] as kind
          from pg_constraint where conname = 'entries_source_kind_check' and conrelid = 'finance.entries'::regclass
          union values ('penalty'), ('compensation'), ('compensation-payment')
        ) as known;
        execute 'alter table finance.entries drop constraint entries_source_kind_check, add constraint entries_source_kind_check check (source_kind in ('
          || kinds || '))';
      end $add$;
      insert into finance.accounts (agency_id, code, purpose, kind, name, chart_version)
        select distinct agency_id, '6711', 'compensation', 'expense', '{"zh": "营业外支出", "en": "Non-operating expenses"}'::jsonb, 2 from finance.accounts
        on conflict do nothing;
    `);
    this.addSql(`
      create table finance.compensations (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        cancellation_id uuid not null,
        branch_id uuid not null,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        due_on date not null,
        state text not null check (state in ('awaiting-approval', 'due', 'paid')),
        cancelled_by uuid,
        approved_by uuid,
        method text check (method in ('cash', 'bank-transfer', 'card-terminal', 'online')),
        paid_on date,
        paid_by uuid,
        reference text not null,
        entry_id uuid not null,
        entry_number text not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint compensations_once unique (agency_id, cancellation_id),
        constraint compensations_four_eyes check (approved_by <> cancelled_by),
        constraint compensations_paid check ((state = 'paid') = (paid_on is not null) and (state = 'paid') = (paid_by is not null) and (state = 'paid') = (method is not null)),
        foreign key (agency_id, entry_id) references finance.entries (agency_id, id)
      );
      create index compensations_by_order on finance.compensations (agency_id, order_id, id desc);
      create index compensations_by_state on finance.compensations (agency_id, state, id desc);
      ${tenantTable('finance', 'compensations', { branch: 'branch_id' })}
      revoke delete on finance.compensations from yitu_finance;
      create table finance.refund_rules (
        agency_id uuid not null,
        version integer not null check (version > 1),
        limits jsonb not null,
        valid_from timestamptz not null,
        set_by uuid not null,
        primary key (agency_id, version)
      );
      ${tenantTable('finance', 'refund_rules')}
      revoke update, delete on finance.refund_rules from yitu_finance;
    `);
  }
}
