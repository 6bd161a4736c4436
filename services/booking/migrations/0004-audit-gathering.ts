import { auditGathering } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

export default class AuditGathering extends Migration {
  override up(): void {
    this.addSql(auditGathering('booking'));
  }
}
