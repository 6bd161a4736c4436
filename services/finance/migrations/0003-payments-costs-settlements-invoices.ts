import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What posts to the ledger (payments, supplier costs, group settlements), and invoices. */
export default class PaymentsCostsSettlementsInvoices extends Migration {
  override up(): void {
    this.addSql(`
      -- One row an order: its lock lets payments, reversals, invoices and the settlement of one order come one after the other.
      create table finance.order_accounts (
        agency_id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        currency char(3) not null,
        total bigint not null check (total >= 0),
        received bigint not null,
        primary key (agency_id, order_id),
        constraint order_accounts_never_overpaid check (received between 0 and total)
      );
      create table finance.payments (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        recorded_by uuid not null,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        method text not null check (method in ('cash', 'bank-transfer', 'card-terminal', 'online')),
        received_on date not null,
        reference text not null,
        state text not null check (state in ('received', 'reversed')),
        entry_id uuid not null,
        entry_number text not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, order_id) references finance.order_accounts (agency_id, order_id),
        foreign key (agency_id, entry_id) references finance.entries (agency_id, id)
      );
      create index payments_by_order on finance.payments (agency_id, order_id, id desc);
      -- One row a departure: its lock keeps costs from slipping past a settlement.
      create table finance.departure_books (
        agency_id uuid not null,
        departure_id uuid not null,
        settled boolean not null,
        primary key (agency_id, departure_id)
      );
      create table finance.supplier_costs (
        agency_id uuid not null,
        id uuid not null,
        departure_id uuid not null,
        branch_id uuid not null,
        recorded_by uuid not null,
        supplier_id uuid,
        supplier_name text not null,
        service_kind text not null,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        incurred_on date not null,
        description text not null,
        state text not null check (state in ('recorded', 'reversed')),
        entry_id uuid not null,
        entry_number text not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, departure_id) references finance.departure_books (agency_id, departure_id),
        foreign key (agency_id, entry_id) references finance.entries (agency_id, id)
      );
      create index supplier_costs_by_departure on finance.supplier_costs (agency_id, departure_id, id desc);
      create table finance.group_settlements (
        agency_id uuid not null,
        id uuid not null,
        departure_id uuid not null,
        group_number text not null,
        currency char(3) not null,
        settled_on date not null,
        settled_by uuid not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint group_settlements_departure_key unique (agency_id, departure_id),
        foreign key (agency_id, departure_id) references finance.departure_books (agency_id, departure_id)
      );
      -- What one order brought and cost. Figures of the whole are sums of these, so that a reader's reach holds for the sums too.
      create table finance.group_settlement_shares (
        agency_id uuid not null,
        group_settlement_id uuid not null,
        order_id uuid not null,
        order_number text not null,
        branch_id uuid not null,
        seats integer not null check (seats >= 0),
        revenue bigint not null check (revenue >= 0),
        cost bigint not null check (cost >= 0),
        primary key (agency_id, group_settlement_id, order_id),
        constraint group_settlement_shares_order_key unique (agency_id, order_id),
        foreign key (agency_id, group_settlement_id) references finance.group_settlements (agency_id, id) deferrable initially deferred
      );
      -- What one branch posted: the source of its entry.
      create table finance.group_settlement_postings (
        agency_id uuid not null,
        id uuid not null,
        group_settlement_id uuid not null,
        branch_id uuid not null,
        entry_id uuid not null,
        entry_number text not null,
        primary key (agency_id, id),
        constraint group_settlement_postings_branch_key unique (agency_id, group_settlement_id, branch_id),
        foreign key (agency_id, group_settlement_id) references finance.group_settlements (agency_id, id) deferrable initially deferred,
        foreign key (agency_id, entry_id) references finance.entries (agency_id, id)
      );
      create table finance.invoices (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        order_id uuid not null,
        order_number text not null,
        branch_id uuid not null,
        issued_by uuid not null,
        kind text not null check (kind in ('electronic', 'paper')),
        title text not null,
        tax_number text,
        delivery_email text,
        amount bigint not null check (amount > 0),
        currency char(3) not null,
        issued_on date not null,
        state text not null check (state in ('issued')),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint invoices_number_key unique (agency_id, number),
        foreign key (agency_id, order_id) references finance.order_accounts (agency_id, order_id)
      );
      create unique index invoices_one_live_per_order on finance.invoices (agency_id, order_id) where state = 'issued';
      create index invoices_by_branch on finance.invoices (agency_id, branch_id, id desc);
      ${['departure_books', 'group_settlements'].map((table) => tenantTable('finance', table)).join('\n')}
      ${['order_accounts', 'group_settlement_shares', 'group_settlement_postings'].map((table) => tenantTable('finance', table, { branch: 'branch_id' })).join('\n')}
      ${['payments', 'supplier_costs'].map((table) => tenantTable('finance', table, { branch: 'branch_id', owner: 'recorded_by' })).join('\n')}
      ${tenantTable('finance', 'invoices', { branch: 'branch_id', owner: 'issued_by' })}
      revoke delete on finance.order_accounts, finance.payments, finance.departure_books, finance.supplier_costs, finance.group_settlements,
        finance.group_settlement_shares, finance.group_settlement_postings, finance.invoices from yitu_finance;
    `);
  }
}
