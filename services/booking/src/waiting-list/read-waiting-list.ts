import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { WaitingEntry, waitingEntryView, WaitingEntryView, waitingStates } from './waiting-entry.ts';

/** The place in the departure's queue, from 1; those of other branches count too. */
export async function positionOf(
  uow: UnitOfWork,
  { id, departureId, state }: WaitingEntry,
): Promise<number | null> {
  if (state !== 'waiting') return null;
  const [row] = await uow.rows<{ position: number }>(
    'select count(*)::integer as position from booking.waiting_places where agency_id = ? and departure_id = ? and entry_id <= ?',
    [uow.agencyId, departureId, id],
  );
  return row?.position ?? null;
}

const Query = Type.Object({ ...page, state: Type.Optional(Type.Enum([...waitingStates])) });

/** Oldest first: as the list is offered from. */
const listWaiting = query(
  { permission: 'booking.waiting-list.read' },
  async (uow, asked: Static<typeof Query> & { departureId: string }) => {
    const { departureId, limit, after, state } = asked;
    const where = {
      ...{ agencyId: uow.agencyId, departureId },
      ...(state && { state }),
      ...(after && { id: { $gt: after } }),
    };
    const rows = await uow.em.find(WaitingEntry, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    const entries: Static<typeof WaitingEntryView>[] = [];
    for (const entry of items) entries.push(waitingEntryView(entry, await positionOf(uow, entry)));
    return { entries, next };
  },
);

const getWaiting = query({ permission: 'booking.waiting-list.read' }, async (uow, id: string) => {
  const entry = await uow.get(WaitingEntry, id);
  return waitingEntryView(entry, await positionOf(uow, entry));
});

export const readWaitingListRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/departures/:departureId/waiting-list',
    summary: 'Who waits for a departure, within reach, oldest first',
    access: 'booking.waiting-list.read',
    params: Type.Object({ departureId: Id }),
    query: Query,
    result: Type.Object({ entries: Type.Array(WaitingEntryView), next: Next }),
    handle: (call, { params, query: asked }) => listWaiting(call, { ...asked, ...params }),
  }),
  route({
    method: 'GET',
    path: '/v1/waiting-entries/:waitingEntryId',
    summary: 'One entry of a waiting list, with its place in the queue',
    access: 'booking.waiting-list.read',
    params: Type.Object({ waitingEntryId: Id }),
    result: WaitingEntryView,
    handle: (call, { params: { waitingEntryId: entryId } }) => getWaiting(call, entryId),
  }),
];
