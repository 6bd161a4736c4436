import { directoryReactions } from '@yitu/directory';
import type { Doors } from '@yitu/runtime';
import { followIncidents } from './incidents/follow-incidents.ts';
import { getIncidentsRoute } from './incidents/get-incidents.ts';
import { followOrders } from './orders/follow-orders.ts';
import { rebuildRoute, type Replay } from './rebuild/rebuild.ts';
import { getBranchDayRpc, getSalesRoute } from './sales/get-sales.ts';
import { getSatisfactionRoute } from './satisfaction/get-satisfaction.ts';
import { onSurveyAnswered } from './satisfaction/on-survey-answered.ts';

export interface Ports {
  readonly replay: Replay;
}

/** What builds the read models. */
export const reactions = [...directoryReactions, ...followOrders, onSurveyAnswered, ...followIncidents];

/** Everything analytics offers, by door. */
export const doors = ({ replay }: Ports): Doors => ({
  routes: [getSalesRoute(), getSatisfactionRoute(), getIncidentsRoute(), rebuildRoute(replay)],
  rpcs: [getBranchDayRpc()],
  reactions,
});
