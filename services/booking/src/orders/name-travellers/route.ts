import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../../customers/ask-crm.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { OrderView, Traveller } from '../order.ts';
import { nameTravellers } from './handle.ts';

/** Who is named, whoever names them. */
export const namingFields = { travellers: Type.Array(Traveller, { minItems: 1, maxItems: 500 }) };

export const nameTravellersRoute = (categoryOf: CategoryOf, crm: AskCrm) => {
  const permission = 'booking.order.change';
  const name = nameTravellers(crm, {
    permission,
    customerOf: () => Promise.resolve(undefined),
    requireTravellers: categoryOf,
  });
  return route({
    method: 'POST',
    path: '/v1/orders/:orderId/travellers',
    summary: 'Name travellers for unnamed places of an approved order, until its trip begins',
    access: permission,
    params: Type.Object({ orderId: Id }),
    body: Type.Object(namingFields),
    result: OrderView,
    versioned: true,
    handle: (call, { params, body, version }) => name(call, { ...params, ...body, version }),
  });
};
