import type { Doors } from '@yitu/runtime';
import { describeAccessRpc } from './access/describe-access.ts';
import { issueServiceTokenRpc } from './access/issue-service-token.ts';
import { foundAgencyRoute } from './agencies/found-agency.ts';
import { operatorSessionRoute } from './agencies/operator-session.ts';
import { branchRoutes } from './branches/open-branch.ts';
import { changeScopesRoute } from './clients/change-scopes.ts';
import { createClientRoute } from './clients/create-client.ts';
import { disableClientRoutes } from './clients/disable-client.ts';
import { issueTokenRoute } from './clients/issue-token/route.ts';
import { metadataRoute } from './clients/metadata.ts';
import { readClientRoutes } from './clients/read-clients.ts';
import { rotateSecretRoute } from './clients/rotate-secret/rotate-secret.ts';
import type { ProviderPorts } from './identity-providers/configure-provider.ts';
import type { SignInPorts } from './identity-providers/finish-sign-in/handle.ts';
import { finishSignInRoute } from './identity-providers/finish-sign-in/route.ts';
import { providerRoutes } from './identity-providers/provider-routes.ts';
import { startSignInRoute } from './identity-providers/start-sign-in.ts';
import { getJwksRoute } from './keys/get-jwks.ts';
import { changeRoleRoutes } from './roles/change-role.ts';
import { createRoleRoute } from './roles/create-role.ts';
import { listRolesRoutes } from './roles/list-roles.ts';
import { signOutRoute } from './sessions/end-session.ts';
import { refreshSessionRoute } from './sessions/refresh-session.ts';
import { signInRoute } from './sessions/sign-in.ts';
import type { TokenRules } from './sessions/tokens.ts';
import { addUserRoute } from './users/add-user.ts';
import { changeAccessRoutes } from './users/change-access.ts';
import { changeGrantsRoutes } from './users/change-grants.ts';
import { getMeRoute } from './users/get-me.ts';
import { getStaffMemberRpc, readUserRoutes } from './users/read-users.ts';

export interface Ports {
  readonly tokens: TokenRules;
  readonly operatorSecret: string;
  readonly serviceSecrets: Readonly<Record<string, string>>;
  /** The origin the world reaches us at: the gateway's. */
  readonly publicUrl: string;
  readonly providers: ProviderPorts & SignInPorts;
}

/** Everything identity offers, by door. */
export const doors = ({ tokens, operatorSecret, serviceSecrets, publicUrl, providers }: Ports): Doors => ({
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
    ...changeGrantsRoutes(),
    ...listRolesRoutes(),
    createRoleRoute(),
    ...changeRoleRoutes(),
    metadataRoute(publicUrl),
    issueTokenRoute(tokens),
    createClientRoute(),
    ...readClientRoutes(),
    changeScopesRoute(),
    rotateSecretRoute(),
    ...disableClientRoutes(),
    ...providerRoutes(providers),
    startSignInRoute(providers),
    finishSignInRoute(providers),
  ],
  rpcs: [describeAccessRpc(), issueServiceTokenRpc(tokens.keys, serviceSecrets), getStaffMemberRpc()],
  reactions: [],
});
