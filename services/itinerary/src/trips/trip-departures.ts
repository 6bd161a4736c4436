import type { UnitOfWork } from '@yitu/persistence';
import type { Departure } from '../bookings.ts';

/** Notes a departure somebody travels on: it needs an operations sheet, unless it has one. @param branchId of the order */
export async function noteTripDeparture(
  uow: UnitOfWork,
  { departureId, groupNumber, departsOn }: Departure,
  branchId: string,
): Promise<void> {
  await uow.rows(
    `insert into itinerary.trip_departures (agency_id, departure_id, branch_id, group_number, departs_on, has_sheet)
     values (?, ?, ?, ?, ?, exists (select from itinerary.operations_sheets where agency_id = ? and departure_id = ?))
     on conflict do nothing`,
    [uow.agencyId, departureId, branchId, groupNumber, departsOn, uow.agencyId, departureId],
  );
}

/** Notes that a departure is called off, also where nobody is known to travel on it yet: whoever asked booking before may still be at work. */
export async function noteCancelledDeparture(uow: UnitOfWork, departureId: string): Promise<void> {
  await uow.rows(
    `insert into itinerary.trip_departures (agency_id, departure_id, has_sheet, cancelled) values (?, ?, false, true)
     on conflict (agency_id, departure_id) do update set cancelled = true`,
    [uow.agencyId, departureId],
  );
}

/** Notes that a departure has its sheet now, whether somebody travels on it yet or not. */
export async function noteSheet(
  uow: UnitOfWork,
  { departureId, groupNumber, departsOn }: Departure,
  branchId: string,
): Promise<void> {
  await uow.rows(
    `insert into itinerary.trip_departures (agency_id, departure_id, branch_id, group_number, departs_on, has_sheet)
     values (?, ?, ?, ?, ?, true) on conflict (agency_id, departure_id) do update set has_sheet = true`,
    [uow.agencyId, departureId, branchId, groupNumber, departsOn],
  );
}
