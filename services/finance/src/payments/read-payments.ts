import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Payment, paymentView, PaymentView } from './payment.ts';

const Query = Type.Object({ ...page, orderId: Type.Optional(Id), branchId: Type.Optional(Id) });

const listPayments = query(
  { permission: 'finance.payment.read' },
  async (uow, { limit, after, orderId, branchId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(orderId && { orderId }),
      ...(branchId && { branchId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Payment, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { payments: items.map(paymentView), next };
  },
);

const getPayment = query({ permission: 'finance.payment.read' }, async (uow, id: string) =>
  paymentView(await uow.get(Payment, id)),
);

export const readPaymentRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/payments',
    summary: 'Payments within reach, newest first',
    access: 'finance.payment.read',
    query: Query,
    result: Type.Object({ payments: Type.Array(PaymentView), next: Next }),
    handle: (call, { query: input }) => listPayments(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/payments/:paymentId',
    summary: 'One payment',
    access: 'finance.payment.read',
    params: Type.Object({ paymentId: Id }),
    result: PaymentView,
    handle: (call, { params }) => getPayment(call, params.paymentId),
  }),
];
