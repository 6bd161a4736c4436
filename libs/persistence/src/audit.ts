import { ChangeSetType, type ChangeSet } from '@mikro-orm/core';

/** What changed in one object, for the audit record; values of sensitive properties are masked already. */
export interface AuditEntry {
  readonly objectType: string;
  readonly objectId: string;
  readonly change: 'create' | 'update' | 'delete' | 'read';
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
  const id: unknown = Reflect.get(set.entity, 'id');
  return {
    objectType: set.meta.className,
    objectId: String(id),
    change,
    ...(change === 'update' && { before: masked(before, sensitive) }),
    ...(change !== 'delete' && { after: masked(after, sensitive) }),
  };
}

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
