import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';

/** What can stand in a timeline. */
export const entryKinds = [
  'opened',
  'occurred',
  'noted',
  'state-changed',
  'severity-changed',
  'owner-changed',
  'staff-notified',
  'account-suspended',
  'account-let-in',
  'client-disabled',
  'client-enabled',
  'sessions-ended',
  'closed',
  'reopened',
] as const;
export type EntryKind = (typeof entryKinds)[number];

interface Entry {
  readonly what: EntryKind;
  /** What a person wrote. */
  readonly note?: string | undefined;
  /** Ids, codes, numbers: nothing about people beyond that. */
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Adds to an incident's timeline, which nobody can change afterwards, and to the audit trail. What somebody wrote stands in the timeline alone. */
export async function addEntry(uow: UnitOfWork, incidentId: string, entry: Entry): Promise<void> {
  const { what, details = {} } = entry;
  uow.audit({ objectType: 'Incident', objectId: incidentId, change: 'update', after: { what, ...details } });
  await uow.rows(
    `insert into identity.incident_entries (agency_id, id, incident_id, at, actor_id, what, note, details)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      uow.agencyId,
      newId(),
      incidentId,
      uow.now.toString(),
      uow.member.kind === 'person' ? uow.member.userId : null,
      what,
      entry.note ?? null,
      JSON.stringify(details),
    ],
  );
}
