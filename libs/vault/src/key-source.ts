import type { KeyObject } from 'node:crypto';

/** What a wrapped key is bound to: a flat map of texts, as the encryption context of a cloud KMS is. */
export type KeyContext = Readonly<Record<string, string>>;

export interface WrappedKey {
  /** Which root key wrapped it, in the source's own words. */
  readonly rootKeyId: string;
  /** Base64. */
  readonly wrapped: string;
}

/**
 * Where the root key is: it never leaves. Made to fit a cloud KMS, which encrypts small blobs over the network and says with which key version:
 *
 * - AWS: `wrap` = Encrypt {KeyId, Plaintext, EncryptionContext: context} → {CiphertextBlob, KeyId}; `unwrap` = Decrypt with the same context.
 * - Google: `wrap` = encrypt {plaintext, additionalAuthenticatedData: JSON of context} → {ciphertext, name: …/cryptoKeyVersions/3}; `unwrap` = decrypt.
 * - Alibaba: `wrap` = Encrypt {KeyId, Plaintext, EncryptionContext} → {CiphertextBlob, KeyVersionId}; `unwrap` = Decrypt.
 *
 * An adapter has a deadline of its own and rejects when the KMS is not there; the vault then answers vault/keys-unavailable. The vault asks once per
 * key and five minutes, before transactions rather than in them.
 */
export interface KeySource {
  /** Wraps a key with the newest root key. */
  wrap(context: KeyContext, key: KeyObject): Promise<WrappedKey>;
  /** @throws SealBroken when it was not wrapped for this context, or by no root key of this source */
  unwrap(context: KeyContext, wrapped: WrappedKey): Promise<KeyObject>;
  /** The id of the root key that `wrap` uses now: what is under another is due to be wrapped again. */
  currentRootKeyId(): Promise<string>;
}
