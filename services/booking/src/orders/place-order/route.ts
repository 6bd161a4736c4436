import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Code } from '../../coupons/campaign.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { channels } from '../../pricing/price.ts';
import { Count, OrderView, Traveller } from '../order.ts';
import { placeOrder } from './handle.ts';

/** What is ordered, whoever orders it. */
export const orderFields = {
  counts: Type.Array(Count, { minItems: 1, maxItems: 4, description: 'One entry a category' }),
  singleRooms: Type.Integer({
    minimum: 0,
    maximum: 500,
    default: 0,
    description: 'Adults with a room alone: each pays the single supplement',
  }),
  travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
  note: Type.String({ maxLength: 2_000, default: '' }),
};

/** Coupons of an order that is placed with its seats: not of one that waits for them. */
export const couponField = Type.Array(Code, {
  ...{ maxItems: 3, default: [] },
  description:
    'Taken off in this order; reserved with the seats, redeemed once the order is confirmed, free again when it ends before',
});

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
      channel: Type.Optional(
        Type.Enum([...channels], {
          description:
            'How it came in: agent for franchise branches, counter for others; another one with booking.order.choose-channel',
        }),
      ),
      ...orderFields,
      coupons: couponField,
    }),
    result: OrderView,
    status: 201,
    handle: (call, { body }) => place(call, body),
  });
};
