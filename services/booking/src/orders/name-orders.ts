import { query } from '@yitu/persistence';
import { Id, IdList, idsOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Order } from './order.ts';

const nameOrders = query({ permission: 'booking.order.read' }, async (uow, ids: readonly string[]) => {
  const orders = await uow.find(Order, { id: { $in: [...ids] } });
  return { orders: orders.map(({ id, number, customerId }) => ({ id, number, customerId })) };
});

/** For lists of what belongs to orders: one question for all of a page. */
export const nameOrdersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/order-names',
    summary: 'What orders are called and whose they are; those beyond reach are left out',
    access: 'booking.order.read',
    query: Type.Object({ ids: IdList }),
    result: Type.Object({
      orders: Type.Array(
        Type.Object({ id: Id, number: Type.String(), customerId: Id }, { title: 'OrderName' }),
      ),
    }),
    handle: (call, { query: { ids } }) => nameOrders(call, idsOf(ids)),
  });
