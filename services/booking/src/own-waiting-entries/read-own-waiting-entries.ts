import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { waitingStates } from '../waiting-list/waiting-entry.ts';
import { OwnWaitingEntry, ownWaitingEntries, ownWaitingEntry } from './own-waiting-entry.ts';

const Query = Type.Object({ ...page, state: Type.Optional(Type.Enum([...waitingStates])) });

const listOwn = query(
  { permission: 'booking.own-waiting-list.read' },
  async (uow, { limit, ...asked }: Static<typeof Query>) => {
    const rows = await ownWaitingEntries(uow, { ...asked, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { entries: items, next };
  },
);

const getOwn = query({ permission: 'booking.own-waiting-list.read' }, (uow, id: string) =>
  ownWaitingEntry(uow, id),
);

export const readOwnWaitingEntryRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/own-waiting-entries',
    summary: 'What one waits for, and what is offered, newest first',
    access: 'booking.own-waiting-list.read',
    query: Query,
    result: Type.Object({ entries: Type.Array(OwnWaitingEntry), next: Next }),
    handle: (call, { query: asked }) => listOwn(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/own-waiting-entries/:waitingEntryId',
    summary: 'One place of one’s own on a waiting list',
    access: 'booking.own-waiting-list.read',
    params: Type.Object({ waitingEntryId: Id }),
    result: OwnWaitingEntry,
    handle: (call, { params }) => getOwn(call, params.waitingEntryId),
  }),
];
