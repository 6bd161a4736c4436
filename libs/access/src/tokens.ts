import { createHash } from 'node:crypto';
import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { accessErrors } from './errors.ts';

/** What an access token says; what the holder may do is asked of identity, so that a change works at once. */
export type TokenClaims =
  | { kind: 'person'; agencyId: string; userId: string; sessionId: string }
  | { kind: 'service'; service: string }
  | { kind: 'operator' };

export const tokenIssuer = 'yitu/identity';
export const tokenAudience = 'yitu';

/** Checks a token's signature, issuer, audience and times. @throws access/invalid-token, access/expired-token, access/identity-unavailable */
export type VerifyToken = (token: string) => Promise<TokenClaims>;

/** A verifier on identity's published keys. @param jwksUrl `…/.well-known/jwks.json` */
export const remoteVerifier = (jwksUrl: string): VerifyToken =>
  createVerifier(createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: 1_000, timeoutDuration: 2_000 }));

/**
 * A verifier on given keys. Verified tokens are remembered until they expire: a signature is checked once, not once per request. Remembered is
 * their hash: what a dump of the memory shows signs nobody in.
 */
export function createVerifier(keys: JWTVerifyGetKey): VerifyToken {
  const verified = new Map<string, { claims: TokenClaims; expiresAt: number }>();
  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64url');
    const known = verified.get(hash);
    if (known && known.expiresAt > Date.now()) return known.claims;
    const payload = await verify(token, keys);
    const claims = claimsOf(payload);
    if (verified.size >= 5_000) verified.clear();
    verified.set(hash, { claims, expiresAt: (payload.exp ?? 0) * 1_000 });
    return claims;
  };
}

async function verify(token: string, keys: JWTVerifyGetKey): Promise<JWTPayload> {
  try {
    const options = {
      issuer: tokenIssuer,
      audience: tokenAudience,
      algorithms: ['EdDSA', 'Ed25519'],
      requiredClaims: ['exp', 'sub'],
    };
    const { payload } = await jwtVerify(token, keys, options);
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw accessErrors.expiredToken({ cause });
    if (isTokenFault(cause)) throw accessErrors.invalidToken({ cause });
    throw accessErrors.identityUnavailable({ cause });
  }
}

const isTokenFault = (cause: unknown) =>
  cause instanceof errors.JOSEError &&
  !(cause instanceof errors.JWKSTimeout) &&
  cause.code !== 'ERR_JOSE_GENERIC';

function claimsOf(payload: JWTPayload): TokenClaims {
  const { kind, agency, sid } = payload;
  const { sub = '' } = payload;
  if (kind === 'person' && typeof agency === 'string' && typeof sid === 'string')
    return { kind, agencyId: agency, userId: sub, sessionId: sid };
  if (kind === 'service') return { kind, service: sub };
  if (kind === 'operator') return { kind };
  throw accessErrors.invalidToken();
}

/** When a token that was verified before ends, in milliseconds since 1970. */
export const endOfToken = (token: string): number => (decodeJwt(token).exp ?? 0) * 1_000;
