import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Request, requestView, RequestView } from './request.ts';

const Query = Type.Object({ ...page, customerId: Type.Optional(Id) });

const listRequests = query(
  { permission: 'itinerary.request.read' },
  async (uow, { limit, after, customerId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(after && { id: { $lt: after } }),
      ...(customerId && { customerId }),
    };
    const rows = await uow.em.find(Request, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { requests: items.map(requestView), next };
  },
);

const getRequest = query({ permission: 'itinerary.request.read' }, async (uow, id: string) =>
  requestView(await uow.get(Request, id)),
);

export const readRequestRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/requests',
    summary: 'Requests within reach, newest first',
    access: 'itinerary.request.read',
    query: Query,
    result: Type.Object({ requests: Type.Array(RequestView), next: Next }),
    handle: (call, { query: input }) => listRequests(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/:requestId',
    summary: 'One request',
    access: 'itinerary.request.read',
    params: Type.Object({ requestId: Id }),
    result: RequestView,
    handle: (call, { params }) => getRequest(call, params.requestId),
  }),
];
