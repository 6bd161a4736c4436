import type { Doors } from '@yitu/runtime';
import { changeDepartureRoutes } from './change-departure/routes.ts';
import { departureDaysRoute } from './departure-days.ts';
import { nameDeparturesRoute } from './name-departures.ts';
import { onUnpaidOrdersEndDue } from './on-unpaid-orders-end-due.ts';
import { getDepartureRpc, readDepartureRoutes } from './read-departures.ts';
import { scheduleDepartureRoute } from './schedule-departure.ts';

export const departuresDoors = (): Doors => ({
  routes: [
    scheduleDepartureRoute(),
    ...readDepartureRoutes(),
    departureDaysRoute(),
    nameDeparturesRoute(),
    ...changeDepartureRoutes(),
  ],
  rpcs: [getDepartureRpc()],
  reactions: [onUnpaidOrdersEndDue],
});
