import { alsoPartitioned, auditGathering, tenantTable, workerSees } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * The audit records of all services in one chain per agency, with the head of each. Entries are only ever added: neither role of the service may
 * change or delete one. The chain is walked by sequence and searched by person, object, action, service and time, each by an index of its own.
 */
export default class AuditChain extends Migration {
  override up(): void {
    this.addSql(`
      ${auditGathering('identity')}
      create table identity.audit_heads (
        agency_id uuid primary key,
        count bigint not null,
        hash bytea not null,
        -- The newest checkpoint as it was signed; its original is outside the database.
        checkpoint text,
        signed_count bigint not null default 0,
        signed_at timestamptz
      );
      create index audit_heads_unsigned on identity.audit_heads (signed_at) where count > signed_count;
      create table identity.audit_entries (
        agency_id uuid not null,
        sequence bigint not null,
        hash bytea not null,
        service text not null,
        id uuid not null,
        occurred_at timestamptz not null,
        actor text not null,
        branch_id uuid,
        action text not null,
        object_type text not null,
        object_id text not null,
        change text not null,
        -- JSON as text: what is hashed is what is stored, byte for byte.
        before text,
        after text,
        remote_address text,
        trace_id text,
        primary key (agency_id, occurred_at, id)
      ) partition by range (occurred_at);
      create index audit_entries_sequence on identity.audit_entries (agency_id, sequence);
      create index audit_entries_actor on identity.audit_entries (agency_id, actor, occurred_at);
      create index audit_entries_object on identity.audit_entries (agency_id, object_id, occurred_at);
      create index audit_entries_type on identity.audit_entries (agency_id, object_type, occurred_at);
      create index audit_entries_action on identity.audit_entries (agency_id, action, occurred_at);
      create index audit_entries_service on identity.audit_entries (agency_id, service, occurred_at);
      ${tenantTable('identity', 'audit_heads')}
      ${tenantTable('identity', 'audit_entries', { branch: 'branch_id' })}
      revoke update, delete on identity.audit_entries from yitu_identity;
      revoke delete on identity.audit_heads from yitu_identity;
      ${workerSees('identity', 'audit_heads', ['agency_id', 'count', 'hash', 'checkpoint', 'signed_count', 'signed_at'], ['checkpoint', 'signed_count', 'signed_at'])}
      ${alsoPartitioned('identity', ['audit_entries'])}
    `);
  }
}
