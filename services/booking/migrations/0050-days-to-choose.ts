import { Migration } from '@mikro-orm/migrations';

/**
 * Until when customers of a called-off departure choose is fixed with the call-off, by the rule of that moment; what was called off before keeps the week
 * it was told. Where nobody chose in time a rule refunds: nobody has recorded that.
 */
export default class DaysToChoose extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.departures add column choose_by date;
      update booking.departures set choose_by = least((cancelled_at at time zone time_zone)::date + 7, departs_on - 1)
        where state = 'cancelled' and cancelled_at is not null;
      alter table booking.group_choices alter column recorded_by drop not null;
      alter table booking.group_choices drop constraint group_choices_consent_by_check,
        add constraint group_choices_consent_by_check
          check (consent_by in ('in-person', 'telephone', 'message', 'letter', 'portal', 'rule')),
        add constraint group_choices_recorded check ((recorded_by is null) = (consent_by = 'rule'));
    `);
  }
}
