import type { Envelope } from '@yitu/contracts';
import type { Call } from './call.ts';
import { inTransaction } from './command.ts';
import { ConcurrentReception } from './faults.ts';
import type { Transaction } from './transaction.ts';
import type { Hint } from './outbox-row.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** What became of a message: `early` when an event of its aggregate before it has not been applied yet. */
export type Reception = 'applied' | 'duplicate' | 'early';

/** A message and what follows from it here. */
export interface Delivery {
  readonly envelope: Envelope;
  /** `<service>.<noun>` of the aggregate. */
  readonly stream: string;
  readonly effect: (uow: UnitOfWork) => Promise<void>;
}

/**
 * Applies the effects of messages of one agency at most once each and in the order of their aggregates: the inbox rows and the effects are one
 * transaction, with a unit of work and an audit trail for each message.
 * @returns what became of each @throws what an effect throws; then none of them is applied
 */
export async function receive(
  call: Omit<Call, 'principal'>,
  deliveries: readonly Delivery[],
): Promise<Reception[]> {
  const [first] = deliveries;
  if (!first) return [];
  const { service } = call.database;
  const member = { kind: 'service', service, agencyId: first.envelope.agencyid } as const;
  return inTransaction(call.database, { member, reach: 'agency' }, async (transaction, attempt) => {
    const receptions = await enterInbox(transaction, service, deliveries, attempt > 1);
    let published = false;
    const hints: Hint[] = [];
    for (const [index, { envelope, effect }] of deliveries.entries()) {
      if (receptions[index] !== 'applied') continue;
      const action = `on ${envelope.type}`;
      const uow = new UnitOfWork(transaction, member, { ...call, principal: member }, action);
      await effect(uow);
      const news = await uow.complete(undefined);
      published ||= news.published;
      hints.push(...news.hints);
    }
    return { result: receptions, published, hints };
  });
}

interface Position {
  readonly stream: string;
  readonly aggregate_id: string;
  readonly before: number;
  last: number;
}

async function enterInbox(
  transaction: Transaction,
  schema: string,
  deliveries: readonly Delivery[],
  lookAtAll: boolean,
): Promise<Reception[]> {
  const positions = await lockPositions(transaction, schema, deliveries, lookAtAll);
  const timers = new Set<string>();
  const receptions = deliveries.map(({ envelope, stream }) => {
    const { id, subject, aggregateversion: version } = envelope;
    if (version > 0) return advance(positions.get(keyOf(stream, subject)), version);
    if (timers.has(id)) return 'duplicate';
    timers.add(id);
    return 'applied';
  });
  const entering = deliveries.filter((_one, index) => receptions[index] === 'applied');
  if (entering.length === 0) return receptions;
  const entered = await store(transaction, schema, entering, positions);
  return deliveries.map(({ envelope }, index) => {
    const reception = receptions[index] ?? 'early';
    if (reception !== 'applied' || entered.has(envelope.id)) return reception;
    // A message that stands in no sequence: only its inbox row tells that it has been here.
    if (envelope.aggregateversion === 0) return 'duplicate';
    throw new ConcurrentReception();
  });
}

/** Moves a position by a message, where it is the next one. */
function advance(position: Position | undefined, version: number): Reception {
  if (!position) throw new Error('every aggregate that was asked for has a position');
  if (version !== position.last + 1) return version <= position.last ? 'duplicate' : 'early';
  position.last = version;
  return 'applied';
}

const keyOf = (stream: string, aggregateId: string) => `${stream} ${aggregateId}`;

/**
 * Where the aggregates stand, locked until the transaction ends; one that nothing was received of stands at 0.
 * @param lookAtAll otherwise an aggregate whose first event comes is taken to stand at 0: where it has been here, storing its position tells
 */
async function lockPositions(
  transaction: Transaction,
  schema: string,
  deliveries: readonly Delivery[],
  lookAtAll: boolean,
): Promise<Map<string, Position>> {
  const positions = new Map<string, Position>();
  for (const { envelope, stream } of deliveries)
    if (envelope.aggregateversion > 0)
      positions.set(keyOf(stream, envelope.subject), {
        ...{ stream, aggregate_id: envelope.subject },
        ...{ before: 0, last: 0 },
      });
  const begun = new Set(
    deliveries.flatMap(({ envelope, stream }) =>
      envelope.aggregateversion === 1 && !lookAtAll ? [keyOf(stream, envelope.subject)] : [],
    ),
  );
  const wanted = [...positions].flatMap(([key, position]) => (begun.has(key) ? [] : [position]));
  if (wanted.length === 0) return positions;
  const rows = await transaction.rows<{ stream: string; aggregate_id: string; version: number }>(
    `select position.stream, position.aggregate_id, position.version
     from jsonb_to_recordset(?) as wanted (stream text, aggregate_id uuid)
     join "${schema}".inbox_positions as position
       on position.agency_id = ? and position.stream = wanted.stream and position.aggregate_id = wanted.aggregate_id
     order by position.stream, position.aggregate_id for update of position`,
    [JSON.stringify(wanted), deliveries[0]?.envelope.agencyid],
  );
  for (const { stream, aggregate_id, version } of rows)
    positions.set(keyOf(stream, aggregate_id), { stream, aggregate_id, before: version, last: version });
  return positions;
}

/** Stores inbox rows and new positions. @returns the ids of the messages that had not been here before */
async function store(
  transaction: Transaction,
  schema: string,
  entering: readonly Delivery[],
  positions: ReadonlyMap<string, Position>,
): Promise<ReadonlySet<string>> {
  const agencyId = entering[0]?.envelope.agencyid;
  const messages = entering.map(({ envelope: { id, time, type, subject, aggregateversion } }) => ({
    ...{ event_id: id, occurred_at: time, type },
    ...{ aggregate_id: subject, aggregate_version: aggregateversion },
  }));
  const moving = [...positions.values()].filter(({ before, last }) => last > before);
  const moves = JSON.stringify(moving);
  const [row] = await transaction.rows<{ ids: string[] | null; moved: string }>(
    `with entered as (
       insert into "${schema}".inbox (agency_id, event_id, occurred_at, type, aggregate_id, aggregate_version)
       select ?, event_id, occurred_at, type, aggregate_id, aggregate_version
       from jsonb_to_recordset(?) as message (event_id uuid, occurred_at timestamptz, type text, aggregate_id uuid, aggregate_version integer)
       on conflict do nothing
       returning event_id
     ), moved as (
       update "${schema}".inbox_positions as position set version = move.last
       from jsonb_to_recordset(?) as move (stream text, aggregate_id uuid, before integer, last integer)
       where position.agency_id = ? and position.stream = move.stream and position.aggregate_id = move.aggregate_id and position.version = move.before
       returning 1
     ), made as (
       insert into "${schema}".inbox_positions (agency_id, stream, aggregate_id, version)
       select ?, stream, aggregate_id, last
       from jsonb_to_recordset(?) as move (stream text, aggregate_id uuid, before integer, last integer) where before = 0
       on conflict do nothing
       returning 1
     )
     select (select array_agg(event_id::text) from entered) as ids, (select count(*) from moved) + (select count(*) from made) as moved`,
    [agencyId, JSON.stringify(messages), moves, agencyId, agencyId, moves],
  );
  if (Number(row?.moved) !== moving.length) throw new ConcurrentReception();
  return new Set(row?.ids);
}
