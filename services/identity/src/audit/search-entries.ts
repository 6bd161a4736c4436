import { requirePermission, type Permission } from '@yitu/access';
import { query, recordInstant, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { AuditEntry } from './entry.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });

/** What entries are looked for by; all of what is given must fit. */
export const filters = {
  userId: Type.Optional(Id),
  actor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: '`user:<id>`, `service:<name>` or `link:<id>`',
    }),
  ),
  service: Type.Optional(Name),
  action: Type.Optional(Name),
  objectType: Type.Optional(Name),
  objectId: Type.Optional(Name),
  from: Type.Optional(InstantText),
  to: Type.Optional(Type.String({ format: 'date-time', description: 'An instant, RFC 3339; not included.' })),
};

const Filters = Type.Object(filters);
export type Filters = Static<typeof Filters>;

/** What a caller with the reach of a branch is asked for besides: row security says the same, but no index answers its rule. */
export function branchesOf({ principal }: Call, permission: Permission): readonly string[] | undefined {
  const { member, reach } = requirePermission(principal, permission);
  return reach === 'branch' && member.kind === 'person' ? member.branchIds : undefined;
}

/** A search as it is put to the database. @see branchesOf */
export type Wanted = Filters & { readonly branchIds?: readonly string[] | undefined };

const Values = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]);

const EntryView = Type.Object(
  {
    id: Id,
    sequence: Type.Integer({ minimum: 1 }),
    hash: Type.String(),
    occurredAt: InstantText,
    service: Type.String(),
    actor: Type.String(),
    branchId: Type.Union([Id, Type.Null()]),
    action: Type.String(),
    objectType: Type.String(),
    objectId: Type.String(),
    change: Type.Enum(['create', 'update', 'delete', 'read', 'refused']),
    before: Values,
    after: Values,
    remoteAddress: Type.Union([Type.String(), Type.Null()]),
    traceId: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'AuditEntry' },
);

const columns = `agency_id as "agencyId", sequence::float8 as sequence, encode(hash, 'hex') as hash, service, id, ${recordInstant('occurred_at')} as "occurredAt",
  actor, branch_id as "branchId", action, object_type as "objectType", object_id as "objectId", change, before, after, remote_address as "remoteAddress",
  trace_id as "traceId"`;

interface Place {
  readonly occurredAt: string;
  readonly id: string;
}

/** The newest entries that fit, as far as the caller's reach goes: with the reach of a branch those of its people. @param before where the page before ended */
export function findEntries(
  uow: UnitOfWork,
  { userId, actor, service, action, objectType, objectId, from, to, branchIds }: Wanted,
  limit: number,
  before?: Place,
): Promise<AuditEntry[]> {
  const conditions: [string, unknown[]][] = [
    ['agency_id = ?', [uow.agencyId]],
    ...(branchIds ? [inBranches(branchIds)] : []),
    ...(userId ? [given('actor = ?', `user:${userId}`)] : []),
    ...(actor ? [given('actor = ?', actor)] : []),
    ...(service ? [given('service = ?', service)] : []),
    ...(action ? [given('action = ?', action)] : []),
    ...(objectType ? [given('object_type = ?', objectType)] : []),
    ...(objectId ? [given('object_id = ?', objectId)] : []),
    ...(from ? [given('occurred_at >= ?', stored(from))] : []),
    ...(to ? [given('occurred_at < ?', stored(to))] : []),
    ...(before ? [given('(occurred_at, id) < (?::timestamptz, ?::uuid)', before.occurredAt, before.id)] : []),
  ];
  return uow.rows<AuditEntry>(
    `select ${columns} from identity.audit_entries where ${conditions.map(([sql]) => sql).join(' and ')}
     order by occurred_at desc, id desc limit ?`,
    [...conditions.flatMap(([, values]) => values), limit],
  );
}

/** One branch alone is asked for as such: then its index gives the order too. */
const inBranches = (ids: readonly string[]): [string, unknown[]] =>
  ids.length === 1
    ? given('branch_id = ?::uuid', ids[0])
    : given('branch_id = any (?::uuid[])', `{${ids.join(',')}}`);

const beginning = Temporal.Instant.from('0001-01-01T00:00:00Z'); // PostgreSQL has no year 0

function stored(text: string): string {
  const instant = Temporal.Instant.from(text);
  return (Temporal.Instant.compare(instant, beginning) < 0 ? beginning : instant).toString();
}

const given = (sql: string, ...values: unknown[]): [string, unknown[]] => [sql, values];

/** Microseconds since 1970 and the id of the last entry of a page. */
const Cursor = Type.String({
  pattern: '^\\d{1,16}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

const cursorOf = ({ occurredAt, id }: Place): string =>
  `${Temporal.Instant.from(occurredAt).epochNanoseconds / 1_000n}-${id}`;

function placeOf(cursor: string): Place {
  const cut = cursor.indexOf('-');
  const instant = Temporal.Instant.fromEpochNanoseconds(BigInt(cursor.slice(0, cut)) * 1_000n);
  return { occurredAt: instant.toString(), id: cursor.slice(cut + 1) };
}

const entryView = ({ agencyId: _own, before, after, change, ...entry }: AuditEntry) => ({
  ...entry,
  change: change as Static<typeof EntryView>['change'], // what units of work record
  before: before === null ? null : (JSON.parse(before) as Record<string, unknown>), // recorded as an object
  after: after === null ? null : (JSON.parse(after) as Record<string, unknown>), // likewise
});

interface Search {
  readonly filters: Wanted;
  readonly limit: number;
  readonly after?: string | undefined;
}

const permission = 'identity.audit.read';

const searchEntries = query({ permission }, async (uow, { filters: wanted, limit, after }: Search) => {
  const found = await findEntries(uow, wanted, limit + 1, after ? placeOf(after) : undefined);
  const entries = found.slice(0, limit);
  const last = found.length > limit ? entries.at(-1) : undefined;
  return { entries: entries.map(entryView), next: last ? cursorOf(last) : null };
});

export const searchEntriesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/audit-entries',
    summary: 'What was changed and looked at in all services, newest first',
    access: permission,
    recordsRefusals: true,
    query: Type.Object({
      ...filters,
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
      after: Type.Optional(Cursor),
    }),
    result: Type.Object({
      entries: Type.Array(EntryView),
      next: Type.Union([Type.String(), Type.Null()], {
        description: 'Give it as `after` for the next page; null at the end.',
      }),
    }),
    handle: (call, { query: { limit, after, ...wanted } }) =>
      searchEntries(call, {
        filters: { ...wanted, branchIds: branchesOf(call, permission) },
        limit,
        after,
      }),
  });
