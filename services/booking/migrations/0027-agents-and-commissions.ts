import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * Who operates a departure, at what prices branches sell as agents, and what branches earn for selling what others operate. What is kept of a branch
 * here concerns the branch beside it too, and changes with orders whoever ends them: row security looks at the agency, readers are shown their own.
 */
export default class AgentsAndCommissions extends Migration {
  override up(): void {
    this.addSql(`
      -- Null: headquarters, which was the first branch there was.
      alter table booking.departures add column operating_branch_id uuid;
      update booking.departures set operating_branch_id =
        (select id from booking.branches where branches.agency_id = departures.agency_id order by id limit 1);
      create table booking.agent_price_lists (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        product_id uuid,
        currency char(3),
        discount_basis_points integer not null check (discount_basis_points between 0 and 10000),
        prices jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint agent_price_lists_key unique nulls not distinct (agency_id, branch_id, product_id),
        constraint agent_price_lists_prices check (prices = '[]' or (product_id is not null and currency is not null)),
        foreign key (agency_id, branch_id) references booking.branches (agency_id, id),
        foreign key (agency_id, product_id) references booking.products (agency_id, id)
      );
      -- A version's rules are never changed; the newest are in force.
      create table booking.commission_rules (
        agency_id uuid not null,
        version integer not null check (version > 1),
        rules jsonb not null,
        valid_from timestamptz not null,
        primary key (agency_id, version)
      );
      -- One row when it is earned, further ones for what is taken back of it: nothing of them is ever changed.
      create table booking.commission_records (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        kind text not null check (kind in ('earned', 'reversed')),
        selling_branch_id uuid not null,
        operating_branch_id uuid not null,
        currency char(3) not null,
        base bigint not null check (base >= 0),
        amount bigint not null,
        recorded_on date not null,
        rules_version integer not null,
        rule jsonb not null,
        primary key (agency_id, id),
        constraint commission_records_sign check ((kind = 'earned' and amount >= 0) or (kind = 'reversed' and amount < 0)),
        constraint commission_records_between_branches check (selling_branch_id <> operating_branch_id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create unique index commission_records_earned_once on booking.commission_records (agency_id, order_id) where kind = 'earned';
      create index commission_records_by_order on booking.commission_records (agency_id, order_id);
      create index commission_records_by_month on booking.commission_records (agency_id, recorded_on, id);
      ${['agent_price_lists', 'commission_rules', 'commission_records'].map((table) => tenantTable('booking', table)).join('\n')}
      revoke update, delete on booking.commission_records, booking.commission_rules from yitu_booking;
    `);
  }
}
