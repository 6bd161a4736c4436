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
        branch_id uuid not null,
        group_number text not null,
        departs_on date not null,
        has_sheet boolean not null,
        primary key (agency_id, departure_id)
      );
      create index trip_departures_without_sheet on itinerary.trip_departures (agency_id, departs_on) where not has_sheet;
      ${tenantTable('itinerary', 'trip_departures')}
    `);
  }
}
