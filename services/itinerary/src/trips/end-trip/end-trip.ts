import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { lockOpenSheet } from '../../operations-sheets/parts.ts';
import { tripOf, TripView } from '../trip-view.ts';
import { decideEnding } from './decide.ts';

const permission = 'itinerary.trip.end';

/** No If-Match: who ends a trip says what has happened outside, whoever was checked in meanwhile. */
const endTrip = command({ permission }, async (uow, sheetId: string) => {
  const sheet = await lockOpenSheet(uow, sheetId);
  decideEnding(sheet, uow.now);
  Object.assign(sheet, { state: 'ended', endedAt: uow.now });
  const { departureId } = sheet;
  uow.publish(sheet, events.tripEnded, { operationsSheetId: sheetId, departureId, branchId: sheet.branchId });
  return tripOf(uow, sheet);
});

export const endTripRoute = () =>
  route({
    method: 'POST',
    path: '/v1/operations-sheets/:sheetId/trip-end',
    summary: 'End a trip',
    access: permission,
    params: Type.Object({ sheetId: Id }),
    result: TripView,
    handle: (call, { params: { sheetId } }) => endTrip(call, sheetId),
  });
