import { requireMember } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';

/**
 * Processes all events of an agency from the start of the stream, each as if it came now.
 * @returns how many there were @throws analytics/bus-unavailable
 */
export type Replay = (agencyId: string) => Promise<number>;

const readModels = ['order_facts', 'survey_facts', 'incident_facts', 'inbox', 'inbox_positions'];

/** Empties the agency's read models and forgets which events were applied: then each of them applies once more. */
const forget = command({ permission: 'analytics.read-models.rebuild' }, async (uow, _input: object) => {
  // An event that is being applied must be seen by the deletions, or come after them.
  await uow.rows('lock table analytics.inbox_positions in exclusive mode');
  for (const table of readModels)
    await uow.rows(`delete from analytics.${table} where agency_id = ?`, [uow.agencyId]);
  uow.audit({ objectType: 'ReadModels', objectId: uow.agencyId, change: 'delete' });
  return {};
});

const tell = command(
  { permission: 'analytics.read-models.rebuild' },
  (uow, { replayed }: { replayed: number }) => {
    uow.publish({ id: newId(), version: 0 }, events.readModelsRebuilt, { events: BigInt(replayed) });
    return Promise.resolve({ events: replayed });
  },
);

/**
 * Builds the agency's read models anew. Events that arrive meanwhile are kept back by the order of their aggregate until the replay has
 * reached them, or are found applied; a rebuild that was broken off is simply begun again. @throws analytics/rebuild-under-way
 */
async function rebuild(
  { idempotency: _runsEveryTime, ...call }: Call,
  replay: Replay,
): Promise<{ events: number }> {
  const { agencyId } = requireMember(call.principal);
  return alone(call, agencyId, async () => {
    await forget(call, {});
    return tell(call, { replayed: await replay(agencyId) });
  });
}

/**
 * Holds the agency's advisory lock meanwhile, on a connection of its own whose end gives it back in every case: who is killed leaves nothing behind.
 * @throws analytics/rebuild-under-way where somebody else holds it, in whatever replica
 */
async function alone<Result>(
  { database }: Call,
  agencyId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  const lock = [`analytics.rebuild ${agencyId}`];
  // A connection that breaks loses the lock and nothing else: the rebuild has others.
  client.on('error', () => undefined);
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      lock,
    );
    if (rows[0]?.held !== true) throw errors.rebuildUnderWay();
    const result = await work();
    // The end of a connection gives it back a moment later: whoever begins anew at once would be refused.
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock);
    return result;
  } finally {
    client.release(true);
  }
}

export const rebuildRoute = (replay: Replay) =>
  route({
    method: 'POST',
    path: '/v1/rebuild',
    summary: "Build the agency's read models anew from the start of the stream",
    access: 'analytics.read-models.rebuild',
    result: Type.Object({ events: Type.Integer() }),
    handle: (call) => rebuild(call, replay),
  });
