import { Migration } from '@mikro-orm/migrations';

/** Lists of one customer or one branch, which without these are looked for among the whole agency's. */
export default class ListsOfOne extends Migration {
  override up(): void {
    this.addSql(`
      create index waiting_entries_by_customer on booking.waiting_entries (agency_id, customer_id, id desc);
      create index quotation_requests_by_branch on booking.quotation_requests (agency_id, branch_id, id desc);
    `);
  }
}
