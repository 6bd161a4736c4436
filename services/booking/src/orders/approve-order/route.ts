import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../../customers/ask-crm.ts';
import { requireFitTravellers } from '../../traveller-checks/check-travellers.ts';
import { OrderView } from '../order.ts';
import { approveOrder } from './handle.ts';

export const approveOrderRoute = (crm: AskCrm) => {
  const requireFit = requireFitTravellers(crm, 'booking.order.approve');
  return route({
    method: 'POST',
    path: '/v1/orders/:orderId/approval',
    summary: "Approve somebody else's order",
    access: 'booking.order.approve',
    params: Type.Object({ orderId: Id }),
    result: OrderView,
    versioned: true,
    fourEyes: true,
    handle: async (call, { params: { orderId }, version }) => {
      await requireFit(call, orderId);
      return approveOrder(call, { orderId, version });
    },
  });
};
