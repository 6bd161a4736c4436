import { createHash } from 'node:crypto';
import type { AuditRecord } from '@yitu/persistence';

/** A record in the chain of its agency. `hash` covers all the rest and the entry before. */
export interface AuditEntry extends AuditRecord {
  /** 1, 2, 3 … within the agency, without gaps. */
  readonly sequence: number;
  /** The service that recorded it. */
  readonly service: string;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** What stands before the first entry. */
export const genesis = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over one JSON array of texts, the number of its sequence and nulls, in this order and without white space. Every
 * column of the table is in it.
 * @param previous the hash of the entry before
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>, previous: string): string {
  const fields = [
    ...['yitu-audit-1', previous, entry.agencyId, entry.sequence, entry.service, entry.id, entry.occurredAt],
    ...[entry.actor, entry.branchId, entry.action, entry.objectType, entry.objectId, entry.change],
    ...[entry.before, entry.after, entry.remoteAddress, entry.traceId],
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The end of a chain. */
export interface Head {
  readonly count: number;
  readonly hash: string;
}

/** Pure: the entries that records become at the end of a chain, in their order. */
export function chained(head: Head, records: readonly (AuditRecord & { service: string })[]): AuditEntry[] {
  let { count, hash } = head;
  return records.map((record) => {
    count += 1;
    const entry = { ...record, sequence: count };
    hash = hashOf(entry, hash);
    return { ...entry, hash };
  });
}
