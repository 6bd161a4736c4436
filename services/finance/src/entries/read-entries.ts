import { query } from '@yitu/persistence';
import { Id, LocalDate, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Entry, entryView, EntryView, Posting, sourceKinds } from './entry.ts';

const Query = Type.Object({
  ...page,
  branchId: Type.Optional(Id),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  sourceKind: Type.Optional(Type.Enum([...sourceKinds])),
  sourceId: Type.Optional(Id),
});

const listEntries = query(
  { permission: 'finance.entry.read' },
  async (uow, { limit, after, from, to, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const where = {
      agencyId: uow.agencyId,
      ...given,
      ...(after && { id: { $lt: after } }),
      ...((from ?? to) && { entryDate: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
    };
    const rows = await uow.em.find(Entry, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    const postings = await uow.find(Posting, { entryId: { $in: items.map(({ id }) => id) } });
    const byEntry = Map.groupBy(postings, ({ entryId }) => entryId);
    return { entries: items.map((entry) => entryView(entry, byEntry.get(entry.id) ?? [])), next };
  },
);

const getEntry = query({ permission: 'finance.entry.read' }, async (uow, id: string) =>
  entryView(await uow.get(Entry, id), await uow.find(Posting, { entryId: id })),
);

export const readEntryRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/entries',
    summary: 'Entries of the ledger within reach, newest first',
    access: 'finance.entry.read',
    query: Query,
    result: Type.Object({ entries: Type.Array(EntryView), next: Next }),
    handle: (call, { query: input }) => listEntries(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/entries/:entryId',
    summary: 'One entry with its postings',
    access: 'finance.entry.read',
    params: Type.Object({ entryId: Id }),
    result: EntryView,
    handle: (call, { params }) => getEntry(call, params.entryId),
  }),
];
