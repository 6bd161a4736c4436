import { Migration } from '@mikro-orm/migrations';

/** What an order comes to and what has been paid of it, so that who sold it learns when it is paid in full. Orders from before are not told of. */
export default class PaymentsOfOrders extends Migration {
  override up(): void {
    this.addSql(`
      alter table notifications.orders
        add column currency char(3),
        add column total bigint,
        add column paid bigint not null default 0,
        add column penalties bigint not null default 0,
        add column told_paid boolean not null default false;
    `);
  }
}
