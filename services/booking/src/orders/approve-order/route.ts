import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { OrderView } from '../order.ts';
import { approveOrder } from './handle.ts';

export const approveOrderRoute = () =>
  route({
    method: 'POST',
    path: '/v1/orders/:orderId/approval',
    summary: "Approve somebody else's order",
    access: 'booking.order.approve',
    params: Type.Object({ orderId: Id }),
    result: OrderView,
    versioned: true,
    fourEyes: true,
    handle: (call, { params: { orderId }, version }) => approveOrder(call, { orderId, version }),
  });
