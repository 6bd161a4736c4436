import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { CategoryOf } from '../../customers/customers.ts';
import { OrderView, Traveller } from '../../orders/order.ts';
import { orderQuotation } from './handle.ts';

export const orderQuotationRoute = (categoryOf: CategoryOf) => {
  const order = orderQuotation(categoryOf);
  return route({
    method: 'POST',
    path: '/v1/quotations/:quotationId/order',
    summary: 'Place the order of an accepted quotation, at its price, once',
    access: 'booking.order.place',
    params: Type.Object({ quotationId: Id }),
    body: Type.Object({
      travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
      note: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: OrderView,
    status: 201,
    versioned: true,
    handle: (call, { params: { quotationId }, body, version }) =>
      order(call, { ...body, quotationId, version }),
  });
};
