import { Migration } from '@mikro-orm/migrations';

/** An order that is moved to another product keeps the terms of cancelling it was placed under. */
export default class PolicyOfMovedOrders extends Migration {
  override up(): void {
    this.addSql('alter table booking.orders add column policy_product_id uuid');
  }
}
