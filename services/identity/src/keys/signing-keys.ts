import { readFile } from 'node:fs/promises';
import { createVerifier, tokenAudience, tokenIssuer, type TokenClaims, type VerifyToken } from '@yitu/access';
import { createLocalJWKSet, importJWK, SignJWT, type JSONWebKeySet } from 'jose';
import { publicPart, readKeyRing, signingKeyAt, type SigningKey } from './key-ring.ts';

/** Signs access tokens and says what checks them. */
export interface SigningKeys {
  /** @param seconds how long the token is valid */
  sign(claims: TokenClaims, seconds: number): Promise<string>;
  readonly verify: VerifyToken;
  /** The public keys (RFC 7517). */
  published(): Promise<JSONWebKeySet>;
}

/** How old what we know of the file may be; a rotation leaves far more time between publishing a key and signing with it. */
const freshMs = 1_000;

interface Ring {
  readonly text: string;
  readonly keys: readonly SigningKey[];
  readonly jwks: JSONWebKeySet;
  readonly find: ReturnType<typeof createLocalJWKSet>;
}

/**
 * The private keys of a file, which is read again while the service runs: a rotation needs no restart.
 * @param onFault told of a file that cannot be read any more; the keys known so far stay good
 * @throws when the file holds no keys now
 */
export async function openSigningKeys(file: string, onFault: (error: unknown) => void): Promise<SigningKeys> {
  let ring = ringOf(await readFile(file, 'utf8'), file);
  let readAt = performance.now();
  let reading: Promise<void> | undefined;
  const read = async () => {
    try {
      const text = await readFile(file, 'utf8');
      if (text !== ring.text) ring = ringOf(text, file);
    } catch (error) {
      onFault(error);
    }
    readAt = performance.now();
    reading = undefined;
  };
  const current = async (): Promise<Ring> => {
    if (performance.now() - readAt > freshMs) await (reading ??= read());
    return ring;
  };
  return {
    published: async () => (await current()).jwks,
    verify: createVerifier(async (header, token) => (await current()).find(header, token)),
    sign: async (claims, seconds) => {
      const key = signingKeyAt((await current()).keys, Date.now());
      return new SignJWT(payloadOf(claims))
        .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' })
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(await importJWK(key, 'EdDSA'));
    },
  };
}

function ringOf(text: string, file: string): Ring {
  const keys = readKeyRing(text, file);
  const jwks = { keys: keys.map(publicPart) };
  return { text, keys, jwks, find: createLocalJWKSet(jwks) };
}

function payloadOf(claims: TokenClaims) {
  if (claims.kind === 'person')
    return { sub: claims.userId, kind: claims.kind, agency: claims.agencyId, sid: claims.sessionId };
  return { sub: claims.kind === 'service' ? claims.service : 'operator', kind: claims.kind };
}
