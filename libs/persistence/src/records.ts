import { actorOf, type Member } from '@yitu/access';
import { newId } from '@yitu/kernel';
import type { AuditEntry } from './audit.ts';
import { boundStatement, type BoundStatement } from './bound-statement.ts';
import type { Idempotency } from './call.ts';
import { json } from './gathered-rows.ts';
import type { OutboxRow } from './outbox-row.ts';
import { currentTraceId } from './trace.ts';

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

/** A change that is made by the same statement as its records: they say what is known only inside it, as the number it draws. */
export interface Change {
  /** Its parts of a `with`, with `?` for values. */
  readonly parts: string;
  readonly values: readonly unknown[];
  /** The part that gives one row where the change is made, and none where it is not: nothing is recorded then. */
  readonly made: string;
  /** The only column of that row: letters, digits and hyphens. */
  readonly column: string;
  /** What stands for it in events, audit records and answer: nothing else there is the same. */
  readonly mark: string;
  /** What the statement selects in the end. */
  readonly told: string;
}

/** One statement that stores the events, the audit records and the answer to the idempotency key of one unit of work; and makes its change, where that is given. */
export function recordsStatement(service: string, records: Records, change?: Change): BoundStatement {
  const schema = `"${service}"`;
  const { member, actor, branchId, action, remoteAddress, answer } = records;
  const [agencyId, now] = [member.agencyId, records.now.toString()];
  const audit = [agencyId, now, actor, branchId, action, remoteAddress ?? null, currentTraceId() ?? null];
  const answers = answer
    ? [{ key: answer.key, request_hash: answer.requestHash, response: answer.response }]
    : [];
  const rowsOf = change
    ? `${change.made}, jsonb_to_recordset(replace(?, ?, ${change.made}.${change.column})::jsonb)`
    : 'jsonb_to_recordset(?)';
  const rows = (of: unknown) => (change ? [json(of), change.mark] : [json(of)]);
  return boundStatement(
    `with ${change ? `${change.parts}, ` : ''}stored as (
       insert into ${schema}.outbox (agency_id, occurred_at, id, subject, aggregate_id, aggregate_version, envelope, not_before)
       select ?, ?, id, subject, aggregate_id, aggregate_version, envelope, not_before
       from ${rowsOf} as event (id uuid, subject text, aggregate_id uuid, aggregate_version integer, envelope text, not_before timestamptz)
     ), audited as (
       insert into ${schema}.audit_records (agency_id, occurred_at, actor, branch_id, action, remote_address, trace_id, id, object_type, object_id, change, before, after)
       select ?, ?, ?, ?::uuid, ?, ?, ?, id, object_type, object_id, change, before, after
       from ${rowsOf} as entry (id uuid, object_type text, object_id text, change text, before jsonb, after jsonb)
     ), answered as (
       insert into ${schema}.idempotency_keys (agency_id, actor, created_at, key, request_hash, response)
       select ?, ?, ?, key, request_hash, response
       from ${rowsOf} as answer (key text, request_hash text, response jsonb)
     )
     select ${change?.told ?? ''}`,
    [
      ...(change?.values ?? []),
      ...[agencyId, now, ...rows(records.outbox)],
      ...[...audit, ...rows(records.audit.map(auditRow))],
      ...[agencyId, actorOf(member), now, ...rows(answers)],
    ],
  );
}

const auditRow = ({ objectType, objectId, change, before, after }: AuditEntry) => ({
  ...{ id: newId(), object_type: objectType, object_id: objectId },
  ...{ change, before, after },
});
