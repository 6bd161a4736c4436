import type { Clock } from '@yitu/kernel';
import type { AuditMessage } from '@yitu/messaging';
import { perform, type AuditRecord, type Database, type UnitOfWork } from '@yitu/persistence';
import { chained, genesis, type AuditEntry, type Head } from './entry.ts';

type Gathered = AuditRecord & { readonly service: string };

/**
 * Puts records at the end of an agency's chain, in one transaction; those it holds already are left out. The head is locked once for all of them,
 * so that the sequence has no gaps and one agency's chain takes thousands of entries a second.
 */
export async function appendEntries(
  { database, clock }: { database: Database; clock: Clock },
  agencyId: string,
  messages: readonly AuditMessage[],
): Promise<void> {
  const records = distinct(
    messages.flatMap(({ service, records: some }) => some.map((record) => ({ ...record, service }))),
  );
  if (records.length === 0) return;
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const scope = { member, reach: 'agency', action: 'identity.audit.gather' } as const;
  await perform({ database, clock, principal: member }, scope, async (uow) => {
    const head = await lockHead(uow);
    const known = await knownIds(uow, records);
    const entries = chained(
      head,
      records.filter(({ id }) => !known.has(id)),
    );
    const last = entries.at(-1);
    if (!last) return;
    await insert(uow, entries);
    await uow.rows(`update identity.audit_heads set count = ?, hash = decode(?, 'hex') where agency_id = ?`, [
      last.sequence,
      last.hash,
      agencyId,
    ]);
  });
}

const distinct = (records: readonly Gathered[]): Gathered[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

async function lockHead(uow: UnitOfWork): Promise<Head> {
  const select = `select count::text, encode(hash, 'hex') as hash from identity.audit_heads where agency_id = ? for update`;
  const read = async () => {
    const [row] = await uow.rows<{ count: string; hash: string }>(select, [uow.agencyId]);
    return row && { count: Number(row.count), hash: row.hash };
  };
  const known = await read();
  if (known) return known;
  await uow.rows(
    `insert into identity.audit_heads (agency_id, count, hash) values (?, 0, decode(?, 'hex')) on conflict do nothing`,
    [uow.agencyId, genesis],
  );
  const made = await read();
  if (!made) throw new Error('the head was made just now');
  return made;
}

async function knownIds(uow: UnitOfWork, records: readonly Gathered[]): Promise<Set<string>> {
  const asked = JSON.stringify(records.map(({ id, occurredAt }) => ({ id, at: occurredAt })));
  const rows = await uow.rows<{ id: string }>(
    `select entry.id from identity.audit_entries as entry
     join json_to_recordset(?::json) as asked (id uuid, at timestamptz) on entry.occurred_at = asked.at and entry.id = asked.id
     where entry.agency_id = ?`,
    [asked, uow.agencyId],
  );
  return new Set(rows.map(({ id }) => id));
}

async function insert(uow: UnitOfWork, entries: readonly AuditEntry[]): Promise<void> {
  await uow.rows(
    `insert into identity.audit_entries (agency_id, sequence, hash, service, id, occurred_at, actor, branch_id, action, object_type, object_id, change,
       before, after, remote_address, trace_id)
     select ?, sequence, decode(hash, 'hex'), service, id, "occurredAt", actor, "branchId", action, "objectType", "objectId", change,
       before, after, "remoteAddress", "traceId"
     from json_to_recordset(?::json) as entry (sequence bigint, hash text, service text, id uuid, "occurredAt" timestamptz, actor text, "branchId" uuid,
       action text, "objectType" text, "objectId" text, change text, before text, after text, "remoteAddress" text, "traceId" text)`,
    [uow.agencyId, JSON.stringify(entries)],
  );
}
