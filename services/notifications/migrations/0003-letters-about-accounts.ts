import { branchesClose } from '@yitu/directory';
import { Migration } from '@mikro-orm/migrations';

/** Letters about accounts are not for customers only: an invitation, a forgotten password. */
export default class LettersAboutAccounts extends Migration {
  override up(): void {
    this.addSql(`
      ${branchesClose('notifications')}
      alter table notifications.deliveries alter column customer_id drop not null;
    `);
  }
}
