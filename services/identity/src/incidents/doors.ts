import { followOccurrences } from './follow-occurrences.ts';
import { handleIncidentRoutes } from './handle-incident.ts';
import { incidentRuleRoutes } from './incident-rules.ts';
import { isolateRoutes } from './isolate/isolate.ts';
import { moveIncidentRoutes } from './move-incident/move-incident.ts';
import { notifyStaffRoute } from './notify-staff.ts';
import { openIncidentRoute } from './open-incident.ts';
import { describeIncidentRpc, readIncidentRoutes } from './read-incidents.ts';

/** What identity offers about security incidents. */
export const incidentDoors = () => ({
  routes: [
    openIncidentRoute(),
    ...readIncidentRoutes(),
    ...handleIncidentRoutes(),
    ...moveIncidentRoutes(),
    ...isolateRoutes(),
    notifyStaffRoute(),
    ...incidentRuleRoutes(),
  ],
  rpcs: [describeIncidentRpc()],
  reactions: followOccurrences,
});
