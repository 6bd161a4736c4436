import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, Next, page, pageOf, route, Version } from '@yitu/runtime';
import { Type } from 'typebox';
import { Departure } from '../departures/departure.ts';
import { Order } from '../orders/order.ts';
import { LineCategory } from '../pricing/price.ts';
import { provenLosses, SupplierSide, supplierSideOf } from '../supplier-losses/supplier-loss.ts';
import { checkCause, noticeOf, onTheWay } from './cancel-order/decide.ts';
import { CancellationView, cancellationView, OrderCancellation, ReckoningView } from './cancellation.ts';
import { cancellationErrors } from './errors.ts';
import { saidCauses, type Cause } from './reckoning.ts';
import { reckonOrder } from './reckon-order.ts';
import { refundClaimOf } from './refund-claim.ts';

interface Preview {
  readonly orderId: string;
  readonly cause: Cause;
  readonly noticeArrivedAt?: string | undefined;
  readonly provenCost?: string | undefined;
  readonly category?: LineCategory | undefined;
  readonly place: number;
  readonly count: number;
  readonly travellerIds?: string | undefined;
  readonly singleRooms: number;
}

const previewCancellation = query(
  { permission: 'booking.order.read', oneState: true },
  async (uow, { orderId, cause, noticeArrivedAt: said, provenCost, ...asked }: Preview) => {
    const order = await uow.get(Order, orderId);
    const departure = await uow.get(Departure, order.departureId);
    const part = partOf(asked);
    const circumstances = { cause, onTheWay: onTheWay(order, departure, uow.now), whole: !part };
    checkCause(order, departure, circumstances, uow.now);
    const arrivedAt = noticeOf(order, departure, { cause, said }, uow.now);
    const cost = provenCost === undefined ? undefined : BigInt(provenCost);
    const byAgency = cause === 'agency' || cause === 'force-majeure';
    if (byAgency && cost !== undefined) throw cancellationErrors.costNotCharged();
    const losses = cause === 'force-majeure' ? await provenLosses(uow, orderId) : [];
    const { view, reckoning } = await reckonOrder(uow, order, departure, {
      ...{ cause, arrivedAt, provenCost: cost, part, losses },
    });
    const { penalty: charged, compensation } = reckoning;
    const supplierSide = part ? null : await supplierSideOf(uow, order, { charged, compensation });
    return { ...view, orderId, orderVersion: order.version, supplierSide };
  },
);

const partOf = ({
  category,
  place,
  count,
  singleRooms,
  travellerIds,
}: Pick<Preview, 'category' | 'place' | 'count' | 'travellerIds' | 'singleRooms'>) =>
  category && { category, place, count, singleRooms, travellerIds: travellerIds?.split(',') };

async function viewOf(uow: UnitOfWork, order: Order, cancellation: OrderCancellation) {
  const { scope, penalty: charged, compensation } = cancellation;
  const side = scope === 'order' ? await supplierSideOf(uow, order, { charged, compensation }) : null;
  return cancellationView(cancellation, order.version, await refundClaimOf(uow, order.id), side);
}

const getCancellation = query({ permission: 'booking.order.read' }, async (uow, orderId: string) => {
  const cancellation = await uow.get(OrderCancellation, { orderId, scope: 'order' });
  return viewOf(uow, await uow.get(Order, orderId), cancellation);
});

interface Listing {
  readonly orderId: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

const listCancellations = query(
  { permission: 'booking.order.read', oneState: true },
  async (uow, { orderId, limit, after }: Listing) => {
    const order = await uow.get(Order, orderId);
    const where = { agencyId: uow.agencyId, orderId, ...(after && { id: { $gt: after } }) };
    const rows = await uow.em.find(OrderCancellation, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    const cancellations = [];
    for (const one of items) cancellations.push(await viewOf(uow, order, one));
    return { cancellations, next };
  },
);

const params = Type.Object({ orderId: Id });
const ids = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export const readCancellationRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/cancellation-preview',
    summary: 'What cancelling an order or a part of it would cost now, line by line; changes nothing',
    access: 'booking.order.read',
    params,
    query: Type.Object({
      cause: Type.Enum([...saidCauses], { default: 'customer' }),
      noticeArrivedAt: Type.Optional(InstantText),
      provenCost: Type.Optional(
        Type.String({ pattern: '^[0-9]{1,15}$', description: "Minor units of the order's currency" }),
      ),
      category: Type.Optional({ ...LineCategory, description: 'Of a part; all where nothing is said' }),
      place: Type.Integer({
        ...{ minimum: 0, maximum: 500, default: 0 },
        description: 'Which line of its category',
      }),
      count: Type.Integer({ minimum: 1, maximum: 500, default: 1 }),
      travellerIds: Type.Optional(
        Type.String({ pattern: `^${ids}(,${ids})*$`, maxLength: 20_000, description: 'Separated by commas' }),
      ),
      singleRooms: Type.Integer({ minimum: 0, maximum: 500, default: 0 }),
    }),
    result: Type.Object(
      {
        ...ReckoningView.properties,
        ...{ orderId: Id, orderVersion: Version, supplierSide: Type.Union([SupplierSide, Type.Null()]) },
      },
      { title: 'CancellationPreview' },
    ),
    handle: (call, { params: { orderId }, query: asked }) => previewCancellation(call, { orderId, ...asked }),
  }),
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/cancellation',
    summary: 'The cancellation of an order, and how much of its refund has been paid',
    access: 'booking.order.read',
    params,
    result: CancellationView,
    handle: (call, { params: { orderId } }) => getCancellation(call, orderId),
  }),
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/cancellations',
    summary: 'The cancellations of an order and of its parts, in their order',
    access: 'booking.order.read',
    params,
    query: Type.Object(page),
    result: Type.Object({ cancellations: Type.Array(CancellationView), next: Next }),
    handle: (call, { params: { orderId }, query: asked }) => listCancellations(call, { ...asked, orderId }),
  }),
];
