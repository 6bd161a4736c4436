import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { JWK } from 'jose';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The head of an agency's chain at a moment, signed. One line of JSON each, outside the database. */
const Checkpoint = Type.Object({
  agencyId: Type.String(),
  /** The last entry's place; as there are no gaps, also how many entries there are. */
  sequence: Type.Integer({ minimum: 1 }),
  hash: Hash,
  /** UTC, RFC 3339. */
  signedAt: Type.String(),
  /** SHA-256 of the line of the checkpoint before; zeros for the first. */
  previous: Hash,
  /** Of the key. */
  kid: Type.String(),
  /** Ed25519 over everything above, base64url. */
  signature: Type.String(),
});

export type Checkpoint = Static<typeof Checkpoint>;

/** Signs checkpoints, and tells real ones from others. */
export interface CheckpointKeys {
  /** @throws without a private key, as where checkpoints are only verified */
  sign(head: Omit<Checkpoint, 'kid' | 'signature'>): string;
  /** The checkpoint a line holds; undefined when it is none or its signature is not good. */
  open(line: string): Checkpoint | undefined;
}

/**
 * Reads a JSON array of Ed25519 keys (JWK): the first signs, all of them verify. Public keys are enough to verify; keys stay in the file for as long
 * as there are checkpoints signed with them.
 */
export async function loadCheckpointKeys(file: string): Promise<CheckpointKeys> {
  return checkpointKeys(JSON.parse(await readFile(file, 'utf8')) as JWK[]); // node:crypto refuses anything else
}

/** The same of keys at hand. */
export function checkpointKeys(jwks: readonly JWK[]): CheckpointKeys {
  const publicKeys = new Map<string, KeyObject>();
  for (const { d: _private, ...jwk } of jwks)
    publicKeys.set(jwk.kid ?? '', createPublicKey({ key: { ...jwk }, format: 'jwk' }));
  const [first] = jwks;
  return {
    sign: (head) => {
      if (!first?.d || !first.kid) throw new Error('there is no private key with a key id to sign with');
      const signed = { ...head, kid: first.kid };
      const key = createPrivateKey({ key: { ...first }, format: 'jwk' });
      const signature = sign(null, signedBytes(signed), key).toString('base64url');
      return JSON.stringify({ ...signed, signature });
    },
    open: (line) => {
      const checkpoint = readLine(line);
      const key = checkpoint && publicKeys.get(checkpoint.kid);
      if (!key) return undefined;
      const signature = Buffer.from(checkpoint.signature, 'base64url');
      return verify(null, signedBytes(checkpoint), key, signature) ? checkpoint : undefined;
    },
  };
}

/** What the next checkpoint says of the one before. */
export const lineHash = (line: string): string => createHash('sha256').update(line).digest('hex');

function readLine(line: string): Checkpoint | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return Value.Check(Checkpoint, read) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const signedBytes = (head: Omit<Checkpoint, 'signature'>): Buffer =>
  Buffer.from(
    JSON.stringify([
      ...['yitu-checkpoint-1', head.agencyId, head.sequence, head.hash],
      ...[head.signedAt, head.previous, head.kid],
    ]),
  );
