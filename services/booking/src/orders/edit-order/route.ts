import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { CategoryOf } from '../../customers/customers.ts';
import { Count, OrderView, Traveller } from '../order.ts';
import { editOrder } from './handle.ts';

export const editOrderRoute = (categoryOf: CategoryOf) =>
  route({
    method: 'PUT',
    path: '/v1/orders/:orderId',
    summary: 'Change an order of your own before its approval: it is priced anew, its hold stays as it is',
    access: 'booking.order.change',
    params: Type.Object({ orderId: Id }),
    body: Type.Object({
      counts: Type.Array(Count, { minItems: 1, maxItems: 4, description: 'One entry a category' }),
      singleRooms: Type.Integer({ minimum: 0, maximum: 500, default: 0 }),
      travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
      note: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: OrderView,
    versioned: true,
    handle: (call, { params: { orderId }, body, version }) =>
      editOrder(call, { ...body, orderId, version, categoryOf, call }),
  });
