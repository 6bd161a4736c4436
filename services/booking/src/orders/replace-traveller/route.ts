import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../../customers/ask-crm.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { OrderView } from '../order.ts';
import { permission, replaceTraveller } from './handle.ts';

export const replaceTravellerRoute = (categoryOf: CategoryOf, crm: AskCrm) => {
  const replace = replaceTraveller(categoryOf, crm);
  return route({
    method: 'POST',
    path: '/v1/orders/:orderId/traveller-replacements',
    summary:
      'Have somebody travel in the place of another in an approved order, until the cut-off and where the rules allow it',
    access: permission,
    params: Type.Object({ orderId: Id }),
    body: Type.Object({
      travellerId: { ...Id, description: 'Who travels no more' },
      byTravellerId: { ...Id, description: 'Who travels in their place: another traveller of the customer' },
    }),
    result: OrderView,
    versioned: true,
    handle: (call, { params, body, version }) => replace(call, { ...params, ...body, version }),
  });
};
