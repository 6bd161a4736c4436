import type { Doors } from '@yitu/runtime';
import { describeAccessRpc } from './access/describe-access.ts';
import { issueServiceTokenRpc } from './access/issue-service-token.ts';
import { foundAgencyRoute } from './agencies/found-agency.ts';
import { operatorSessionRoute } from './agencies/operator-session.ts';
import { exportEntriesRoute } from './audit/export-entries.ts';
import { searchEntriesRoute } from './audit/search-entries.ts';
import { branchRoutes } from './branches/open-branch.ts';
import { getJwksRoute } from './keys/get-jwks.ts';
import { listRolesRoute } from './roles/list-roles.ts';
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
}

/** Everything identity offers, by door. */
export const doors = ({ tokens, operatorSecret, serviceSecrets }: Ports): Doors => ({
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
    searchEntriesRoute(),
    exportEntriesRoute(),
  ],
  rpcs: [describeAccessRpc(), issueServiceTokenRpc(tokens.keys, serviceSecrets), getStaffMemberRpc()],
  reactions: [],
});
