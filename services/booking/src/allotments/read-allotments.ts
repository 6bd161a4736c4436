import { query } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Allotment, allotmentView, AllotmentView, unitKinds } from './allotment.ts';
import { AllotmentTaking, takingView, TakingView } from './taking.ts';

const Query = Type.Object({
  ...page,
  supplierId: Type.Optional(Id),
  kind: Type.Optional(Type.Enum([...unitKinds])),
});

const listAllotments = query(
  { permission: 'booking.allotment.read' },
  async (uow, { limit, after, supplierId, kind }: Static<typeof Query>) => {
    const rows = await uow.em.find(
      Allotment,
      {
        agencyId: uow.agencyId,
        ...(after && { id: { $lt: after } }),
        ...(supplierId && { supplierId }),
        ...(kind && { kind }),
      },
      { orderBy: { id: 'desc' }, limit: limit + 1 },
    );
    const { items, next } = pageOf(rows, limit);
    return { allotments: items.map(allotmentView), next };
  },
);

const getAllotment = query({ permission: 'booking.allotment.read' }, async (uow, id: string) =>
  allotmentView(await uow.get(Allotment, id)),
);

const TakingsQuery = Type.Object({
  ...page,
  allotmentId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  departureId: Type.Optional(Id),
});

/** Takings of the orders within the caller's reach; blocks of departures are the whole agency's. */
const listTakings = query(
  { permission: 'booking.allotment-taking.read' },
  async (uow, { limit, after, allotmentId, orderId, departureId }: Static<typeof TakingsQuery>) => {
    const rows = await uow.em.find(
      AllotmentTaking,
      {
        agencyId: uow.agencyId,
        ...(after && { id: { $lt: after } }),
        ...(allotmentId && { allotmentId }),
        ...(orderId && { orderId }),
        ...(departureId && { departureId }),
      },
      { orderBy: { id: 'desc' }, limit: limit + 1 },
    );
    const { items, next } = pageOf(rows, limit);
    return { takings: items.map(takingView), next };
  },
);

const ReleasesQuery = Type.Object({
  ...page,
  allotmentId: Type.Optional(Id),
  supplierId: Type.Optional(Id),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
});

const Release = Type.Object(
  {
    id: Id,
    allotmentId: Id,
    supplierId: Id,
    releasedOn: LocalDate,
    releasedAt: InstantText,
    units: Type.Integer(),
    dates: Type.Array(Type.Object({ date: LocalDate, quantity: Type.Integer() })),
  },
  { title: 'AllotmentRelease' },
);

/** What went back to suppliers, newest first. */
const listReleases = query(
  { permission: 'booking.allotment.read' },
  async (uow, { limit, after, allotmentId, supplierId, from, to }: Static<typeof ReleasesQuery>) => {
    const filters = [
      ['id < ?', after],
      ['allotment_id = ?', allotmentId],
      ['supplier_id = ?', supplierId],
      ['released_on >= ?', from],
      ['released_on <= ?', to],
    ].filter(([, value]) => value !== undefined);
    const rows = await uow.rows<Static<typeof Release>>(
      `select id, allotment_id as "allotmentId", supplier_id as "supplierId", released_on::text as "releasedOn", units, dates,
         to_char(released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "releasedAt"
       from booking.allotment_releases where ${['agency_id = ?', ...filters.map(([clause]) => clause)].join(' and ')}
       order by id desc limit ?`,
      [uow.agencyId, ...filters.map(([, value]) => value), limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    return { releases: items, next };
  },
);

export const readAllotmentRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/allotments',
    summary: 'Allotments and free sales, newest first, by supplier and kind',
    access: 'booking.allotment.read',
    query: Query,
    result: Type.Object({ allotments: Type.Array(AllotmentView), next: Next }),
    handle: (call, { query: input }) => listAllotments(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/allotments/:allotmentId',
    summary: 'One allotment',
    access: 'booking.allotment.read',
    params: Type.Object({ allotmentId: Id }),
    result: AllotmentView,
    handle: (call, { params }) => getAllotment(call, params.allotmentId),
  }),
  route({
    method: 'GET',
    path: '/v1/allotment-takings',
    summary: 'What orders and departures have taken of allotments, newest first',
    access: 'booking.allotment-taking.read',
    query: TakingsQuery,
    result: Type.Object({ takings: Type.Array(TakingView), next: Next }),
    handle: (call, { query: input }) => listTakings(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/allotment-releases',
    summary: 'What went back to suppliers on release days, newest first, by the day it did',
    access: 'booking.allotment.read',
    query: ReleasesQuery,
    result: Type.Object({ releases: Type.Array(Release), next: Next }),
    handle: (call, { query: input }) => listReleases(call, input),
  }),
];
