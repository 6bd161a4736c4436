import { Migration } from '@mikro-orm/migrations';

/**
 * Imports can be stopped, and what their rows said goes once they have become something. What an author might do when they began stands with all that
 * holds for the rows; rows get ids of their own.
 */
export default class ImportsEnd extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.imports drop constraint imports_state_check;
      alter table booking.imports add constraint imports_state check (state in ('running', 'finished', 'cancelled'));
      alter table booking.imports add column branch_id uuid;
      alter table booking.imports add column terms jsonb not null default '{}';
      update booking.imports set terms = jsonb_build_object('publishes', publishes);
      alter table booking.imports alter column publishes drop not null;
      alter table booking.import_rows add column id uuid;
      alter table booking.import_rows alter column input drop not null;
      update booking.import_rows set input = null where state <> 'waiting';
    `);
  }
}
