import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { noteCancelledDeparture } from './trip-departures.ts';

/** A departure that is called off needs no operations sheet, although its orders stay confirmed until their customers have chosen. */
export const onDepartureCancelled = reaction(events.departureCancelled, (uow, { departureId }) =>
  noteCancelledDeparture(uow, departureId),
);
