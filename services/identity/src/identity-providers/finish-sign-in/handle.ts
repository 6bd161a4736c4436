import type { Call } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import { authorizationCodeGrant, fetchUserInfo, type Configuration } from 'openid-client';
import { providerErrors } from '../errors.ts';
import { onOwnAccount } from '../../sessions/on-own-account.ts';
import type { TokenRules } from '../../sessions/tokens.ts';
import { redirectUriOf } from '../identity-provider.ts';
import { agencyOfCode, connectionOf } from '../known-provider.ts';
import { isUnreachable, type Connect } from '../provider-connections.ts';
import { hashOf, sameText, type SignInTokens, type SignInUnderWay } from '../sign-in-tokens.ts';
import type { Claims } from './decide.ts';
import { enter } from './enter.ts';

export interface SignInPorts {
  readonly vault: Vault;
  readonly connect: Connect;
  readonly publicUrl: string;
  readonly tokens: SignInTokens;
  readonly rules: TokenRules;
}

export interface Return {
  readonly agency: string;
  /** What the browser kept. */
  readonly token: string;
  /** The query with which the provider sent it back. */
  readonly parameters: string;
  readonly userAgent?: string | undefined;
}

/**
 * Signs somebody in whom their agency's provider has sent back.
 * @throws identity/provider-sign-in-refused for everything that is not as it should be, without a word of what: also for people who have no account
 * and for suspended ones; identity/identity-provider-unavailable
 */
export async function finishSignIn(call: Call, ports: SignInPorts, back: Return) {
  const signIn = await signInOf(call, ports, back);
  await useOnce(call, signIn, back.token);
  const { agencyId, providerId, returnTo } = signIn;
  const known = await connectionOf(call, ports, agencyId).catch(refused);
  if (known?.provider.id !== providerId) throw providerErrors.providerSignInRefused();
  const claims = await claimsOf(known.connection, ports, back).catch(refused);
  const { remoteAddress } = call;
  const arrival = { remoteAddress, userAgent: back.userAgent };
  const signedIn = await enter(call, ports.rules, known.provider, claims, arrival);
  return { ...signedIn, returnTo };
}

/** The sign-in the browser comes back with: begun by us, in this browser, for this agency, not long ago. */
async function signInOf(call: Call, { tokens }: SignInPorts, back: Return): Promise<SignInUnderWay> {
  const signIn = tokens.read(back.token, call.clock.now());
  const state = new URLSearchParams(back.parameters).get('state') ?? '';
  const isOurs = signIn && sameText(state, tokens.secretsOf(back.token).state);
  if (!isOurs || (await agencyOfCode(call, back.agency)) !== signIn.agencyId)
    throw providerErrors.providerSignInRefused();
  return signIn;
}

/** @throws identity/provider-sign-in-refused the second time */
async function useOnce(
  call: Call,
  { agencyId, providerId, expiresAt }: SignInUnderWay,
  token: string,
): Promise<void> {
  const isFirst = await onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    await uow.rows('delete from identity.provider_sign_ins where agency_id = ? and expires_at < ?', [
      agencyId,
      uow.now.toString(),
    ]);
    const [stored] = await uow.rows(
      'insert into identity.provider_sign_ins (agency_id, hash, expires_at) values (?, ?, to_timestamp(?)) on conflict do nothing returning hash',
      [agencyId, hashOf(token), expiresAt],
    );
    const after = { cameBack: stored ? 'once' : 'again' };
    uow.audit({ objectType: 'IdentityProvider', objectId: providerId, change: 'read', after });
    return stored !== undefined;
  });
  if (!isFirst) throw providerErrors.providerSignInRefused();
}

/** Exchanges the code; issuer, audience, times, nonce, state, signature are checked on the way. Some providers tell the e-mail address, or whether it is verified, only when asked. */
async function claimsOf(
  connection: Configuration,
  { publicUrl, tokens }: SignInPorts,
  back: Return,
): Promise<Claims> {
  const { state, nonce, verifier } = tokens.secretsOf(back.token);
  const url = new URL(`${redirectUriOf(publicUrl, back.agency.toLowerCase())}?${back.parameters}`);
  const answer = await authorizationCodeGrant(connection, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = answer.claims();
  if (!claims) throw providerErrors.providerSignInRefused();
  const complete = 'email' in claims && 'email_verified' in claims;
  if (complete || !connection.serverMetadata().userinfo_endpoint) return claims;
  return together(claims, await fetchUserInfo(connection, answer.access_token, claims.sub));
}

/** The token's word comes first; what is said elsewhere of another address is nothing about this one. */
const together = (claims: Claims, told: Claims): Claims =>
  'email' in claims && told['email'] !== claims['email'] ? claims : { ...told, ...claims };

/** What the provider did not answer is told; what it refused or got wrong is one refusal, with its cause for our own eyes. */
function refused(cause: unknown): never {
  throw isUnreachable(cause)
    ? providerErrors.identityProviderUnavailable({ cause })
    : providerErrors.providerSignInRefused({ cause });
}
