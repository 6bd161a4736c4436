import { Migration } from '@mikro-orm/migrations';

/** Orders are found by what they are of: their product's destination. */
export default class SearchOrders extends Migration {
  override up(): void {
    this.addSql('create index orders_by_product on booking.orders (agency_id, product_id, id desc);');
  }
}
