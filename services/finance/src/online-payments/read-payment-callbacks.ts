import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { PaymentCallback, paymentCallbackView, PaymentCallbackView } from './payment-callback.ts';

const Query = Type.Object({
  ...page,
  onlinePaymentId: Type.Optional(Id),
  outcome: Type.Optional(Type.Enum(['recorded', 'noted', 'set-aside'])),
});

const listCallbacks = query(
  { permission: 'finance.payment-callback.read' },
  async (uow, { limit, after, onlinePaymentId, outcome }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(onlinePaymentId && { onlinePaymentId }),
      ...(outcome && { outcome }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(PaymentCallback, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { paymentCallbacks: items.map(paymentCallbackView), next };
  },
);

export const readPaymentCallbacksRoute = () =>
  route({
    method: 'GET',
    path: '/v1/payment-callbacks',
    summary:
      'What providers have said of online payments, newest first; set-aside is for a person to look at',
    access: 'finance.payment-callback.read',
    query: Query,
    result: Type.Object({ paymentCallbacks: Type.Array(PaymentCallbackView), next: Next }),
    handle: (call, { query: input }) => listCallbacks(call, input),
  });
