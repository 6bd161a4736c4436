import { customerAccountsTable, customersSee } from '@yitu/directory';
import { Migration } from '@mikro-orm/migrations';

const ofOwnOrder = (table: string): string =>
  customersSee(
    'finance',
    table,
    () =>
      `exists (select from finance.order_accounts where order_accounts.agency_id = ${table}.agency_id and order_accounts.order_id = ${table}.order_id)`,
  );

/** Customers with accounts of their own see what they have paid, what they get back, and their invoices. */
export default class OwnMoney extends Migration {
  override up(): void {
    this.addSql(`
      ${customerAccountsTable('finance')}
      create index order_accounts_by_customer on finance.order_accounts (agency_id, customer_id) where customer_id is not null;
      ${customersSee('finance', 'order_accounts', (isOwn) => isOwn('customer_id'))}
      ${['payments', 'refunds', 'compensations', 'invoices', 'online_payments'].map(ofOwnOrder).join('\n')}
    `);
  }
}
