import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Which customer an account is of, and their orders by it: so that customers are told of what is theirs. */
export default class Live extends Migration {
  override up(): void {
    this.addSql(`
      create table notifications.customers (
        agency_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        primary key (agency_id, id)
      );
      create index customers_account on notifications.customers (agency_id, account_id);
      create index orders_customer on notifications.orders (agency_id, customer_id, id desc);
      ${tenantTable('notifications', 'customers')}
    `);
  }
}
