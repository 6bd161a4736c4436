import { Migration } from '@mikro-orm/migrations';

/** What the staff notes of a departure, for the staff. */
export default class ChangedDepartures extends Migration {
  override up(): void {
    this.addSql(`alter table booking.departures add column note text not null default ''`);
  }
}
