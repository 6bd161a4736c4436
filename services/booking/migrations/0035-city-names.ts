import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What the cities of products, articles and suppliers are called in each language. A version's names are never changed; the newest are in force. */
export default class CityNames extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.city_names (
        agency_id uuid not null,
        version integer not null check (version > 1),
        cities jsonb not null,
        valid_from timestamptz not null,
        primary key (agency_id, version)
      );
      ${tenantTable('booking', 'city_names')}
      revoke update, delete on booking.city_names from yitu_booking;
    `);
  }
}
