import { createHash } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type { VerifyToken } from '@yitu/access';
import { DomainError } from '@yitu/kernel';

const remembered = 10_000;
const verifyingAtOnce = 32;
const quietMs = 1_000;
/** Identity's tokens are much shorter; what is longer would only be hashed and verified for nothing. */
const longestToken = 4 * 1024;

/**
 * Whose requests count together: a person's, wherever they come from, or an address's. Only a token that was verified counts for its person (an
 * invented one would be a new person each time), and nobody waits for that: until it is known, the address counts.
 * Tokens are known by their hash, which has one length whatever somebody sends, and signs nobody in.
 */
export function createCallers(verify: VerifyToken) {
  const known = new Map<string, string | undefined>();
  const verifying = new Set<string>();
  let quietUntil = 0;
  const remember = (hash: string, caller: string | undefined) => {
    if (known.size >= remembered) known.clear();
    known.set(hash, caller);
  };
  const learn = async (token: string, hash: string) => {
    verifying.add(hash);
    try {
      const claims = await verify(token);
      remember(hash, claims.kind === 'person' ? `${claims.agencyId}:${claims.userId}` : undefined);
    } catch (error) {
      if (error instanceof DomainError && error.status === 401) remember(hash, undefined);
      else quietUntil = performance.now() + quietMs; // the keys cannot be had at the moment
    } finally {
      verifying.delete(hash);
    }
  };
  const worthLearning = (hash: string) =>
    !known.has(hash) &&
    !verifying.has(hash) &&
    verifying.size < verifyingAtOnce &&
    performance.now() > quietUntil;
  const personOf = (token: string): string | undefined => {
    if (token.length > longestToken) return undefined;
    const hash = createHash('sha256').update(token).digest('base64url');
    if (worthLearning(hash)) void learn(token, hash);
    return known.get(hash);
  };
  /** @param ip the client's address @param token its bearer token */
  return (ip: string, token: string | undefined): string =>
    (token === undefined ? undefined : personOf(token)) ?? normalizeIP(ip);
}
