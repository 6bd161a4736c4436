import type { Doors } from '@yitu/runtime';
import { describeAccessRpc } from './access/describe-access.ts';
import { issueServiceTokenRpc } from './access/issue-service-token.ts';
import { foundAgencyRoute } from './agencies/found-agency.ts';
import { operatorSessionRoute } from './agencies/operator-session.ts';
import { followCertificates } from './assessments/follow-certificates.ts';
import { listDueRoute } from './assessments/list-due.ts';
import { readTrainingRoute } from './assessments/read-training.ts';
import { recordAssessmentRoute } from './assessments/record-assessment/record-assessment.ts';
import { branchRoutes } from './branches/open-branch.ts';
import { changeScopesRoute } from './clients/change-scopes.ts';
import { createClientRoute } from './clients/create-client.ts';
import { disableClientRoutes } from './clients/disable-client.ts';
import { issueTokenRoute } from './clients/issue-token/route.ts';
import { metadataRoute } from './clients/metadata.ts';
import { readClientRoutes } from './clients/read-clients.ts';
import { rotateSecretRoute } from './clients/rotate-secret/rotate-secret.ts';
import { courseRoutes } from './courses/define-course.ts';
import { trainingRoutes } from './courses/hold-training.ts';
import { followOccurrences } from './incidents/follow-occurrences.ts';
import { handleIncidentRoutes } from './incidents/handle-incident.ts';
import { incidentRuleRoutes } from './incidents/incident-rules.ts';
import { isolateRoutes } from './incidents/isolate/isolate.ts';
import { moveIncidentRoutes } from './incidents/move-incident/move-incident.ts';
import { notifyStaffRoute } from './incidents/notify-staff.ts';
import { openIncidentRoute } from './incidents/open-incident.ts';
import { describeIncidentRpc, readIncidentRoutes } from './incidents/read-incidents.ts';
import { getJwksRoute } from './keys/get-jwks.ts';
import { listRolesRoute } from './roles/list-roles.ts';
import { requiredCourseRoutes } from './roles/required-courses/set-required-courses.ts';
import { signOutRoute } from './sessions/end-session.ts';
import { refreshSessionRoute } from './sessions/refresh-session.ts';
import { signInRoute } from './sessions/sign-in.ts';
import type { TokenRules } from './sessions/tokens.ts';
import { addUserRoute } from './users/add-user.ts';
import { changeAccessRoutes } from './users/change-access.ts';
import { getMeRoute } from './users/get-me.ts';
import { getStaffMemberRpc, readUserRoutes } from './users/read-users.ts';

export interface Ports {
  readonly tokens: TokenRules;
  readonly operatorSecret: string;
  readonly serviceSecrets: Readonly<Record<string, string>>;
  /** The origin the world reaches us at: the gateway's. */
  readonly publicUrl: string;
}

/** Everything identity offers, by door. */
export const doors = ({ tokens, operatorSecret, serviceSecrets, publicUrl }: Ports): Doors => ({
  routes: [
    getJwksRoute(tokens.keys),
    operatorSessionRoute(tokens.keys, operatorSecret),
    foundAgencyRoute(),
    ...branchRoutes(),
    signInRoute(tokens),
    refreshSessionRoute(tokens),
    signOutRoute(),
    getMeRoute(),
    addUserRoute(),
    ...readUserRoutes(),
    ...changeAccessRoutes(),
    listRolesRoute(),
    openIncidentRoute(),
    ...readIncidentRoutes(),
    ...handleIncidentRoutes(),
    ...moveIncidentRoutes(),
    ...isolateRoutes(),
    notifyStaffRoute(),
    ...incidentRuleRoutes(),
    ...courseRoutes(),
    ...trainingRoutes(),
    recordAssessmentRoute(),
    readTrainingRoute(),
    listDueRoute(),
    ...requiredCourseRoutes(),
    metadataRoute(publicUrl),
    issueTokenRoute(tokens),
    createClientRoute(),
    ...readClientRoutes(),
    changeScopesRoute(),
    rotateSecretRoute(),
    ...disableClientRoutes(),
  ],
  rpcs: [
    describeAccessRpc(),
    issueServiceTokenRpc(tokens.keys, serviceSecrets),
    getStaffMemberRpc(),
    describeIncidentRpc(),
  ],
  reactions: [...followOccurrences, ...followCertificates],
});
