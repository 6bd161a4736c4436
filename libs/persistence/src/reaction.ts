import type { Envelope } from '@yitu/contracts';
import type { Call } from './call.ts';
import { perform } from './command.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What became of a message: `early` when an event of its aggregate before it has not been applied yet. */
export type Reception = 'applied' | 'duplicate' | 'early';

/**
 * Applies a message's effect at most once and in the order of its aggregate: the inbox row and the effect are one transaction.
 * @param stream `<service>.<noun>` of the aggregate
 */
export function receive(
  call: Omit<Call, 'principal'>,
  envelope: Envelope,
  stream: string,
  effect: (uow: UnitOfWork) => Promise<void>,
): Promise<Reception> {
  const member = { kind: 'service', service: call.database.service, agencyId: envelope.agencyid } as const;
  const action = `on ${envelope.type}`;
  return perform({ ...call, principal: member }, { member, reach: 'agency', action }, async (uow) => {
    const reception = await enterInbox(uow, call.database.service, envelope, stream);
    if (reception === 'applied') await effect(uow);
    return reception;
  });
}

async function enterInbox(
  uow: UnitOfWork,
  schema: string,
  envelope: Envelope,
  stream: string,
): Promise<Reception> {
  const { id, type, time, subject, agencyid, aggregateversion: version } = envelope;
  const [row] = await uow.rows<{ entered: boolean; moved: boolean; position: number | null }>(
    `with position as (
       select version from "${schema}".inbox_positions where agency_id = ? and stream = ? and aggregate_id = ? for update
     ), entered as (
       insert into "${schema}".inbox (agency_id, event_id, occurred_at, type, aggregate_id, aggregate_version)
       select ?, ?, ?, ?, ?, ?::integer
       where ? = 0 or ? = coalesce((select version from position), 0) + 1
       on conflict do nothing
       returning event_id
     ), moved as (
       insert into "${schema}".inbox_positions (agency_id, stream, aggregate_id, version)
       select ?, ?, ?, ?::integer from entered where ? > 0
       on conflict (agency_id, stream, aggregate_id) do update set version = excluded.version
         where inbox_positions.version = excluded.version - 1
       returning version
     )
     select exists (select from entered) as entered, exists (select from moved) as moved, (select version from position) as position`,
    [
      agencyid,
      stream,
      subject,
      agencyid,
      id,
      time,
      type,
      subject,
      version,
      version,
      version,
      agencyid,
      stream,
      subject,
      version,
      version,
    ],
  );
  if (!row) throw new Error('the inbox statement always gives one row');
  if (version === 0) return row.entered ? 'applied' : 'duplicate';
  if (row.entered && row.moved) return 'applied';
  // Entered but not moved: another replica moved the position meanwhile. Nothing may stay of this attempt.
  if (row.entered) throw new ConcurrentReception();
  return version <= (row.position ?? 0) ? 'duplicate' : 'early';
}

/** Two replicas applied events of one aggregate at once; the message is simply delivered again. */
class ConcurrentReception extends Error {
  override readonly name = 'ConcurrentReception';
}
