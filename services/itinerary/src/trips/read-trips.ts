import { itinerary } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, route, rpc } from '@yitu/runtime';
import { Type } from 'typebox';
import { OperationsSheet } from '../operations-sheets/operations-sheet.ts';
import { tripOf, TripView } from './trip-view.ts';

const getTrip = query({ permission: 'itinerary.trip.read' }, async (uow, departureId: string) =>
  tripOf(uow, await uow.get(OperationsSheet, { departureId })),
);

export const getTripRoute = () =>
  route({
    method: 'GET',
    path: '/v1/trips/:departureId',
    summary: 'How far a trip is, with its passengers and who has checked in',
    access: 'itinerary.trip.read',
    params: Type.Object({ departureId: Id }),
    result: TripView,
    handle: (call, { params }) => getTrip(call, params.departureId),
  });

export const getTripRpc = () =>
  rpc(itinerary.TripsServiceService.getTrip, async (call, { departureId }) => {
    const { operationsSheetId, state, checkedIn, expected } = await getTrip(call, departureId);
    return { departureId, operationsSheetId, state, checkedIn, expected };
  });
