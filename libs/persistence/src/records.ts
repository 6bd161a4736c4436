import { actorOf, type Member } from '@yitu/access';
import { newId } from '@yitu/kernel';
import type { AuditEntry } from './audit.ts';
import { boundStatement, type BoundStatement } from './bound-statement.ts';
import type { Idempotency } from './call.ts';
import { currentTraceId } from './trace.ts';

/** A message that waits for the relay. */
export interface OutboxRow {
  id: string;
  subject: string;
  aggregate_id: string;
  aggregate_version: number;
  envelope: string;
  not_before: string;
}

/** What a unit of work leaves behind beside its changes. */
interface Records {
  /** Who asked: the answer is kept for them. */
  readonly member: Member;
  /** Whom audit records name, and their branch. */
  readonly actor: string;
  readonly branchId: string | null;
  readonly action: string;
  readonly remoteAddress: string | undefined;
  readonly now: Temporal.Instant;
  readonly outbox: readonly OutboxRow[];
  readonly audit: readonly AuditEntry[];
  readonly answer: (Idempotency & { readonly response: unknown }) | undefined;
}

/** One statement that stores the events, the audit records and the answer to the idempotency key of one unit of work. */
export function recordsStatement(service: string, records: Records): BoundStatement {
  const schema = `"${service}"`;
  const { member, actor, branchId, action, remoteAddress, answer } = records;
  const [agencyId, now] = [member.agencyId, records.now.toString()];
  const outbox = [agencyId, now, json(records.outbox)];
  const audit = [agencyId, now, actor, branchId, action, remoteAddress ?? null, currentTraceId() ?? null];
  const answers = answer
    ? [{ key: answer.key, request_hash: answer.requestHash, response: answer.response }]
    : [];
  return boundStatement(
    `with stored as (
       insert into ${schema}.outbox (agency_id, occurred_at, id, subject, aggregate_id, aggregate_version, envelope, not_before)
       select ?, ?, id, subject, aggregate_id, aggregate_version, envelope, not_before
       from jsonb_to_recordset(?) as event (id uuid, subject text, aggregate_id uuid, aggregate_version integer, envelope text, not_before timestamptz)
     ), audited as (
       insert into ${schema}.audit_records (agency_id, occurred_at, actor, branch_id, action, remote_address, trace_id, id, object_type, object_id, change, before, after)
       select ?, ?, ?, ?::uuid, ?, ?, ?, id, object_type, object_id, change, before, after
       from jsonb_to_recordset(?) as entry (id uuid, object_type text, object_id text, change text, before jsonb, after jsonb)
     )
     insert into ${schema}.idempotency_keys (agency_id, actor, created_at, key, request_hash, response)
     select ?, ?, ?, key, request_hash, response
     from jsonb_to_recordset(?) as answer (key text, request_hash text, response jsonb)`,
    [...outbox, ...audit, json(records.audit.map(auditRow)), agencyId, actorOf(member), now, json(answers)],
  );
}

const auditRow = ({ objectType, objectId, change, before, after }: AuditEntry) => ({
  ...{ id: newId(), object_type: objectType, object_id: objectId },
  ...{ change, before, after },
});

const json = (value: unknown) =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
