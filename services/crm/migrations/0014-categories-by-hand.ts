import { Migration } from '@mikro-orm/migrations';

/** Rules change the category of a customer only where nobody has set it. */
export default class CategoriesByHand extends Migration {
  override up(): void {
    this.addSql('alter table crm.customers add column category_by_hand boolean not null default false');
  }
}
