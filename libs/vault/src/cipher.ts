import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type CipherGCMTypes,
  type KeyObject,
} from 'node:crypto';
import { SealBroken } from './errors.ts';

const algorithm: CipherGCMTypes = 'aes-256-gcm';
const lengths = { key: 32, nonce: 12, tag: 16 };

/** A new random AES-256 key. A KeyObject, so that no log and no inspection ever shows its bytes. */
export const newKey = (): KeyObject => createSecretKey(randomBytes(lengths.key));

/** @throws SealBroken when these are not the bytes of an AES-256 key */
export function keyOf(bytes: Buffer): KeyObject {
  if (bytes.length !== lengths.key) throw new SealBroken('a key has 32 bytes');
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/** What a value is bound to: it opens with the very same list only. JSON keeps ["a","b"] and ["ab"] apart. */
export type Binding = readonly (string | number)[];

const associated = (binding: Binding) => Buffer.from(JSON.stringify(binding));

/** AES-256-GCM with a random nonce. @returns nonce, ciphertext and tag in one */
export function encrypt(key: KeyObject, binding: Binding, plain: Buffer): Buffer {
  const nonce = randomBytes(lengths.nonce);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(associated(binding));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken for anything but what `encrypt` gave for this key and binding; never a part of the plain bytes */
export function decrypt(key: KeyObject, binding: Binding, sealed: Buffer): Buffer {
  if (sealed.length < lengths.nonce + lengths.tag) throw new SealBroken('the sealed bytes are cut');
  const nonce = sealed.subarray(0, lengths.nonce);
  const tag = sealed.subarray(-lengths.tag);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: lengths.tag })
    .setAAD(associated(binding))
    .setAuthTag(tag);
  const begun = decipher.update(sealed.subarray(lengths.nonce, -lengths.tag));
  try {
    return Buffer.concat([begun, decipher.final()]);
  } catch {
    begun.fill(0); // not authentic: nobody may see it; OpenSSL's error says nothing more
    throw new SealBroken('the value is not authentic here: changed, moved, or of another key');
  }
}
