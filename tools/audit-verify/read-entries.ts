import { recordInstant } from '@yitu/persistence';
import type { ClientBase } from 'pg';
import type { AuditEntry, Head } from '../../services/identity/src/audit/entry.ts';

const columns = `agency_id as "agencyId", sequence::float8 as sequence, encode(hash, 'hex') as hash, service, id, ${recordInstant('occurred_at')} as "occurredAt",
  actor, branch_id as "branchId", action, object_type as "objectType", object_id as "objectId", change, before, after, remote_address as "remoteAddress",
  trace_id as "traceId"`;
const pageSize = 2_000;

/**
 * The rows of a question, page by page.
 * @param client within a transaction
 * @param name of the cursor @param sql without parameters
 */
export async function* pages<Row extends object>(
  client: ClientBase,
  name: string,
  sql: string,
): AsyncGenerator<Row[]> {
  await client.query(`declare ${name} no scroll cursor for ${sql}`);
  try {
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${pageSize} from ${name}`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query(`close ${name}`);
  }
}

/** An agency's chain behind a place, in the order of its sequence. */
export const readEntries = (
  client: ClientBase,
  agencyId: string,
  behind: number,
): AsyncGenerator<AuditEntry[]> =>
  pages(
    client,
    'chain',
    `select ${columns} from identity.audit_entries where agency_id = ${client.escapeLiteral(agencyId)}
     ${behind > 0 ? `and sequence > ${behind}` : ''} order by sequence, occurred_at, id`,
  );

/** The entries made of records, by the records' keys. */
export async function entriesOf(
  client: ClientBase,
  agencyId: string,
  records: readonly { readonly id: string; readonly occurredAt: string }[],
): Promise<Map<string, AuditEntry>> {
  const { rows } = await client.query<AuditEntry>(
    `select ${columns} from identity.audit_entries join unnest($2::timestamptz[], $3::uuid[]) as asked (asked_at, asked_id)
       on occurred_at = asked_at and id = asked_id
     where agency_id = $1`,
    [agencyId, records.map((one) => one.occurredAt), records.map((one) => one.id)],
  );
  return new Map(rows.map((entry) => [entry.id, entry]));
}

/** The end of an agency's chain as the database has it, with its copy of the newest checkpoint. */
export async function readHead(
  client: ClientBase,
  agencyId: string,
): Promise<(Head & { readonly checkpoint: string | null }) | undefined> {
  const { rows } = await client.query<Head & { checkpoint: string | null }>(
    `select count::float8 as count, encode(hash, 'hex') as hash, checkpoint from identity.audit_heads where agency_id = $1`,
    [agencyId],
  );
  return rows[0];
}
