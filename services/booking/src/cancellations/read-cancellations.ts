import { query } from '@yitu/persistence';
import { Id, InstantText, route, Version } from '@yitu/runtime';
import { Type } from 'typebox';
import { Order } from '../orders/order.ts';
import { CancellationView, cancellationView, OrderCancellation, ReckoningView } from './cancellation.ts';
import { reckonOrder } from './reckon-order.ts';
import { refundClaimOf } from './refund-claim.ts';

interface Preview {
  readonly orderId: string;
  readonly noticeArrivedAt?: string | undefined;
  readonly provenCost?: string | undefined;
}

const previewCancellation = query(
  { permission: 'booking.order.read', oneState: true },
  async (uow, { orderId, noticeArrivedAt, provenCost }: Preview) => {
    const order = await uow.get(Order, orderId);
    const { view } = await reckonOrder(uow, order, {
      cause: 'customer',
      arrivedAt: noticeArrivedAt === undefined ? undefined : Temporal.Instant.from(noticeArrivedAt),
      provenCost: provenCost === undefined ? undefined : BigInt(provenCost),
    });
    return { ...view, orderId, orderVersion: order.version };
  },
);

const getCancellation = query({ permission: 'booking.order.read' }, async (uow, orderId: string) => {
  const cancellation = await uow.get(OrderCancellation, { orderId });
  const { version } = await uow.get(Order, orderId);
  return cancellationView(cancellation, version, await refundClaimOf(uow, orderId));
});

const params = Type.Object({ orderId: Id });

export const readCancellationRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/cancellation-preview',
    summary: 'What cancelling an order would cost now, line by line; changes nothing',
    access: 'booking.order.read',
    params,
    query: Type.Object({
      noticeArrivedAt: Type.Optional(InstantText),
      provenCost: Type.Optional(
        Type.String({ pattern: '^[0-9]{1,15}$', description: "Minor units of the order's currency" }),
      ),
    }),
    result: Type.Object(
      { ...ReckoningView.properties, orderId: Id, orderVersion: Version },
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
];
