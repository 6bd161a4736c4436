import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Rules of an agency by their kind, and quotations of which more was taken off than the rules allow. */
export default class RuleSettings extends Migration {
  override up(): void {
    this.addSql(`
      -- A version's setting is never changed; what a kind of rule says is checked at its door.
      create table booking.rule_settings (
        agency_id uuid not null,
        kind text not null,
        version integer not null check (version > 1),
        rules jsonb not null,
        set_at timestamptz not null,
        primary key (agency_id, kind, version)
      );
      ${tenantTable('booking', 'rule_settings')}
      revoke update, delete on booking.rule_settings from yitu_booking;
      -- What was quoted before these rules was bound by none.
      alter table booking.quotation_revisions add column over_discount_limit boolean not null default false;
    `);
  }
}
