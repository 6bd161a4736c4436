import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readKeyRing, withNewKey, type SigningKey } from '../../services/identity/src/keys/key-ring.ts';

/** What a rotation has done. */
export interface Rotated {
  readonly newKey: SigningKey;
  readonly published: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Puts a new key into a signing-keys file. The file is replaced as a whole, so nobody ever reads half of one.
 * @param leadSeconds how long the key is published before it signs
 */
export function rotateKeys(file: string, leadSeconds: number, now = Date.now()): Rotated {
  const before = readKeyRing(readFileSync(file, 'utf8'), file);
  const after = withNewKey(before, now, leadSeconds);
  const [newKey] = after.slice(-1);
  if (!newKey) throw new Error('a rotation adds a key');
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(after)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  const kept = new Set(after.map(({ kid }) => kid));
  return {
    newKey,
    published: [...kept],
    removed: before.map(({ kid }) => kid).filter((kid) => !kept.has(kid)),
  };
}
