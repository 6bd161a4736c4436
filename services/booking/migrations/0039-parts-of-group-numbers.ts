import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * Departures are found by any part of their group number, which begins one of its endings. A trigger keeps them, since a departure may also be scheduled
 * by the release before this one while the new one is rolled out, or by a statement. The form is that of `textKey`.
 */
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
      create function booking.group_number_endings(group_number text) returns setof text language sql immutable
        set search_path = pg_catalog, pg_temp as $$
        select distinct substr(key, start, 30)
        from btrim(regexp_replace(lower(normalize(group_number, NFKC)), '\\s+', ' ', 'g')) as key, generate_series(1, length(key)) as start
        where substr(key, start, 1) <> ' '
      $$;
      insert into booking.departure_endings (agency_id, ending, departure_id)
      select agency_id, ending, id from booking.departures, booking.group_number_endings(group_number) as ending;
      create function booking.index_departure() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
        begin
          insert into booking.departure_endings (agency_id, ending, departure_id)
          select new.agency_id, ending, new.id from booking.group_number_endings(new.group_number) as ending;
          return null;
        end
      $$;
      create trigger departures_found_by_group_number after insert on booking.departures
        for each row execute function booking.index_departure();
      alter table booking.departure_endings alter column ending set statistics 1000;
      ${tenantTable('booking', 'departure_endings')}
    `);
  }
}
