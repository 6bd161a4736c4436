import type { ClientBase } from 'pg';

/** A change or a look as a service has recorded it, in the form in which it is gathered; `before` and `after` are JSON texts. */
export interface AuditRecord {
  readonly agencyId: string;
  readonly id: string;
  /** UTC, RFC 3339 with microseconds. */
  readonly occurredAt: string;
  readonly actor: string;
  /** The branch of the person who acted, at that time. */
  readonly branchId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly change: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly remoteAddress: string | null;
  readonly traceId: string | null;
}

/** SQL of an instant as records carry it. */
export const recordInstant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Bytes of `before` or `after` beyond which a record is gathered with a digest in their place: a message has a megabyte at the most. */
const longestValue = 200_000;

const value = (column: string) => `case when octet_length(${column}::text) > ${longestValue}
  then jsonb_build_object('bytes', octet_length(${column}::text), 'sha256', encode(sha256(convert_to(${column}::text, 'UTF8')), 'hex'))::text
  else ${column}::text end as "${column}"`;

/** SQL: the columns of `audit_records` as an AuditRecord. */
export const recordColumns = `agency_id as "agencyId", id, ${recordInstant('occurred_at')} as "occurredAt", actor, branch_id as "branchId", action,
  object_type as "objectType", object_id as "objectId", change, ${value('before')}, ${value('after')}, remote_address as "remoteAddress", trace_id as "traceId"`;

/**
 * The records that have not been gathered, oldest first. Claimed by state, like the outbox.
 * @param client a connection of the worker role that holds the lock of gathering
 */
export async function waitingRecords(
  client: ClientBase,
  service: string,
  limit: number,
): Promise<AuditRecord[]> {
  const { rows } = await client.query<AuditRecord>({
    name: 'waiting-records',
    text: `select ${recordColumns} from "${service}".audit_records where gathered_at is null order by occurred_at, id limit $1`,
    values: [limit],
  });
  return rows;
}

/** Notes that the bus has stored the records. */
export async function markGathered(
  client: ClientBase,
  service: string,
  records: readonly AuditRecord[],
): Promise<void> {
  await client.query({
    name: 'mark-gathered',
    text: `update "${service}".audit_records as record set gathered_at = now()
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as done (agency_id, occurred_at, id)
     where record.agency_id = done.agency_id and record.occurred_at = done.occurred_at and record.id = done.id`,
    values: [
      ...[records.map((one) => one.agencyId), records.map((one) => one.occurredAt)],
      records.map((one) => one.id),
    ],
  });
}
