import { foundationTables, tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** A small service for the tests of outbox, relay and inbox: counters that are counted up, and what was seen of it. */
export default class Heart extends Migration {
  override up(): void {
    this.addSql(`
      ${foundationTables('heart')}
      create table heart.counters (agency_id uuid, id uuid, value integer not null, version integer not null, primary key (agency_id, id));
      create table heart.seen (
        agency_id uuid not null,
        position bigint generated always as identity,
        counter_id uuid not null,
        version integer not null,
        primary key (agency_id, position)
      );
      ${tenantTable('heart', 'counters')}
      ${tenantTable('heart', 'seen')}
    `);
  }
}
