import type { AccessDirectory } from './directory.ts';
import { accessErrors } from './errors.ts';
import type { Person, Principal } from './principal.ts';
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
    return describePerson(directory, claims);
  };
}

/** Who a person is by now and what they may do, for what outlasts their request. Rejects as `Authenticate` does. */
export type AskAgain = (person: Person) => Promise<Person>;

/** @returns a function that looks at a session again, as the next request of it would */
export const createAskAgain =
  (directory: AccessDirectory): AskAgain =>
  (person) =>
    describePerson(directory, person);

async function describePerson(
  directory: AccessDirectory,
  { agencyId, userId, sessionId }: Pick<Person, 'agencyId' | 'userId' | 'sessionId'>,
): Promise<Person> {
  const { account, branchId, branchIds, grants, denials } = await directory.describe(agencyId, sessionId);
  const whose = { agencyId, userId, sessionId, ...(account && { account }) };
  return { kind: 'person', ...whose, branchId, branchIds, grants, denials };
}

function serviceAccount(service: string, agencyId: string | undefined): Principal {
  if (!agencyId) throw accessErrors.invalidToken();
  return { kind: 'service', service, agencyId };
}
