import { identity } from '@yitu/contracts';
import { rpc } from '@yitu/runtime';
import { sameSecret } from '../agencies/operator-session.ts';
import { errors } from '../errors.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';

const seconds = 300;

/** A service shows its secret and gets a token with which the others know it. */
export const issueServiceTokenRpc = (keys: SigningKeys, secrets: Readonly<Record<string, string>>) =>
  rpc(identity.AccessServiceService.issueServiceToken, async (_call, { service, secret }) => {
    const expected = Object.hasOwn(secrets, service) ? secrets[service] : undefined;
    if (!expected || !sameSecret(secret, expected)) throw errors.wrongSecret();
    return { token: await keys.sign({ kind: 'service', service }, seconds), expiresInSeconds: seconds };
  });
