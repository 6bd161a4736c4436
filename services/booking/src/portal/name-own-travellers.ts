import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import type { Customers } from '../customers/customers.ts';
import { nameTravellers } from '../orders/name-travellers/handle.ts';
import { namingFields } from '../orders/name-travellers/route.ts';
import { OrderView } from '../orders/order.ts';
import { ownCustomerId } from './own-customer.ts';

/** A customer says who travels with an order of theirs, also with one that the staff has placed for them: by the same decision as the staff. */
export const nameOwnTravellersRoute = ({ requireOwnTravellers }: Customers, crm: AskCrm) => {
  const permission = 'booking.own-order.change';
  const name = nameTravellers(crm, {
    permission,
    customerOf: ownCustomerId,
    requireTravellers: requireOwnTravellers,
  });
  return route({
    method: 'POST',
    path: '/v1/own-orders/:orderId/travellers',
    summary: 'Name travellers for unnamed places of an approved order of one’s own, until its trip begins',
    access: permission,
    params: Type.Object({ orderId: Id }),
    body: Type.Object(namingFields),
    result: OrderView,
    versioned: true,
    handle: (call, { params, body, version }) => name(call, { ...params, ...body, version }),
  });
};
