import { normalizeIP } from '@fastify/rate-limit';
import type { VerifyToken } from '@yitu/access';
import { DomainError } from '@yitu/kernel';

const remembered = 10_000;
const verifyingAtOnce = 32;
const quietMs = 1_000;

/**
 * Whose requests count together: a person's, wherever they come from, or an address's. Only a token that was verified counts for its person (an
 * invented one would be a new person each time), and nobody waits for that: until it is known, the address counts.
 */
export function createCallers(verify: VerifyToken) {
  const known = new Map<string, string | undefined>();
  const verifying = new Set<string>();
  let quietUntil = 0;
  const remember = (token: string, caller: string | undefined) => {
    if (known.size >= remembered) known.clear();
    known.set(token, caller);
  };
  const learn = async (token: string) => {
    verifying.add(token);
    try {
      const claims = await verify(token);
      remember(token, claims.kind === 'person' ? `${claims.agencyId}:${claims.userId}` : undefined);
    } catch (error) {
      if (error instanceof DomainError && error.status === 401) remember(token, undefined);
      else quietUntil = performance.now() + quietMs; // the keys cannot be had at the moment
    } finally {
      verifying.delete(token);
    }
  };
  const worthLearning = (token: string) =>
    !known.has(token) &&
    !verifying.has(token) &&
    verifying.size < verifyingAtOnce &&
    performance.now() > quietUntil;
  /** @param ip the client's address @param token its bearer token */
  return (ip: string, token: string | undefined): string => {
    if (token !== undefined && worthLearning(token)) void learn(token);
    return (token === undefined ? undefined : known.get(token)) ?? normalizeIP(ip);
  };
}
