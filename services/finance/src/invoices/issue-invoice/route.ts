import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Orders } from '../../orders.ts';
import { line } from '../../text.ts';
import { invoiceKinds, InvoiceView } from '../invoice.ts';
import { issueInvoice } from './handle.ts';

export const issueInvoiceRoute = (orders: Orders) => {
  const issue = issueInvoice(orders);
  return route({
    method: 'POST',
    path: '/v1/invoices',
    summary: 'Issue the invoice of a fully paid order',
    access: 'finance.invoice.issue',
    body: Type.Object({
      orderId: Id,
      title: line(200, { description: 'To whom it is made out (发票抬头)' }),
      taxNumber: Type.Optional(
        Type.String({ minLength: 1, maxLength: 30, description: 'Unified social credit code, GB 32100' }),
      ),
      kind: Type.Enum([...invoiceKinds]),
      deliveryEmail: Type.Optional(
        Type.String({ format: 'email', maxLength: 200, description: 'Where it is delivered to' }),
      ),
    }),
    result: InvoiceView,
    status: 201,
    handle: (call, { body }) => issue(call, body),
  });
};
