import { createHash } from 'node:crypto';
import { ChangeSetType, type ChangeSet } from '@mikro-orm/core';

/** What changed in one object, for the audit record; values of sensitive properties are masked already. */
export interface AuditEntry {
  readonly objectType: string;
  readonly objectId: string;
  /** `refused`: somebody asked for what they may not do. */
  readonly change: 'create' | 'update' | 'delete' | 'read' | 'refused';
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  readonly after?: Readonly<Record<string, unknown>> | undefined;
}

const changes = {
  [ChangeSetType.CREATE]: 'create',
  [ChangeSetType.UPDATE]: 'update',
  [ChangeSetType.UPDATE_EARLY]: 'update',
  [ChangeSetType.DELETE]: 'delete',
  [ChangeSetType.DELETE_EARLY]: 'delete',
} as const;

/** The audit entry of an entity's change: the changed properties before and after. @param sensitive properties to mask */
export function auditEntry(set: ChangeSet<object>, sensitive: readonly string[]): AuditEntry {
  const after = set.payload as Record<string, unknown>; // property → value
  const original = (set.originalEntity ?? {}) as Record<string, unknown>; // likewise
  const before = Object.fromEntries(Object.keys(after).map((property) => [property, original[property]]));
  const change = changes[set.type];
  return {
    objectType: set.meta.className,
    objectId: objectIdOf(set, sensitive),
    change,
    ...(change === 'update' && { before: masked(before, sensitive) }),
    ...(change !== 'delete' && { after: masked(after, sensitive) }),
  };
}

/** The entity's `id`; of one without, its primary key beside the agency. A sensitive part stands there as a digest: the same object, not its secret. */
function objectIdOf({ entity, meta }: ChangeSet<object>, sensitive: readonly string[]): string {
  const id: unknown = Reflect.get(entity, 'id');
  if (typeof id === 'string') return id;
  const parts = meta.primaryKeys.filter((property) => property !== 'agencyId');
  return parts
    .map((property) => {
      const value = String(Reflect.get(entity, property));
      return sensitive.includes(property) ? digest(value) : value;
    })
    .join(' ');
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Two changes of one object in one transaction as one. */
export const mergedEntry = (earlier: AuditEntry, later: AuditEntry): AuditEntry => ({
  ...earlier,
  change: later.change === 'delete' ? 'delete' : earlier.change,
  ...(earlier.before && { before: { ...later.before, ...earlier.before } }),
  ...(earlier.after && { after: { ...earlier.after, ...later.after } }),
});

const masked = (values: Record<string, unknown>, sensitive: readonly string[]) =>
  Object.fromEntries(
    Object.entries(values).map(([property, value]) => [
      property,
      sensitive.includes(property) ? mask(value) : value,
    ]),
  );

const mask = (value: unknown) => (value === null || value === undefined || value === '' ? value : '***');
