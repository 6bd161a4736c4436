import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt, type Binding } from './cipher.ts';
import { SealBroken } from './errors.ts';

/** Where a sealed field stands. It opens nowhere else. */
export interface Place {
  /** Without its schema, which is the service's. */
  readonly table: string;
  /** The row's id. */
  readonly row: string;
  readonly field: string;
}

/** Whose field it is. */
export interface Subject {
  readonly schema: string;
  readonly agencyId: string;
  readonly personId: string;
}

/** One version of a person's data key. */
export interface DataKey {
  readonly version: number;
  readonly key: KeyObject;
}

/** `v1.<version of the person's data key>.<nonce, ciphertext and tag in base64url>`; v1 is AES-256-GCM with the binding below. */
const form = /^v1\.([1-9]\d{0,8})\.([A-Za-z0-9_-]+)$/;

const bindingOf = (subject: Subject, { table, row, field }: Place, version: number): Binding => [
  'yitu vault field v1',
  subject.agencyId,
  subject.personId,
  `${subject.schema}.${table}`,
  row,
  field,
  version,
];

/** Seals a text for one place of one person. */
export function sealText(subject: Subject, place: Place, { version, key }: DataKey, text: string): string {
  const bytes = encrypt(key, bindingOf(subject, place, version), Buffer.from(text, 'utf8'));
  return `v1.${version}.${bytes.toString('base64url')}`;
}

/** The version of the data key a text was sealed with. @throws SealBroken when it is not a sealed text of a known form */
export function keyVersionOf(sealed: string): number {
  const version = form.exec(sealed)?.[1];
  if (version === undefined) throw new SealBroken('this is no sealed text of a known version');
  return Number(version);
}

/** @throws SealBroken for anything but what `sealText` gave for this person, place and one of these keys */
export function openText(
  subject: Subject,
  place: Place,
  keys: ReadonlyMap<number, KeyObject>,
  sealed: string,
): string {
  const version = keyVersionOf(sealed);
  const key = keys.get(version);
  if (!key) throw new SealBroken(`the person has no data key of version ${version}`);
  const encoded = sealed.slice(sealed.lastIndexOf('.') + 1);
  const bytes = Buffer.from(encoded, 'base64url');
  // The last character may hold bits that no byte has: only the one form that was written is taken.
  if (bytes.toString('base64url') !== encoded)
    throw new SealBroken('this is no sealed text of a known version');
  return decrypt(key, bindingOf(subject, place, version), bytes).toString('utf8');
}
