import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { asSeenBy } from '../portal/as-seen-by.ts';
import { Order, orderView, OrderView } from './order.ts';
import { endOrder } from './end-order.ts';

/** Withdraws an order that nobody has approved yet; its seats can be sold again. Its number stays used: numbers have no gaps. */
const deleteOrder = command(
  { permission: 'booking.order.submit' },
  async (uow, { orderId, version }: { orderId: string; version: number }) => {
    const order = await uow.lock(Order, orderId, version);
    if (order.state !== 'in-review' && order.state !== 'returned')
      throw errors.wrongState({ state: order.state });
    await endOrder(uow, order, 'cancelled');
    return asSeenBy(uow.member, orderView(order));
  },
);

export const deleteOrderRoute = () =>
  route({
    method: 'DELETE',
    path: '/v1/orders/:orderId',
    summary: 'Withdraw an order before its approval',
    access: 'booking.order.submit',
    params: Type.Object({ orderId: Id }),
    result: OrderView,
    versioned: true,
    handle: (call, { params: { orderId }, version }) => deleteOrder(call, { orderId, version }),
  });
