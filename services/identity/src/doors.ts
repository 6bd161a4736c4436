import type { Doors } from '@yitu/runtime';
import { describeAccessRpc } from './access/describe-access.ts';
import { issueServiceTokenRpc } from './access/issue-service-token.ts';
import { foundAgencyRoute } from './agencies/found-agency.ts';
import { operatorSessionRoute } from './agencies/operator-session.ts';
import { branchRoutes } from './branches/open-branch.ts';
import { getJwksRoute } from './keys/get-jwks.ts';
import type { Vault } from '@yitu/vault';
import type { RelyingParty } from './passkeys/passkey.ts';
import { passkeyRoutes } from './passkeys/register-passkey.ts';
import { passkeySignInRoutes } from './passkeys/sign-in-with-passkey.ts';
import { secondFactorSignInRoutes } from './second-factor/complete-sign-in.ts';
import { mySecondFactorRoutes } from './second-factor/my-second-factor.ts';
import { requireOfRolesRoutes } from './second-factor/require-of-roles.ts';
import { listRolesRoute } from './roles/list-roles.ts';
import type { FindPlace } from './devices/places.ts';
import { endSessionRoutes } from './sessions/end-session.ts';
import { listSessionRoutes } from './sessions/list-sessions.ts';
import { refreshSessionRoute } from './sessions/refresh-session.ts';
import { signInRoute } from './sessions/sign-in.ts';
import type { TokenRules } from './sessions/tokens.ts';
import { addUserRoute } from './users/add-user.ts';
import { changeAccessRoutes } from './users/change-access.ts';
import { getMeRoute } from './users/get-me.ts';
import { getStaffMemberRpc, readUserRoutes } from './users/read-users.ts';

export interface Ports {
  readonly tokens: TokenRules;
  readonly places: FindPlace;
  readonly vault: Vault;
  /** Undefined where the system's origin is not known: then there are no passkeys. */
  readonly party: RelyingParty | undefined;
  readonly operatorSecret: string;
  readonly serviceSecrets: Readonly<Record<string, string>>;
}

/** Everything identity offers, by door. */
export const doors = ({ tokens, places, vault, party, operatorSecret, serviceSecrets }: Ports): Doors => ({
  routes: [
    getJwksRoute(tokens.keys),
    operatorSessionRoute(tokens.keys, operatorSecret),
    foundAgencyRoute(),
    ...branchRoutes(),
    signInRoute(tokens),
    refreshSessionRoute(tokens),
    ...secondFactorSignInRoutes({ rules: tokens, vault, party }),
    ...mySecondFactorRoutes(vault),
    ...requireOfRolesRoutes(),
    ...passkeySignInRoutes(tokens, party),
    ...passkeyRoutes(party),
    ...endSessionRoutes(),
    ...listSessionRoutes({ places, refreshDays: tokens.refreshDays }),
    getMeRoute(),
    addUserRoute(),
    ...readUserRoutes(),
    ...changeAccessRoutes(),
    listRolesRoute(),
  ],
  rpcs: [describeAccessRpc(), issueServiceTokenRpc(tokens.keys, serviceSecrets), getStaffMemberRpc()],
  reactions: [],
});
