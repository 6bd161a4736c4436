import { branchesClose } from '@yitu/directory';
import { Migration } from '@mikro-orm/migrations';

/** Customers may have an account of their own. */
export default class AccountsOfCustomers extends Migration {
  override up(): void {
    this.addSql(`
      ${branchesClose('crm')}
      alter table crm.customers add column user_id uuid;
      create unique index customers_user_key on crm.customers (agency_id, user_id) where user_id is not null;
      create index customers_owner on crm.customers (agency_id, owner_id);
    `);
  }
}
