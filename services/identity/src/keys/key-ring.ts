import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';

/** A private signing key as its file holds it. */
export interface SigningKey extends JWK {
  readonly kid: string;
  readonly d: string;
  /** When it begins to sign (ISO 8601); it is published before, so that everybody can have it by then. Left out: from the beginning. */
  readonly signsFrom?: string;
}

/** Tokens live five minutes at most; who checks them may be as late again. */
const keptSeconds = 3_600;

/** @param text of a signing-keys file @throws naming the file, never what is in it */
export function readKeyRing(text: string, file: string): SigningKey[] {
  const keys: unknown = parsed(text);
  if (Array.isArray(keys) && keys.length > 0 && keys.every(isSigningKey)) return keys;
  throw new Error(`${file} is no JSON list of private keys (JWK) with key ids`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the parser's own message would quote the text
  }
}

function isSigningKey(key: unknown): key is SigningKey {
  const { kid, d, signsFrom } = (key ?? {}) as Record<string, unknown>; // looked at next
  const dated =
    signsFrom === undefined || (typeof signsFrom === 'string' && Number.isFinite(Date.parse(signsFrom)));
  return typeof kid === 'string' && typeof d === 'string' && dated;
}

/** The key that signs at a moment (ms since 1970): the newest of those whose time has come; of equal ones the first. */
export function signingKeyAt(keys: readonly SigningKey[], now: number): SigningKey {
  const [newest] = keys
    .filter((key) => beginOf(key) <= now)
    .toSorted((one, other) => beginOf(other) - beginOf(one));
  if (!newest) throw new Error('no signing key signs yet');
  return newest;
}

/**
 * The keys with a new one, which signs after `leadSeconds`: until then it is only published. Keys that signed nothing still valid are left out.
 * @param now ms since 1970
 */
export function withNewKey(keys: readonly SigningKey[], now: number, leadSeconds: number): SigningKey[] {
  const begins = keys.map(beginOf);
  const stillNeeded = keys.filter((key) => {
    const replacedAt = Math.min(...begins.filter((begin) => begin > beginOf(key)));
    return replacedAt + keptSeconds * 1_000 > now;
  });
  return [
    ...stillNeeded,
    { ...newSigningKey(), signsFrom: new Date(now + leadSeconds * 1_000).toISOString() },
  ];
}

function newSigningKey(): SigningKey {
  const { d = '', ...jwk } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { ...jwk, d, kid: randomBytes(8).toString('hex') };
}

/** What everybody may see of a key. */
export function publicPart({ d: _private, signsFrom: _ours, ...rest }: SigningKey): JWK {
  return { ...rest, use: 'sig', alg: 'EdDSA' };
}

const beginOf = ({ signsFrom }: SigningKey) => (signsFrom === undefined ? 0 : Date.parse(signsFrom));
