import { importTables } from '@yitu/imports/tables';
import { Migration } from '@mikro-orm/migrations';

/** Files of customers are taken in row by row; what a row says is sealed under a key of its import while it waits. */
export default class Imports extends Migration {
  override up(): void {
    this.addSql(importTables('crm', ['customers']));
  }
}
