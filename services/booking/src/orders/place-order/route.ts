import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { CategoryOf } from '../../customers/customers.ts';
import { channels } from '../../pricing/price.ts';
import { Count, OrderView, Traveller } from '../order.ts';
import { placeOrder } from './handle.ts';

export const placeOrderRoute = (categoryOf: CategoryOf) => {
  const place = placeOrder(categoryOf);
  return route({
    method: 'POST',
    path: '/v1/orders',
    summary: 'Place an order: price computed, seats held, number issued; it waits for review',
    access: 'booking.order.place',
    body: Type.Object({
      customerId: Id,
      departureId: Id,
      branchId: Type.Optional(Id),
      channel: Type.Enum([...channels], {
        default: 'counter',
        description: 'How it came in; prices may depend on it',
      }),
      counts: Type.Array(Count, { minItems: 1, maxItems: 4, description: 'One entry a category' }),
      singleRooms: Type.Integer({
        minimum: 0,
        maximum: 500,
        default: 0,
        description: 'Adults with a room alone: each pays the single supplement',
      }),
      travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
      note: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: OrderView,
    status: 201,
    handle: (call, { body }) => place(call, body),
  });
};
