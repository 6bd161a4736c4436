import type { UnitOfWork } from '@yitu/persistence';
import { Incident } from '../incident.ts';
import { ruleOf } from '../incident-rules.ts';
import type { RuleKind } from '../kinds.ts';
import { openIncident } from '../open-incident.ts';
import { addEntry } from '../timeline.ts';

/** Something a rule counts. */
export interface Occurrence {
  readonly kind: RuleKind;
  readonly eventId: string;
  /** RFC 3339: when it happened, not when it was told. */
  readonly at: string;
  /** Whose account; null where nobody in particular is concerned. */
  readonly personId: string | null;
  /** What it was done to, where different ones are counted. */
  readonly objectId: string | null;
  readonly amount: number;
}

/**
 * Counts an occurrence and opens an incident when its rule's threshold is reached within the window. While an incident of this kind about this
 * person is open, it goes into that one's timeline. What an incident has taken up is not counted again.
 */
export async function countOccurrence(uow: UnitOfWork, occurrence: Occurrence): Promise<void> {
  const rule = await ruleOf(uow, occurrence.kind);
  if (!rule.enabled) return;
  await takeTurn(uow, occurrence);
  const open = await openIncidentOf(uow, occurrence);
  if (open) {
    const { at, eventId, amount, objectId } = occurrence;
    const details = { occurredAt: at, eventId, amount, ...(objectId && { objectId }) };
    return addEntry(uow, open.id, { what: 'occurred', details });
  }
  await store(uow, occurrence, rule.windowSeconds);
  const counted = await countWithin(uow, occurrence, rule.windowSeconds);
  if (counted < rule.threshold) return;
  const { kind, personId } = occurrence;
  const people = personId === null ? [] : [personId];
  const told = { title: null, description: '', objects: [] };
  const { threshold, windowSeconds, severity } = rule;
  const incident = await openIncident(
    uow,
    { ...told, kind, severity, people },
    { counted, threshold, windowSeconds },
  );
  await takeUp(uow, occurrence, incident.id, windowSeconds);
}

/** Events of different objects come at once: those of one kind about one person wait for each other. */
const takeTurn = (uow: UnitOfWork, { kind, personId }: Occurrence) =>
  uow.rows('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `${uow.agencyId} ${kind} ${personId ?? ''}`,
  ]);

async function openIncidentOf(
  uow: UnitOfWork,
  { kind, personId }: Occurrence,
): Promise<Incident | undefined> {
  const [row] = personId
    ? await uow.rows<{ id: string }>(
        `select incident_id as id from identity.incident_people
         where agency_id = ? and kind = ? and user_id = ? and not closed`,
        [uow.agencyId, kind, personId],
      )
    : await uow.rows<{ id: string }>(
        `select id from identity.incidents where agency_id = ? and kind = ? and state <> 'closed' limit 1`,
        [uow.agencyId, kind],
      );
  if (!row) return undefined;
  // Locked: it may be about to be closed.
  const incident = await uow.lock(Incident, row.id);
  return incident.state === 'closed' ? undefined : incident;
}

/** Also forgets what no window can reach any more. */
async function store(uow: UnitOfWork, occurrence: Occurrence, windowSeconds: number): Promise<void> {
  const { kind, eventId, at, personId, objectId, amount } = occurrence;
  await uow.rows(
    `with forgotten as (
       delete from identity.rule_occurrences where agency_id = ? and kind = ? and person_id is not distinct from ?::uuid
         and occurred_at < ?::timestamptz - 2 * make_interval(secs => ?)
     )
     insert into identity.rule_occurrences (agency_id, event_id, kind, person_id, object_id, occurred_at, amount) values (?, ?, ?, ?, ?, ?, ?)`,
    [
      uow.agencyId,
      kind,
      personId,
      at,
      windowSeconds,
      uow.agencyId,
      eventId,
      kind,
      personId,
      objectId,
      at,
      amount,
    ],
  );
}

/** Where different objects are counted, one that comes twice counts once. */
const measures: Partial<Record<RuleKind, string>> = {
  'document-reveals': 'count(distinct inside.object_id)',
};

/** The most that came within one window that holds this occurrence: events may arrive late, so windows may end after it. */
async function countWithin(
  uow: UnitOfWork,
  { kind, personId, at }: Occurrence,
  windowSeconds: number,
): Promise<number> {
  const measure = measures[kind] ?? 'sum(inside.amount)';
  const [row] = await uow.rows<{ most: number | null }>(
    `select max(counted.total)::float8 as most from identity.rule_occurrences as last, lateral (
       select ${measure} as total from identity.rule_occurrences as inside
       where inside.agency_id = last.agency_id and inside.kind = last.kind and inside.person_id is not distinct from last.person_id
         and inside.occurred_at > last.occurred_at - make_interval(secs => ?) and inside.occurred_at <= last.occurred_at
     ) as counted
     where last.agency_id = ? and last.kind = ? and last.person_id is not distinct from ?::uuid
       and last.occurred_at >= ?::timestamptz and last.occurred_at < ?::timestamptz + make_interval(secs => ?)`,
    [windowSeconds, uow.agencyId, kind, personId, at, at, windowSeconds],
  );
  return row?.most ?? 0;
}

/** Moves what was counted into the incident's timeline. */
const takeUp = (
  uow: UnitOfWork,
  { kind, personId, at }: Occurrence,
  incidentId: string,
  windowSeconds: number,
) =>
  uow.rows(
    `with counted as (
       delete from identity.rule_occurrences where agency_id = ? and kind = ? and person_id is not distinct from ?::uuid
         and occurred_at > ?::timestamptz - make_interval(secs => ?) and occurred_at < ?::timestamptz + make_interval(secs => ?)
       returning *
     )
     insert into identity.incident_entries (agency_id, id, incident_id, at, what, details)
     select agency_id, uuidv7(), ?, ?, 'occurred', jsonb_strip_nulls(jsonb_build_object(
       'occurredAt', occurred_at, 'eventId', event_id, 'amount', amount, 'objectId', object_id))
     from counted order by occurred_at`,
    [uow.agencyId, kind, personId, at, windowSeconds, at, windowSeconds, incidentId, uow.now.toString()],
  );
