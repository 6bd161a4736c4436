import { Migration } from '@mikro-orm/migrations';

/** The staff are few among an agency's customers: lists of the one read nothing of the others. */
export default class ListsOfUsers extends Migration {
  override up(): void {
    this.addSql('create index users_account on identity.users (agency_id, account, id);');
  }
}
