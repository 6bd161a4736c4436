import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Departures are found by any part of their group number, which begins one of its endings. */
export default class PartsOfGroupNumbers extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.departure_endings (
        agency_id uuid not null,
        ending text collate "C" not null,
        departure_id uuid not null,
        primary key (agency_id, ending, departure_id),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id)
      );
      create index departure_endings_of_departure on booking.departure_endings (agency_id, departure_id, ending);
      insert into booking.departure_endings (agency_id, ending, departure_id)
      select distinct agency_id, substr(key, start, 30), id
      from booking.departures
        cross join lateral (select regexp_replace(trim(lower(normalize(group_number, NFKC))), '\\s+', ' ', 'g') as key) as keyed
        cross join lateral generate_series(1, length(key)) as start
      where substr(key, start, 1) <> ' ';
      alter table booking.departure_endings alter column ending set statistics 1000;
      ${tenantTable('booking', 'departure_endings')}
    `);
  }
}
