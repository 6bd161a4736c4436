import { Id, InstantText, MoneyText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { CancellationView } from '../cancellation.ts';
import { cancelOrder } from './handle.ts';

const Amount = Type.Object({
  amount: Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units, none below zero' }),
  currency: MoneyText.properties.currency,
});

export const cancelOrderRoute = () =>
  route({
    method: 'POST',
    path: '/v1/orders/:orderId/cancellation',
    summary: 'Cancel an approved order at the wish of the customer, before its departure',
    access: 'booking.order.cancel',
    params: Type.Object({ orderId: Id }),
    body: Type.Object({
      reason: Type.String({ minLength: 2, maxLength: 1_000 }),
      noticeArrivedAt: Type.Optional(InstantText),
      provenCost: Type.Optional(
        Type.Object({
          amount: Amount,
          proof: Type.String({ minLength: 3, maxLength: 1_000, description: 'What proves it, for the file' }),
        }),
      ),
      agreedPenalty: Type.Optional({
        ...Amount,
        description: 'What the customer has agreed to: refused when it is another by now',
      }),
    }),
    result: CancellationView,
    status: 201,
    versioned: true,
    handle: (call, { params, body, version }) => cancelOrder(call, { ...params, ...body, version }),
  });
