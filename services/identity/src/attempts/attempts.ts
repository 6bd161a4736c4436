import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { decideAttempt, withoutOne, type Counter, type Rule } from './decide-attempt.ts';

/** One of the counters an attempt goes against. */
export interface Limit {
  /** What is counted; see keyOf. */
  readonly key: string;
  readonly rule: Rule;
  /** Whether success forgets all failures, or only takes back this attempt: others' failures are in it too. */
  readonly onSuccess: 'forget' | 'take-back';
}

interface Row {
  key: string;
  failures: number;
  last_at: string;
  blocked_until: string | null;
}

/** The key of a counter: one length whatever somebody types, and nothing to read for who sees the table. */
export const keyOf = (...what: readonly string[]): string =>
  `${what[0] ?? ''}:${createHash('sha256').update(JSON.stringify(what)).digest('base64url')}`;

/** What counts as one network address: a whole /64 of IPv6, which one household or machine has. */
export function networkOf(address: string | undefined): string {
  if (!address || !isIPv6(address)) return address ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const [left, right] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const groups = [
    ...left,
    ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'),
    ...right,
  ];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/**
 * Counts an attempt against its limits, as a failure until `attemptSucceeded` says otherwise. All replicas count in the same rows.
 * @returns whether one of the limits has just begun to make somebody wait
 * @throws identity/too-many-attempts with when to come back
 */
export async function countAttempt(uow: UnitOfWork, limits: readonly Limit[]): Promise<boolean> {
  const counters = await lockCounters(uow, limits);
  const decided = limits.map((limit) => ({
    limit,
    next: decideAttempt(counters.get(limit.key), limit.rule, uow.now),
  }));
  const seconds = Math.max(0, ...decided.map(({ next }) => next.refusedForSeconds ?? 0));
  if (seconds > 0) throw errors.tooManyAttempts({ seconds }, { retryAfterSeconds: seconds });
  await store(
    uow,
    decided.flatMap(({ limit, next }) =>
      next.refusedForSeconds === undefined ? [{ key: limit.key, counter: next }] : [],
    ),
  );
  return decided.some(
    ({ limit, next }) => next.refusedForSeconds === undefined && next.failures === limit.rule.free,
  );
}

/** Takes back what `countAttempt` counted for an attempt that was right, or was never made. */
export async function attemptSucceeded(uow: UnitOfWork, limits: readonly Limit[]): Promise<void> {
  const counters = await lockCounters(uow, limits);
  const forgotten: Counter = { failures: 0, lastAt: uow.now, blockedUntil: null };
  await store(
    uow,
    limits.map(({ key, rule, onSuccess }) => {
      const counter = counters.get(key);
      return { key, counter: onSuccess === 'take-back' && counter ? withoutOne(counter, rule) : forgotten };
    }),
  );
}

/** The attempt was not made at all: as if it had not been counted. */
export const attemptWithdrawn = (uow: UnitOfWork, limits: readonly Limit[]): Promise<void> =>
  attemptSucceeded(
    uow,
    limits.map((limit) => ({ ...limit, onSuccess: 'take-back' })),
  );

/** Rows of all limits, made where there are none; locked in the order of their keys, so that two attempts never wait for each other. */
async function lockCounters(uow: UnitOfWork, limits: readonly Limit[]): Promise<Map<string, Counter>> {
  const keys = limits.map(({ key }) => key).toSorted();
  const rows = await uow.rows<Row>(
    `insert into identity.sign_in_failures as counter (agency_id, key, failures, since, last_at)
     select ?, key, 0, ?, ? from jsonb_array_elements_text(?) as wanted (key)
     on conflict (agency_id, key) do update set failures = counter.failures
     returning key, failures, last_at::text, blocked_until::text`,
    [uow.agencyId, uow.now.toString(), uow.now.toString(), JSON.stringify(keys)],
  );
  return new Map(rows.map((row) => [row.key, counterOf(row)]));
}

const counterOf = ({ failures, last_at: lastAt, blocked_until: blockedUntil }: Row): Counter => ({
  failures,
  lastAt: instantOf(lastAt),
  blockedUntil: blockedUntil === null ? null : instantOf(blockedUntil),
});

/** PostgreSQL's text of a time, such as `2026-11-02 08:00:00.123+00`. */
const instantOf = (text: string) =>
  Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

async function store(uow: UnitOfWork, counters: readonly { key: string; counter: Counter }[]): Promise<void> {
  await uow.rows(
    `update identity.sign_in_failures set failures = next.failures, last_at = next.last_at, blocked_until = next.blocked_until
     from jsonb_to_recordset(?) as next (key text, failures integer, last_at timestamptz, blocked_until timestamptz)
     where sign_in_failures.agency_id = ? and sign_in_failures.key = next.key`,
    [
      JSON.stringify(
        counters.map(({ key, counter: { failures, lastAt, blockedUntil } }) => ({
          key,
          failures,
          last_at: lastAt.toString(),
          blocked_until: blockedUntil?.toString() ?? null,
        })),
      ),
      uow.agencyId,
    ],
  );
}
