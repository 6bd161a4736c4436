import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { accessErrors, type Account, type AskAccess, type Grant, type Reach } from '@yitu/access';
import { identity } from '@yitu/contracts';
import type { Remote } from './client.ts';
import { unary } from './client.ts';

/** Asks identity what a session may do now. */
export const askIdentity =
  (remote: Remote, service: string): AskAccess =>
  async (agencyId, sessionId) => {
    const behalf = { principal: { kind: 'service', service, agencyId } as const };
    const method = identity.AccessServiceService.describeAccess;
    const { active, userId, account, branchId, branchIds, grants, denials, validForMs } = await remote
      .ask(method, { agencyId, sessionId }, behalf)
      .catch((cause: unknown) => {
        throw accessErrors.identityUnavailable({ cause });
      });
    const whose = { userId, branchId, branchIds, ...accountOf(account) };
    const known = { active, ...whose, grants: grants.map(grantOf), denials };
    return validForMs > 0 ? { ...known, validForMs } : known;
  };

/** An identity of before there were accounts of several kinds names none. */
const accountOf = (account: string) => (account === '' ? {} : { account: account as Account }); // identity's own words

const grantOf = ({ permission, reach }: identity.Grant): Grant => ({ permission, reach: reach as Reach }); // identity's own words

/** The token this service shows on its own account: asked of identity with the service's secret, kept until shortly before its end. */
export function serviceTokens(
  address: string,
  service: string,
  secret: string,
): { token: () => Promise<string>; close(): void } {
  const client = new Client(address, credentials.createInsecure());
  const known: { token: Promise<string> | undefined; until: number } = { token: undefined, until: 0 };
  const issue = async () => {
    const method = identity.AccessServiceService.issueServiceToken;
    const { token, expiresInSeconds } = await unary(
      client,
      method,
      { service, secret },
      new Metadata(),
      Date.now() + 2_000,
    );
    known.until = performance.now() + (expiresInSeconds - 30) * 1_000;
    return token;
  };
  return {
    close: () => client.close(),
    token: () => {
      if (known.token && performance.now() < known.until) return known.token;
      known.until = performance.now() + 2_000;
      known.token = issue().catch((error: unknown) => {
        known.until = 0;
        throw error;
      });
      return known.token;
    },
  };
}
