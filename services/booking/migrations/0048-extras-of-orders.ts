import { Migration } from '@mikro-orm/migrations';

/** What was quoted beside a departure are lines of their own; the one line of orders placed before stays as it is. */
export default class ExtrasOfOrders extends Migration {
  override up(): void {
    this.addSql(`
      -- Which of the lines of its category: a departure has one, what was quoted beside it are counted from 1.
      alter table booking.order_lines add column place integer not null default 0 check (place >= 0);
      -- How the quotation calls it.
      alter table booking.order_lines add column text jsonb;
      alter table booking.order_lines drop constraint order_lines_pkey;
      alter table booking.order_lines add constraint order_lines_pkey primary key (agency_id, order_id, category, place);
    `);
  }
}
