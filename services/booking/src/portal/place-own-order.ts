import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import { OrderView } from '../orders/order.ts';
import { placeFor } from '../orders/place-order/handle.ts';
import { orderFields } from '../orders/place-order/route.ts';
import type { Wanted } from '../orders/place-order/wanted.ts';
import { ownBuyer } from './own-buyer.ts';

const place = command(
  { permission: 'booking.own-order.place' },
  (uow, { crm, call, ...wanted }: Wanted & { readonly crm: AskCrm; readonly call: Call }) => {
    const seats = wanted.counts.reduce((sum, { count }) => sum + count, 0);
    const travellerIds = wanted.travellers.map(({ travellerId }) => travellerId);
    return placeFor(uow, wanted, {
      agentBranchId: null,
      buyer: () => ownBuyer(uow, call, crm, { seats, travellerIds }),
      channel: () => 'portal',
    });
  },
);

/** A customer orders for themselves: who buys, where and through which channel follows from who calls. */
export const placeOwnOrderRoute = (crm: AskCrm) =>
  route({
    method: 'POST',
    path: '/v1/own-orders',
    summary: 'Order for oneself on the portal: price computed, seats held; it waits for review',
    access: 'booking.own-order.place',
    body: Type.Object({ departureId: Id, ...orderFields }),
    result: OrderView,
    status: 201,
    handle: (call, { body }) => place(call, { ...body, crm, call }),
  });
