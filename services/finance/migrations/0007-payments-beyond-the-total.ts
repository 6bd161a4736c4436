import { Migration } from '@mikro-orm/migrations';

/**
 * A payment that has come in is recorded although it is more than the order costs, when whoever records it says so: the account counts how far. The
 * same payment is recorded once: by its reference at the bank, terminal or provider.
 */
export default class PaymentsBeyondTheTotal extends Migration {
  override up(): void {
    this.addSql(`
      alter table finance.order_accounts add column beyond_total bigint not null default 0 check (beyond_total >= 0),
        drop constraint order_accounts_never_overpaid,
        add constraint order_accounts_never_overpaid check (received between 0 and total + beyond_total);
      create unique index payments_once on finance.payments (agency_id, order_id, method, reference) where state = 'received' and reference <> '';
    `);
  }
}
