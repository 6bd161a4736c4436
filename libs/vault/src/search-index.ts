import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';

/** The field an index is for: values of two fields, or of two agencies, are never comparable. */
export interface IndexedField {
  readonly schema: string;
  readonly agencyId: string;
  readonly table: string;
  readonly field: string;
}

/**
 * What stands in the database for a value that can be found but not read: HMAC-SHA-256 (base64url) under a key for this one field, derived from the
 * agency's index key by HKDF (RFC 5869). @param normalised equal values must be written equally
 */
export function indexOf(
  key: KeyObject,
  { schema, agencyId, table, field }: IndexedField,
  normalised: string,
): string {
  const info = JSON.stringify(['yitu vault index v1', agencyId, `${schema}.${table}`, field]);
  const derived = Buffer.from(hkdfSync('sha256', key, '', info, 32));
  return createHmac('sha256', derived).update(normalised, 'utf8').digest('base64url');
}
