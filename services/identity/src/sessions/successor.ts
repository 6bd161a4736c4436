import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * The refresh token that follows another one, kept so that only who holds the earlier one can read it: sealed (AES-256-GCM) with a key made of the
 * earlier token, of which the database has no more than the hash.
 */

const iv = 12;
const tag = 16;

/** @returns base64url of IV, tag and text */
export function sealSuccessor(successor: string, token: string): string {
  const nonce = randomBytes(iv);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce);
  const sealed = Buffer.concat([cipher.update(successor, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws when it was sealed with another token */
export function openSuccessor(sealed: string, token: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), bytes.subarray(0, iv));
  decipher.setAuthTag(bytes.subarray(iv, iv + tag));
  return Buffer.concat([decipher.update(bytes.subarray(iv + tag)), decipher.final()]).toString('utf8');
}

const keyOf = (token: string) =>
  Buffer.from(hkdfSync('sha256', token, '', 'yitu refresh token successor', 32));
