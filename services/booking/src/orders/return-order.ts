import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { asSeenBy } from '../portal/as-seen-by.ts';
import { checkReview } from './approve-order/decide.ts';
import { Order, orderView, OrderView } from './order.ts';

interface Return {
  orderId: string;
  version: number;
  reason: string;
}

const returnOrder = command(
  { permission: 'booking.order.return' },
  async (uow, { orderId, version, reason }: Return) => {
    const order = await uow.lock(Order, orderId, version);
    uow.requireOther(order.authorId);
    checkReview(order, uow.now);
    Object.assign(order, { state: 'returned', reviewerId: uow.userId, returnReason: reason });
    uow.publish(order, events.orderReturned, {
      orderId,
      branchId: order.branchId,
      authorId: order.authorId,
      reviewerId: uow.userId,
    });
    return orderView(order);
  },
);

const resubmitOrder = command(
  { permission: 'booking.order.submit' },
  async (uow, { orderId, version, note }: Omit<Return, 'reason'> & { note?: string | undefined }) => {
    const order = await uow.lock(Order, orderId, version);
    if (order.state !== 'returned') throw errors.wrongState({ state: order.state });
    if (order.authorId !== uow.userId) throw errors.notTheAuthor();
    Object.assign(order, { state: 'in-review', returnReason: null, ...(note !== undefined && { note }) });
    uow.publish(order, events.orderResubmitted, {
      orderId,
      branchId: order.branchId,
      authorId: order.authorId,
    });
    return asSeenBy(uow.member, orderView(order));
  },
);

const params = Type.Object({ orderId: Id });

export const returnOrderRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/orders/:orderId/return',
    summary: "Return somebody else's order to its author, with a reason",
    access: 'booking.order.return',
    params,
    body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1_000 }) }),
    result: OrderView,
    versioned: true,
    fourEyes: true,
    handle: (call, { params: { orderId }, body: { reason }, version }) =>
      returnOrder(call, { orderId, version, reason }),
  }),
  route({
    method: 'POST',
    path: '/v1/orders/:orderId/resubmission',
    summary: 'Submit a returned order again',
    access: 'booking.order.submit',
    params,
    body: Type.Object({ note: Type.Optional(Type.String({ maxLength: 2_000 })) }),
    result: OrderView,
    versioned: true,
    handle: (call, { params: { orderId }, body: { note }, version }) =>
      resubmitOrder(call, { orderId, version, note }),
  }),
];
