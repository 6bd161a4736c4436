export type { AuditEntry } from './audit.ts';
export {
  markGathered,
  recordColumns,
  recordInstant,
  waitingRecords,
  type AuditRecord,
} from './audit-record.ts';
export type { Call, Idempotency } from './call.ts';
export { answeredBefore, ask, command, perform, query, recordRefusal } from './command.ts';
export { errorText } from './error-text.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { requestErrors } from './errors.ts';
export { alsoPartitioned, auditGathering, foundationTables } from './foundation.ts';
export { InstantType } from './instant-type.ts';
export { migrate, type MigrationPlan } from './migrate.ts';
export { markPublished, outboxLag, pendingMessages, type PendingMessage } from './outbox.ts';
export { quarantined, quarantineMessage, type QuarantinedMessage } from './quarantine.ts';
export { receive, type Delivery, type Reception } from './reaction.ts';
export { tenantTable, type Ownership, workerSees } from './tenant-table.ts';
export { UnitOfWork, type Aggregate } from './unit-of-work.ts';
