import { Migration } from '@mikro-orm/migrations';

/** Inbox items about what belongs to the whole agency have no branch. */
export default class ItemsOfTheAgency extends Migration {
  override up(): void {
    this.addSql('alter table notifications.inbox_items alter column branch_id drop not null;');
  }
}
