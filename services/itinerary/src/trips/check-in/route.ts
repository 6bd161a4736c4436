import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Bookings } from '../../bookings.ts';
import { TripView } from '../trip-view.ts';
import { checkIn } from './handle.ts';

export const checkInRoute = (bookings: Bookings) => {
  const enter = checkIn(bookings);
  return route({
    method: 'POST',
    path: '/v1/operations-sheets/:sheetId/check-ins',
    summary: 'Check a traveller in, whose document has been seen',
    access: 'itinerary.trip.check-in',
    params: Type.Object({ sheetId: Id }),
    body: Type.Object({
      orderId: Id,
      travellerId: Id,
      documentSeen: Type.Boolean({ description: 'Identity verified against the document: must be true' }),
    }),
    result: TripView,
    status: 201,
    handle: (call, { params, body }) => enter(call, { sheetId: params.sheetId, ...body }),
  });
};
