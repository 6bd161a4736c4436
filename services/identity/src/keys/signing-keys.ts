import { readFile } from 'node:fs/promises';
import { createVerifier, tokenAudience, tokenIssuer, type TokenClaims, type VerifyToken } from '@yitu/access';
import { createLocalJWKSet, importJWK, SignJWT, type JWK } from 'jose';

/** Signs access tokens and says what checks them. */
export interface SigningKeys {
  /** @param seconds how long the token is valid */
  sign(claims: TokenClaims, seconds: number): Promise<string>;
  readonly verify: VerifyToken;
  /** The public keys (RFC 7517). */
  readonly jwks: { keys: JWK[] };
}

/** Reads the private keys. The first signs; the others are still good for tokens signed before a rotation. */
export async function loadSigningKeys(file: string): Promise<SigningKeys> {
  const keys = JSON.parse(await readFile(file, 'utf8')) as JWK[]; // importJWK refuses anything else
  const [first] = keys;
  if (!first?.d || !first.kid) throw new Error(`${file} holds no private key with a key id`);
  const privateKey = await importJWK(first, 'EdDSA');
  const jwks = { keys: keys.map(publicPart) };
  const header = { alg: 'EdDSA', kid: first.kid, typ: 'at+jwt' };
  return {
    jwks,
    verify: createVerifier(createLocalJWKSet(jwks)),
    sign: (claims, seconds) =>
      new SignJWT(payloadOf(claims))
        .setProtectedHeader(header)
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(privateKey),
  };
}

function publicPart({ d: _private, ...rest }: JWK): JWK {
  return { ...rest, use: 'sig', alg: 'EdDSA' };
}

function payloadOf(claims: TokenClaims) {
  if (claims.kind === 'person')
    return { sub: claims.userId, kind: claims.kind, agency: claims.agencyId, sid: claims.sessionId };
  return { sub: claims.kind === 'service' ? claims.service : 'operator', kind: claims.kind };
}
