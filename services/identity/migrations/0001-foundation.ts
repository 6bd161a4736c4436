import { foundationTables } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

export default class Foundation extends Migration {
  override up(): void {
    this.addSql(foundationTables('identity'));
  }
}
