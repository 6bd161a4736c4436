import { Migration } from '@mikro-orm/migrations';

/**
 * Searches of the audit trail that name two things which seldom or never go together read no rows for it: what else may be asked for stands in the
 * index, behind the order of the answer. Who sees some branches only reads what their people did.
 */
export default class AuditSearch extends Migration {
  override up(): void {
    this.addSql(`
      drop index identity.audit_entries_actor, identity.audit_entries_type, identity.audit_entries_action, identity.audit_entries_service;
      create index audit_entries_actor on identity.audit_entries (agency_id, actor, occurred_at, id, action, object_type, service);
      create index audit_entries_action on identity.audit_entries (agency_id, action, occurred_at, id, actor, object_type, service);
      create index audit_entries_type on identity.audit_entries (agency_id, object_type, occurred_at, id, actor, action, service);
      create index audit_entries_service on identity.audit_entries (agency_id, service, occurred_at, id, actor, action, object_type);
      create index audit_entries_branch on identity.audit_entries (agency_id, branch_id, occurred_at, id, actor, action) where branch_id is not null;
    `);
  }
}
