import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
/** As on all that is an order's: somebody with reach own also finds what is bought for them, whoever has entered it. */
const theirs = `agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own'
  and exists (select from booking.orders where orders.agency_id = group_choices.agency_id and orders.id = group_choices.order_id)`;

/**
 * Customers choose by themselves what becomes of an order whose departure was called off; an order that was not paid says so; what is overdue is found
 * by its day, whatever the terms, and choices to record by their departures.
 */
export default class CalledOffDepartures extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.group_choices drop constraint group_choices_consent_by_check,
        add constraint group_choices_consent_by_check check (consent_by in ('in-person', 'telephone', 'message', 'letter', 'portal'));
      alter table booking.order_cancellations drop constraint order_cancellations_cause_check,
        add constraint order_cancellations_cause_check check (cause in ('customer', 'unpaid', 'agency', 'force-majeure', 'no-show'));
      create policy buyer on booking.group_choices to yitu_booking using (${theirs}) with check (${theirs});
      create index payment_dues_by_day on booking.payment_dues (agency_id, due_on);
      create index departures_called_off on booking.departures (agency_id, departs_on) where state = 'cancelled';
    `);
  }
}
