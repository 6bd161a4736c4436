import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { ownCustomerId } from '../portal/own-customer.ts';
import {
  OwnRequestView,
  ownRequestView,
  QuotationRequest,
  requestStates,
  requestView,
  RequestView,
} from './quotation-request.ts';

const State = Type.Optional(Type.Enum([...requestStates]));
const Query = Type.Object({
  ...page,
  state: State,
  customerId: Type.Optional(Id),
  productId: Type.Optional(Id),
  departureId: Type.Optional(Id),
  branchId: Type.Optional(Id),
});

async function find(uow: UnitOfWork, { limit, after, ...filters }: Static<typeof Query>) {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const where = { agencyId: uow.agencyId, ...given, ...(after && { id: { $lt: after } }) };
  const rows = await uow.em.find(QuotationRequest, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
  return pageOf(rows, limit);
}

const listRequests = query(
  { permission: 'booking.quotation-request.read' },
  async (uow, asked: Static<typeof Query>) => {
    const { items, next } = await find(uow, asked);
    return { requests: items.map(requestView), next };
  },
);

const getRequest = query({ permission: 'booking.quotation-request.read' }, async (uow, id: string) =>
  requestView(await uow.get(QuotationRequest, id)),
);

const OwnQuery = Type.Object({ ...page, state: State });

const listOwn = query(
  { permission: 'booking.own-quotation.read', oneState: true },
  async (uow, asked: Static<typeof OwnQuery>) => {
    const customerId = await ownCustomerId(uow);
    const { items, next } = await find(uow, { ...asked, customerId });
    const sent = await sentOf(uow, items);
    return { requests: items.map((request) => ownRequestView(request, sent)), next };
  },
);

const getOwn = query(
  { permission: 'booking.own-quotation.read', oneState: true },
  async (uow, id: string) => {
    const customerId = await ownCustomerId(uow);
    const request = await uow.get(QuotationRequest, { id, customerId });
    return ownRequestView(request, await sentOf(uow, [request]));
  },
);

/** Of which of them the quotation was sent, in one statement for all. */
async function sentOf(uow: UnitOfWork, requests: readonly QuotationRequest[]): Promise<ReadonlySet<string>> {
  const quoted = requests.flatMap(({ quotationId }) => (quotationId ? [quotationId] : []));
  if (quoted.length === 0) return new Set();
  const rows = await uow.rows<{ id: string }>(
    `select distinct quotation_id as id from booking.quotation_sendings
     where agency_id = ? and quotation_id = any (string_to_array(?, ',')::uuid[])`,
    [uow.agencyId, quoted.join(',')],
  );
  return new Set(rows.map(({ id }) => id));
}

const params = Type.Object({ quotationRequestId: Id });

export const readQuotationRequestRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/quotation-requests',
    summary: 'What customers ask to be quoted, within reach, newest first',
    access: 'booking.quotation-request.read',
    query: Query,
    result: Type.Object({ requests: Type.Array(RequestView), next: Next }),
    handle: (call, { query: asked }) => listRequests(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/quotation-requests/:quotationRequestId',
    summary: 'One request for a quotation',
    access: 'booking.quotation-request.read',
    params,
    result: RequestView,
    handle: (call, { params: { quotationRequestId: requestId } }) => getRequest(call, requestId),
  }),
  route({
    method: 'GET',
    path: '/v1/own-quotation-requests',
    summary: 'What one has asked to be quoted, newest first',
    access: 'booking.own-quotation.read',
    query: OwnQuery,
    result: Type.Object({ requests: Type.Array(OwnRequestView), next: Next }),
    handle: (call, { query: asked }) => listOwn(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/own-quotation-requests/:quotationRequestId',
    summary: 'One request of one’s own for a quotation',
    access: 'booking.own-quotation.read',
    params,
    result: OwnRequestView,
    handle: (call, { params: { quotationRequestId: requestId } }) => getOwn(call, requestId),
  }),
];
