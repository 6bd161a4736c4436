import { Migration } from '@mikro-orm/migrations';

/** Whether an agency approves orders before everybody who travels is named; until it says otherwise it does, as before. */
export default class TravellersForApproval extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.order_rules add column travellers_for_approval text not null default 'open'
        check (travellers_for_approval in ('open', 'named'));
    `);
  }
}
