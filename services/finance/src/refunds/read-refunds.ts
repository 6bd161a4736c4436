import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Refund, refundStates, refundView, RefundView } from './refund.ts';

const Query = Type.Object({
  ...page,
  orderId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...refundStates])),
});

const listRefunds = query(
  { permission: 'finance.refund.read' },
  async (uow, { limit, after, orderId, state }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(orderId && { orderId }),
      ...(state && { state }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Refund, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { refunds: items.map(refundView), next };
  },
);

export const listRefundsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/refunds',
    summary: 'Refunds within reach, newest first',
    access: 'finance.refund.read',
    query: Query,
    result: Type.Object({ refunds: Type.Array(RefundView), next: Next }),
    handle: (call, { query: input }) => listRefunds(call, input),
  });
