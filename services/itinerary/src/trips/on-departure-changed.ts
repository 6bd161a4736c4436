import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { moveTripDeparture } from './trip-departures.ts';

/** A departure leaves on other days, which happens while nobody travels on it: what was prepared for it is for the new ones. */
export const onDepartureChanged = reaction(
  events.departureChanged,
  (uow, { departureId, departsOn, returnsOn }) =>
    moveTripDeparture(uow, departureId, { departsOn, returnsOn }),
);
