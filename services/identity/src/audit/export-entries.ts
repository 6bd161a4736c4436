import { events } from '@yitu/contracts';
import { csvOf, newId } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { branchesOf, filters, findEntries, type Wanted } from './search-entries.ts';

/** One answer has no more: whoever needs more asks for shorter periods. */
const longestExport = 20_000;

const columns = [
  ...['sequence', 'occurredAt', 'service', 'actor', 'branchId', 'action', 'objectType', 'objectId'],
  ...['change', 'before', 'after', 'remoteAddress', 'traceId', 'id', 'hash'],
] as const;

const permission = 'identity.audit.export';

/** Entries as CSV, newest first. That they were taken out is recorded and told. @throws identity/audit-export-too-large */
const exportEntries = command({ permission }, async (uow, { branchIds, ...wanted }: Wanted) => {
  const entries = await findEntries(uow, { ...wanted, branchIds }, longestExport + 1);
  if (entries.length > longestExport) throw errors.auditExportTooLarge({ limit: longestExport });
  const exported = { id: newId(), version: 0 };
  uow.publish(exported, events.auditExported, { userId: uow.userId, entries: entries.length });
  const after = { ...wanted, entries: entries.length };
  uow.audit({ objectType: 'AuditExport', objectId: exported.id, change: 'read', after });
  return csvOf([columns, ...entries.map((entry) => columns.map((column) => entry[column]))]);
});

export const exportEntriesRoute = () =>
  route({
    method: 'POST',
    path: '/v1/audit-exports',
    summary: 'Take entries of the audit trail out as CSV',
    access: permission,
    recordsRefusals: true,
    body: Type.Object(filters),
    mediaType: 'text/csv; charset=utf-8',
    result: Type.String(),
    handle: (call, { body }) =>
      exportEntries(unkept(call), { ...body, branchIds: branchesOf(call, permission) }),
  });

/** A repeated request is answered anew: what was taken out is not kept a second time beside its idempotency key. */
const unkept = ({ idempotency: _notKept, ...call }: Call): Call => call;
