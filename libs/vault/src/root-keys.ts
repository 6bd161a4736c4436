import { readFile } from 'node:fs/promises';
import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt, keyOf, type Binding } from './cipher.ts';
import { SealBroken } from './errors.ts';
import type { KeyContext, KeySource } from './key-source.ts';

/** Where a service on one machine has its root keys from: JSON `[{"version": 1, "key": "<32 bytes in base64>"}, …]`. */
export interface RootKeyPlaces {
  readonly VAULT_ROOT_KEYS_FILE?: string;
  readonly VAULT_ROOT_KEYS?: string;
}

/** The root keys' text is no list of keys. Its content is not told. */
class InvalidRootKeys extends Error {
  override readonly name = 'InvalidRootKeys';
}

/**
 * Root keys from a file or a variable: the newest version wraps, all of them unwrap. The file is read at every use, which is a few times in five
 * minutes: a new version takes effect in all replicas without a restart.
 */
export function rootKeys({ VAULT_ROOT_KEYS_FILE: file, VAULT_ROOT_KEYS: text }: RootKeyPlaces): KeySource {
  const read = async () => keysIn(file === undefined ? (text ?? '') : await readFile(file, 'utf8'));
  const newest = async () => newestOf(await read());
  return {
    currentRootKeyId: async () => String((await newest()).version),
    wrap: async (context, key) => {
      const root = await newest();
      const rootKeyId = String(root.version);
      const wrapped = encrypt(root.key, bindingOf(context, rootKeyId), key.export());
      return { rootKeyId, wrapped: wrapped.toString('base64') };
    },
    unwrap: async (context, { rootKeyId, wrapped }) => {
      const root = (await read()).find(({ version }) => String(version) === rootKeyId);
      if (!root) throw new SealBroken(`there is no root key of version ${rootKeyId}`);
      return keyOf(decrypt(root.key, bindingOf(context, rootKeyId), Buffer.from(wrapped, 'base64')));
    },
  };
}

interface RootKey {
  readonly version: number;
  readonly key: KeyObject;
}

const bindingOf = (context: KeyContext, rootKeyId: string): Binding => [
  'yitu vault root v1',
  rootKeyId,
  ...Object.entries(context)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flat(),
];

function newestOf(keys: readonly RootKey[]): RootKey {
  const [newest] = keys.toSorted((one, other) => other.version - one.version);
  if (!newest) throw new InvalidRootKeys('there is no root key');
  return newest;
}

/** @throws InvalidRootKeys */
function keysIn(text: string): RootKey[] {
  const listed = parsed(text);
  if (!Array.isArray(listed)) throw new InvalidRootKeys('the root keys are no JSON list');
  const keys = listed.map(rootKeyOf);
  if (new Set(keys.map(({ version }) => version)).size < keys.length)
    throw new InvalidRootKeys('two root keys have the same version');
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRootKeys('the root keys are not JSON'); // the parser's own message quotes the text
  }
}

/** Node passes over what is no base64: a mistyped key would be another key. */
const base64 = /^[A-Za-z0-9+/]{43}=$/;

function rootKeyOf(entry: unknown): RootKey {
  const { version, key } = (entry ?? {}) as { version?: unknown; key?: unknown }; // looked at next
  const bytes = typeof key === 'string' && base64.test(key) ? Buffer.from(key, 'base64') : Buffer.alloc(0);
  if (!Number.isSafeInteger(version) || Number(version) < 1 || bytes.length !== 32)
    throw new InvalidRootKeys('a root key has a version from 1 on and 32 bytes in base64');
  return { version: Number(version), key: keyOf(bytes) };
}
