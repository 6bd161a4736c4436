import { Migration } from '@mikro-orm/migrations';

/** When booking heard that a departure's trip had begun: from then on it is closed for good. Trips that began before this are known by their orders. */
export default class TripsThatBegan extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.departures add column trip_began_at timestamptz;
      update booking.departures set trip_began_at = now(), state = case when state = 'cancelled' then state else 'closed' end
      where exists (select from booking.orders where orders.agency_id = departures.agency_id and orders.departure_id = departures.id
        and orders.state in ('travelling', 'completed', 'settled'));
      alter table booking.departures
        add constraint departures_begun_not_on_sale check (trip_began_at is null or state in ('closed', 'cancelled'));
    `);
  }
}
