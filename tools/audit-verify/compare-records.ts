import { recordColumns, recordInstant, type AuditRecord } from '@yitu/persistence';
import type { ClientBase } from 'pg';
import type { AuditEntry } from '../../services/identity/src/audit/entry.ts';
import { servicesWithSchema } from '../migrate/migrate.ts';
import { entriesOf, pages } from './read-entries.ts';

/** What services have recorded and what was gathered of it are not the same. */
export interface Difference {
  readonly kind:
    /** A record that was handed over is not in the chain. */
    | 'lost'
    /** An entry says something else than the record it was made of. */
    | 'differs'
    /** An entry of which its service has no record. */
    | 'unfounded';
  /** The entry's place; 0 where there is none. */
  readonly sequence: number;
  readonly text: string;
}

/** Seconds a record may be on its way after it was handed over. */
const underWaySeconds = 60;

interface OwnRecord extends AuditRecord {
  readonly waits: boolean;
}

/** Looks each of a service's own records up in the chain. @returns also how many have not arrived yet */
export async function compareRecords(
  client: ClientBase,
  agencyId: string,
): Promise<{ differences: Difference[]; waiting: number }> {
  const differences: Difference[] = [];
  let waiting = 0;
  for (const service of servicesWithSchema) {
    const sql = `select ${recordColumns}, gathered_at is null or gathered_at > now() - interval '${underWaySeconds} seconds' as waits
      from "${service}".audit_records where agency_id = ${client.escapeLiteral(agencyId)} order by occurred_at, id`;
    for await (const records of pages<OwnRecord>(client, 'records', sql)) {
      const entries = await entriesOf(client, agencyId, records);
      for (const record of records) {
        const entry = entries.get(record.id);
        const what = `${service} ${record.id} (${record.action} of ${record.objectType} ${record.objectId})`;
        if (entry && !isOf(entry, service, record))
          differences.push({ kind: 'differs', sequence: entry.sequence, text: what });
        if (!entry && record.waits) waiting += 1;
        if (!entry && !record.waits) differences.push({ kind: 'lost', sequence: 0, text: what });
      }
    }
  }
  return { differences, waiting };
}

const fields = [
  ...['occurredAt', 'actor', 'branchId', 'action', 'objectType', 'objectId', 'change', 'before', 'after'],
  ...['remoteAddress', 'traceId'],
] as const;

const isOf = (entry: AuditEntry, service: string, record: AuditRecord): boolean =>
  entry.service === service && fields.every((name) => Reflect.get(entry, name) === Reflect.get(record, name));

/** Finds entries without a record, as far back as their service still keeps records. */
export function unfoundedEntries(client: ClientBase, agencyId: string) {
  const oldest = new Map<string, Promise<string | null>>();
  const oldestOf = (service: string) => {
    const known = oldest.get(service) ?? readOldest(client, service, agencyId);
    oldest.set(service, known);
    return known;
  };
  return async (entries: readonly AuditEntry[]): Promise<Difference[]> => {
    const differences: Difference[] = [];
    for (const [service, group] of Map.groupBy(entries, (entry) => entry.service)) {
      const since = isKnown(service) ? await oldestOf(service) : '';
      const asked = group.filter(({ occurredAt }) => since !== null && occurredAt >= since);
      const found = isKnown(service) ? await recordIds(client, service, agencyId, asked) : new Set<string>();
      for (const { sequence, id } of asked)
        if (!found.has(id))
          differences.push({ kind: 'unfounded', sequence, text: `${service} has no record ${id}` });
    }
    return differences;
  };
}

const isKnown = (service: string): boolean => servicesWithSchema.some((known) => known === service);

async function readOldest(client: ClientBase, service: string, agencyId: string): Promise<string | null> {
  const { rows } = await client.query<{ oldest: string | null }>(
    `select ${recordInstant('min(occurred_at)')} as oldest from "${service}".audit_records where agency_id = $1`,
    [agencyId],
  );
  return rows[0]?.oldest ?? null;
}

async function recordIds(
  client: ClientBase,
  service: string,
  agencyId: string,
  asked: readonly AuditEntry[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select id from "${service}".audit_records join unnest($2::timestamptz[], $3::uuid[]) as asked (asked_at, asked_id)
       on occurred_at = asked_at and id = asked_id
     where agency_id = $1`,
    [agencyId, asked.map(({ occurredAt }) => occurredAt), asked.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}
