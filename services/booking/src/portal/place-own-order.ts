import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Customers } from '../customers/customers.ts';
import { OrderView } from '../orders/order.ts';
import { placeFor } from '../orders/place-order/handle.ts';
import { couponField, orderFields } from '../orders/place-order/route.ts';
import type { Wanted } from '../orders/place-order/wanted.ts';
import { ownBuyer } from './own-buyer.ts';

const place = command(
  { permission: 'booking.own-order.place' },
  (uow, { customers, call, ...wanted }: Wanted & { readonly customers: Customers; readonly call: Call }) => {
    const seats = wanted.counts.reduce((sum, { count }) => sum + count, 0);
    const travellerIds = wanted.travellers.map(({ travellerId }) => travellerId);
    return placeFor(uow, wanted, {
      agentBranchId: null,
      buyer: () => ownBuyer(uow, call, customers, { seats, travellerIds }),
      channel: () => 'portal',
    });
  },
);

/** A customer orders for themselves: who buys, where and through which channel follows from who calls. */
export const placeOwnOrderRoute = (customers: Customers) =>
  route({
    method: 'POST',
    path: '/v1/own-orders',
    summary: 'Order for oneself on the portal: price computed, seats held; it waits for review',
    access: 'booking.own-order.place',
    body: Type.Object({ departureId: Id, ...orderFields, coupons: couponField }),
    result: OrderView,
    status: 201,
    handle: (call, { body }) => place(call, { ...body, customers, call }),
  });
