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

/** Gives a departure and its sheet, where it has one that is being prepared, their new days. */
export async function moveTripDeparture(
  uow: UnitOfWork,
  departureId: string,
  { departsOn, returnsOn }: Pick<Departure, 'departsOn' | 'returnsOn'>,
): Promise<void> {
  await uow.rows(
    'update itinerary.trip_departures set departs_on = ? where agency_id = ? and departure_id = ? and departs_on is not null',
    [departsOn, uow.agencyId, departureId],
  );
  const [moved] = await uow.rows<{ id: string; before: string }>(
    `update itinerary.operations_sheets set departs_on = ?, returns_on = ?
     where agency_id = ? and departure_id = ? and state = 'preparing' and (departs_on, returns_on) is distinct from (?::date, ?::date)
     returning new.id, old.departs_on::text as before`,
    [departsOn, returnsOn, uow.agencyId, departureId, departsOn, returnsOn],
  );
  if (!moved) return;
  uow.audit({
    ...{ objectType: 'OperationsSheet', objectId: moved.id, change: 'update' },
    ...{ before: { departsOn: moved.before }, after: { departsOn, returnsOn } },
  });
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
