import { Migration } from '@mikro-orm/migrations';

/** The newest products of one city or country, for searches by place. */
export default class PlacesOfProducts extends Migration {
  override up(): void {
    this.addSql(`
      create index products_by_city on booking.products (agency_id, destination_city, state, id desc);
      create index products_by_country on booking.products (agency_id, destination_country, state, id desc);
    `);
  }
}
