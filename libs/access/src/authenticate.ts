import type { AccessDirectory } from './directory.ts';
import { accessErrors } from './errors.ts';
import type { Principal } from './principal.ts';
import type { VerifyToken } from './tokens.ts';

/** Turns what a request carries into who is asking. */
export type Authenticate = (token: string | undefined, agencyOfService?: string) => Promise<Principal>;

/**
 * @returns a function that makes a principal of a bearer token; no token is anonymous. A service names the agency it acts for beside its token.
 * It throws access/invalid-token, expired-token, session-ended, identity-unavailable.
 */
export function createAuthenticate(verify: VerifyToken, directory: AccessDirectory): Authenticate {
  return async (token, agencyOfService) => {
    if (token === undefined) return { kind: 'anonymous' };
    const claims = await verify(token);
    if (claims.kind === 'operator') return claims;
    if (claims.kind === 'service') return serviceAccount(claims.service, agencyOfService);
    const { agencyId, userId, sessionId } = claims;
    const { account, branchId, branchIds, grants, denials } = await directory.describe(agencyId, sessionId);
    const whose = { agencyId, userId, sessionId, ...(account && { account }) };
    return { kind: 'person', ...whose, branchId, branchIds, grants, denials };
  };
}

function serviceAccount(service: string, agencyId: string | undefined): Principal {
  if (!agencyId) throw accessErrors.invalidToken();
  return { kind: 'service', service, agencyId };
}
