import { Migration } from '@mikro-orm/migrations';

/** Since when the travellers of an order are those they are, where some were named after it was confirmed. */
export default class TravellersNamedLater extends Migration {
  override up(): void {
    this.addSql('alter table itinerary.trip_orders add column named_at timestamptz;');
  }
}
