import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofOrder = { branch: 'branch_id', owner: 'author_id' };

/** Products, departures with their seats and prices, orders with what belongs to them, and the rules they follow. */
export default class CatalogueAndOrders extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('booking')}
      create table booking.products (
        agency_id uuid not null,
        id uuid not null,
        kind text not null,
        name jsonb not null,
        summary jsonb not null,
        destination_country char(2) not null,
        destination_city text not null,
        days integer not null check (days between 1 and 365),
        themes text[] not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      );
      create table booking.departures (
        agency_id uuid not null,
        id uuid not null,
        product_id uuid not null,
        group_number text not null,
        departs_on date not null,
        returns_on date not null,
        time_zone text not null,
        cut_off_days integer not null check (cut_off_days >= 0),
        capacity integer not null,
        remaining integer not null,
        minimum_group integer not null check (minimum_group >= 1),
        currency char(3) not null,
        state text not null check (state in ('open', 'guaranteed', 'closed', 'cancelled')),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint departures_group_number_key unique (agency_id, group_number),
        constraint departures_never_oversold check (remaining >= 0 and remaining <= capacity),
        constraint departures_dates check (returns_on >= departs_on),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      create index departures_by_date on booking.departures (agency_id, departs_on, id);
      create index departures_by_product on booking.departures (agency_id, product_id, departs_on);
      -- customer_category '*' is the price for everybody who has no price of their own.
      create table booking.departure_prices (
        agency_id uuid not null,
        departure_id uuid not null,
        traveller_category text not null check (traveller_category in ('adult', 'child-with-bed', 'child-without-bed', 'infant')),
        customer_category text not null,
        amount bigint not null check (amount >= 0),
        primary key (agency_id, departure_id, traveller_category, customer_category),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id)
      );
      create table booking.order_rules (
        agency_id uuid not null,
        id uuid not null,
        valid_from timestamptz not null,
        hold_minutes integer not null check (hold_minutes between 1 and 10080),
        deposit_percent integer not null check (deposit_percent between 0 and 100),
        deposit_due_days integer not null check (deposit_due_days between 0 and 60),
        balance_due_days_before integer not null check (balance_due_days_before between 0 and 180),
        version integer not null,
        primary key (agency_id, id)
      );
      create unique index order_rules_valid_from on booking.order_rules (agency_id, valid_from desc);
      create table booking.orders (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        departure_id uuid not null,
        product_id uuid not null,
        state text not null check (state in ('in-review', 'returned', 'awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled', 'cancelled', 'expired')),
        currency char(3) not null,
        total bigint not null check (total >= 0),
        paid bigint not null default 0,
        seats integer not null check (seats >= 0),
        hold_expires_at timestamptz,
        reviewer_id uuid,
        return_reason text,
        note text not null default '',
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint orders_number_key unique (agency_id, number),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id)
      );
      create index orders_by_departure on booking.orders (agency_id, departure_id, state);
      create index orders_by_customer on booking.orders (agency_id, customer_id, id desc);
      create index orders_by_state on booking.orders (agency_id, state, id desc);
      create index orders_by_branch on booking.orders (agency_id, branch_id, id desc);
      create table booking.order_lines (
        agency_id uuid not null,
        order_id uuid not null,
        category text not null,
        branch_id uuid not null,
        author_id uuid not null,
        count integer not null check (count > 0),
        unit_price bigint not null,
        amount bigint not null,
        primary key (agency_id, order_id, category),
        constraint order_lines_amount check (amount = count * unit_price),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create table booking.order_travellers (
        agency_id uuid not null,
        order_id uuid not null,
        traveller_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        category text not null,
        primary key (agency_id, order_id, traveller_id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create table booking.payment_dues (
        agency_id uuid not null,
        order_id uuid not null,
        kind text not null check (kind in ('deposit', 'balance')),
        branch_id uuid not null,
        author_id uuid not null,
        amount bigint not null check (amount > 0),
        due_on date not null,
        primary key (agency_id, order_id, kind),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      ${['products', 'departures', 'departure_prices', 'order_rules'].map((table) => tenantTable('booking', table)).join('\n')}
      ${['orders', 'order_lines', 'order_travellers', 'payment_dues'].map((table) => tenantTable('booking', table, ofOrder)).join('\n')}
    `);
  }
}
