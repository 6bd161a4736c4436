import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { EntryDate } from '../../entries/entry-date.ts';
import { AmountAboveZero } from '../../money-text.ts';
import type { Orders } from '../../orders.ts';
import { optionalLine } from '../../text.ts';
import { paymentMethods, PaymentView } from '../payment.ts';
import { recordPayment } from './handle.ts';

export const recordPaymentRoute = (orders: Orders) => {
  const record = recordPayment(orders);
  return route({
    method: 'POST',
    path: '/v1/payments',
    summary: 'Record a payment received for an order',
    access: 'finance.payment.record',
    body: Type.Object({
      orderId: Id,
      amount: AmountAboveZero,
      method: Type.Enum([...paymentMethods]),
      receivedOn: EntryDate,
      reference: optionalLine(100, {
        description: "The bank's or terminal's own number; never a card number",
      }),
      beyondTotal: Type.Enum(['refuse', 'credit'], {
        default: 'refuse',
        description: 'Whether money that has come in is recorded although the order costs less',
      }),
    }),
    result: PaymentView,
    status: 201,
    handle: (call, { body }) => record(call, body),
  });
};
