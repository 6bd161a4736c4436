import { Id, InstantText, MoneyText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { AmountAboveZero } from '../../money-text.ts';
import type { Orders } from '../../orders.ts';
import type { PaymentProviders } from '../../providers/provider.ts';
import { startOnlinePayment } from './handle.ts';

const Started = Type.Object(
  {
    onlinePaymentId: Id,
    payAt: Type.String({ description: "The provider's page, to be opened by the browser" }),
    amount: MoneyText,
    expiresAt: InstantText,
  },
  { title: 'StartedOnlinePayment' },
);

export const startOnlinePaymentRoute = (orders: Orders, providers: PaymentProviders) => {
  const start = startOnlinePayment(orders, providers);
  return route({
    method: 'POST',
    path: '/v1/online-payments',
    summary: "Pay towards an order on a provider's page: what is due next, or any part of what is open",
    access: 'finance.online-payment.start',
    body: Type.Object({
      orderId: Id,
      amount: Type.Optional(AmountAboveZero),
      returnTo: Type.String({
        minLength: 1,
        maxLength: 500,
        pattern: '^/(?![/\\\\])[^\\\\\\p{Cc}\\p{Cs}]*$',
        description: 'Path on our own origin that the page leads back to',
      }),
    }),
    result: Started,
    status: 201,
    handle: (call, { body }) => start(call, body),
  });
};
