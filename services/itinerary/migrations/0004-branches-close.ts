import { branchesClose } from '@yitu/directory';
import { Migration } from '@mikro-orm/migrations';

export default class BranchesClose extends Migration {
  override up(): void {
    this.addSql(branchesClose('itinerary'));
  }
}
