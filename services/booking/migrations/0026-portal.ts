import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
const own = `agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own'`;

/** Somebody with reach own also finds what is bought for them, whoever has entered it. */
const buyer = (table: string, theirs: string): string =>
  `create policy buyer on booking.${table} to yitu_booking using (${own} and ${theirs}) with check (${own} and ${theirs});`;

const ownCustomer = `customer_id = (select id from booking.customers
  where agency_id = ${setting('agency_id')}::uuid and account_id = ${setting('user_id')}::uuid)`;

const ofOrder = (table: string): string =>
  buyer(
    table,
    `exists (select from booking.orders where orders.agency_id = ${table}.agency_id and orders.id = ${table}.order_id)`,
  );

/** Customers' own accounts, which find what is bought for them; what a customer may hold at once; the kinds of branches. */
export default class Portal extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.customers add column account_id uuid;
      create unique index customers_account_key on booking.customers (agency_id, account_id) where account_id is not null;
      -- Null until identity tells of the branch again: such a branch counts as one of the agency's own.
      alter table booking.branches add column kind text check (kind in ('headquarters', 'owned', 'franchise'));
      -- A version's setting is never changed; the newest is in force.
      create table booking.portal_rules (
        agency_id uuid not null,
        version integer not null check (version > 1),
        open_holds integer not null check (open_holds between 0 and 100),
        seats_per_order integer not null check (seats_per_order between 1 and 500),
        valid_from timestamptz not null,
        primary key (agency_id, version)
      );
      ${tenantTable('booking', 'portal_rules')}
      ${buyer('orders', ownCustomer)}
      ${['order_lines', 'order_travellers', 'payment_dues', 'order_cancellations', 'refund_claims'].map(ofOrder).join('\n')}
    `);
  }
}
