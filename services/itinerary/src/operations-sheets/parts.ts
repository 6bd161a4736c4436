import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { headsOf, tripOrdersOf } from '../trips/trip-orders.ts';
import { CheckIn, GuideAssignment, OperationsSheet, Reservation } from './operations-sheet.ts';
import type { Parts } from './sheet-view.ts';

/** Everything that belongs to a sheet, in the order it was entered. */
export async function partsOf(uow: UnitOfWork, { id, departureId }: OperationsSheet): Promise<Parts> {
  const orders = await tripOrdersOf(uow, departureId);
  const [guide] = await uow.find(GuideAssignment, { operationsSheetId: id });
  const reservations = await uow.find(Reservation, { operationsSheetId: id });
  const checkIns = await uow.find(CheckIn, { operationsSheetId: id });
  return {
    headCount: headsOf(orders),
    guide,
    reservations: reservations.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    checkIns: checkIns.toSorted((left, right) =>
      Temporal.Instant.compare(left.checkedInAt, right.checkedInAt),
    ),
  };
}

/** A sheet to be changed: nothing is arranged any more once the trip has ended. @throws itinerary/sheet-state */
export async function lockOpenSheet(uow: UnitOfWork, id: string, version?: number): Promise<OperationsSheet> {
  const sheet = await uow.lock(OperationsSheet, id, version);
  if (sheet.state === 'ended') throw errors.sheetState({ state: sheet.state });
  return sheet;
}
