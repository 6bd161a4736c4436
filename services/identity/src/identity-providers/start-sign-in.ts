import type { Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import { Type } from 'typebox';
import { providerErrors } from './errors.ts';
import { agencyOfCode, connectionOf } from './known-provider.ts';
import { redirectUriOf } from './identity-provider.ts';
import { isUnreachable } from './provider-connections.ts';
import type { SignInPorts } from './finish-sign-in/handle.ts';

/** How long somebody may take at their provider. */
const seconds = 600;

export const AgencyCode = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: "The agency's code" });

const Started = Type.Object({
  authorizationUrl: Type.String({ description: 'Where the browser is to go.' }),
  token: Type.String({ description: 'To be kept in the browser until it is back.' }),
  expiresInSeconds: Type.Integer(),
});

/** @throws identity/no-identity-provider also for an unknown agency, identity/identity-provider-unavailable */
async function startSignIn(call: Call, ports: SignInPorts, agency: string, returnTo: string) {
  const agencyId = await agencyOfCode(call, agency);
  const known =
    agencyId === undefined ? undefined : await connectionOf(call, ports, agencyId).catch(unavailable);
  if (agencyId === undefined || !known) throw providerErrors.noIdentityProvider();
  const expiresAt = Math.floor(call.clock.now().epochMilliseconds / 1_000) + seconds;
  const token = ports.tokens.issue({ agencyId, providerId: known.provider.id, returnTo, expiresAt });
  const { state, nonce, verifier } = ports.tokens.secretsOf(token);
  const url = buildAuthorizationUrl(known.connection, {
    redirect_uri: redirectUriOf(ports.publicUrl, agency.toLowerCase()),
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { authorizationUrl: url.href, token, expiresInSeconds: seconds };
}

/** An address that is refused by now (its name points elsewhere) is one that cannot be reached. */
function unavailable(cause: unknown): never {
  throw isUnreachable(cause) ? providerErrors.identityProviderUnavailable({ cause }) : cause;
}

export const startSignInRoute = (ports: SignInPorts) =>
  route({
    method: 'POST',
    path: '/v1/sessions/oidc/start',
    summary: "Begin a sign-in through the agency's identity provider",
    access: 'anyone',
    body: Type.Object({
      agency: AgencyCode,
      returnTo: Type.String({ maxLength: 500, pattern: '^/', default: '/' }),
    }),
    result: Started,
    handle: (call, { body: { agency, returnTo } }) => startSignIn(call, ports, agency, returnTo),
  });
