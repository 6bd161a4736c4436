import { Migration } from '@mikro-orm/migrations';

/**
 * A provider may say something else under a number that is known, of the same payment or another: that is set aside and kept, each saying once. What is
 * not set aside still has its number alone.
 */
export default class CallbacksThatDiffer extends Migration {
  override up(): void {
    this.addSql(`
      alter table finance.payment_callbacks drop constraint payment_callbacks_once;
      create unique index payment_callbacks_once on finance.payment_callbacks (agency_id, provider, transaction_id)
        where outcome <> 'set-aside';
      create unique index payment_callbacks_said_once on finance.payment_callbacks
        (agency_id, provider, transaction_id, online_payment_id, result, amount, currency);
      create index payment_callbacks_by_payment on finance.payment_callbacks (agency_id, online_payment_id, id desc);
    `);
  }
}
