import { vaultTables } from '@yitu/vault/tables';
import { Migration } from '@mikro-orm/migrations';

/** Keys of the fields that identity seals. */
export default class VaultKeys extends Migration {
  override up(): void {
    this.addSql(vaultTables('identity'));
  }
}
