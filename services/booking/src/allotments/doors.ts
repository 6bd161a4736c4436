import type { Doors } from '@yitu/runtime';
import { stopSaleRoutes } from './close-dates.ts';
import { contractUnitsRoute } from './contract-units.ts';
import { giveBackRoute } from './give-back.ts';
import { onReleaseDue } from './on-release-due.ts';
import { onDepartureCalledOff, onOrderTakingsEndDue } from './on-takings-end-due.ts';
import { readAllotmentRoutes } from './read-allotments.ts';
import { readCalendarRoute } from './read-calendar.ts';
import { setDatesRoute } from './set-dates.ts';
import { takeUnitsRoute } from './take-units.ts';

export const allotmentsDoors = (): Doors => ({
  routes: [
    contractUnitsRoute(),
    setDatesRoute(),
    ...stopSaleRoutes(),
    takeUnitsRoute(),
    giveBackRoute(),
    ...readAllotmentRoutes(),
    readCalendarRoute(),
  ],
  rpcs: [],
  reactions: [onReleaseDue, onOrderTakingsEndDue, onDepartureCalledOff],
});
