import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Departures somebody travels on, and whether their operations sheet is open: what has none yet is the operators' to do. */
export default class DeparturesWithOrders extends Migration {
  override up(): void {
    this.addSql(`
      create table itinerary.trip_departures (
        agency_id uuid not null,
        departure_id uuid not null,
        -- Of the order that was confirmed first.
        branch_id uuid,
        group_number text,
        departs_on date,
        has_sheet boolean not null,
        cancelled boolean not null default false,
        primary key (agency_id, departure_id),
        -- Of a departure that was called off before anybody was known to travel on it nothing else is known.
        constraint trip_departures_known check (cancelled or num_nulls(branch_id, group_number, departs_on) = 0)
      );
      create index trip_departures_without_sheet on itinerary.trip_departures (agency_id, departs_on) where not has_sheet and not cancelled;
      ${tenantTable('itinerary', 'trip_departures')}
    `);
  }
}
