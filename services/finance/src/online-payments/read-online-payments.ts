import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { OnlinePayment, onlinePaymentView, OnlinePaymentView } from './online-payment.ts';

const Query = Type.Object({ ...page, orderId: Type.Optional(Id) });

const listOnlinePayments = query(
  { permission: 'finance.online-payment.read' },
  async (uow, { limit, after, orderId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(orderId && { orderId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(OnlinePayment, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { onlinePayments: items.map((one) => onlinePaymentView(one, uow.now)), next };
  },
);

const getOnlinePayment = query({ permission: 'finance.online-payment.read' }, async (uow, id: string) =>
  onlinePaymentView(await uow.get(OnlinePayment, id), uow.now),
);

export const readOnlinePaymentRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/online-payments',
    summary: 'Online payments within reach, newest first',
    access: 'finance.online-payment.read',
    query: Query,
    result: Type.Object({ onlinePayments: Type.Array(OnlinePaymentView), next: Next }),
    handle: (call, { query: input }) => listOnlinePayments(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/online-payments/:onlinePaymentId',
    summary: 'How an online payment stands',
    access: 'finance.online-payment.read',
    params: Type.Object({ onlinePaymentId: Id }),
    result: OnlinePaymentView,
    handle: (call, { params }) => getOnlinePayment(call, params.onlinePaymentId),
  }),
];
