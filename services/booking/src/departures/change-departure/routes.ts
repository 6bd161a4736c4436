import { Id, LocalDate, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Price } from '../../pricing/price.ts';
import { DepartureView } from '../departure.ts';
import { changeCapacity } from './change-capacity.ts';
import { changePrices } from './change-prices.ts';
import { changeDeparture } from './change-departure.ts';
import { cancelDeparture, closeDeparture, reopenDeparture } from './close-departure.ts';

const params = Type.Object({ departureId: Id });
const reason = Type.String({ minLength: 3, maxLength: 1_000 });
const ofDeparture = { params, result: DepartureView, versioned: true } as const;

const changeDepartureRoute = () =>
  route({
    ...ofDeparture,
    method: 'PUT',
    path: '/v1/departures/:departureId',
    summary: 'Change a scheduled departure; its dates only while nobody counts on them',
    access: 'booking.departure.change',
    body: Type.Object({
      departsOn: LocalDate,
      returnsOn: LocalDate,
      cutOffDays: Type.Integer({ minimum: 0, maximum: 180 }),
      minimumGroup: Type.Integer({ minimum: 1, maximum: 10_000 }),
      operatingBranchId: Type.Optional({ ...Id, description: 'Stays as it is where it is left out' }),
      note: Type.String({ maxLength: 2_000, description: 'For the staff' }),
    }),
    handle: (call, { params: { departureId }, body, version }) =>
      changeDeparture(call, { ...body, departureId, version }),
  });

export const changeDepartureRoutes = () => [
  changeDepartureRoute(),
  route({
    ...ofDeparture,
    method: 'POST',
    path: '/v1/departures/:departureId/closing',
    summary: 'Take a departure off sale, with a reason',
    access: 'booking.departure.close',
    body: Type.Object({ reason }),
    handle: (call, { params: { departureId }, body, version }) =>
      closeDeparture(call, { ...body, departureId, version }),
  }),
  route({
    ...ofDeparture,
    method: 'POST',
    path: '/v1/departures/:departureId/reopening',
    summary: 'Put a closed departure on sale again, with a reason',
    access: 'booking.departure.close',
    body: Type.Object({ reason }),
    handle: (call, { params: { departureId }, body, version }) =>
      reopenDeparture(call, { ...body, departureId, version }),
  }),
  route({
    ...ofDeparture,
    method: 'POST',
    path: '/v1/departures/:departureId/cancellation',
    summary: 'Cancel a departure that has not left; its unpaid orders end',
    access: 'booking.departure.cancel',
    body: Type.Object({ reason, cause: Type.Enum(['minimum-group', 'agency', 'force-majeure']) }),
    handle: (call, { params: { departureId }, body, version }) =>
      cancelDeparture(call, { ...body, departureId, version }),
  }),
  route({
    ...ofDeparture,
    method: 'PUT',
    path: '/v1/departures/:departureId/capacity',
    summary: 'Extend a departure, or cut it down to what is sold',
    access: 'booking.departure.change',
    body: Type.Object({ capacity: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
    handle: (call, { params: { departureId }, body, version }) =>
      changeCapacity(call, { ...body, departureId, version }),
  }),
  route({
    ...ofDeparture,
    method: 'PUT',
    path: '/v1/departures/:departureId/prices',
    summary: 'Set the prices of what is not sold yet; orders keep theirs',
    access: 'booking.departure.change',
    body: Type.Object({ prices: Type.Array(Price, { minItems: 1, maxItems: 100 }) }),
    handle: (call, { params: { departureId }, body, version }) =>
      changePrices(call, { ...body, departureId, version }),
  }),
];
