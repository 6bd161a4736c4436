import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { command, query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkNotInFuture, EntryDate } from '../entries/entry-date.ts';
import { credit, debit } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';
import { accountOf, paymentMethods, type PaymentMethod } from '../payments/payment.ts';
import { checkAwaiting, checkPayable } from '../refunds/decide.ts';
import { refundStates } from '../refunds/refund.ts';
import { optionalLine } from '../text.ts';
import { Compensation, compensationView, CompensationView } from './compensation.ts';

interface Read {
  readonly compensationId: string;
  readonly version: number;
}

/** Somebody else than who cancelled lets a large compensation be paid. */
const approveCompensation = command(
  { permission: 'finance.compensation.approve' },
  async (uow, { compensationId, version }: Read) => {
    const compensation = await uow.lock(Compensation, compensationId, version);
    const { orderId, branchId, cancelledBy } = compensation;
    uow.requireOther(...(cancelledBy ? [cancelledBy] : []));
    checkAwaiting(compensation);
    Object.assign(compensation, { state: 'due', approvedBy: uow.userId });
    uow.publish(compensation, events.compensationApproved, {
      ...{ compensationId, orderId, branchId, approvedBy: uow.userId },
    });
    return compensationView(compensation);
  },
);

interface Paying extends Read {
  readonly paidOn: string;
  readonly method: PaymentMethod;
  readonly reference: string;
}

/** @throws finance/refund-paid, refund-not-approved, date-in-future */
const payCompensation = command(
  { permission: 'finance.compensation.pay' },
  async (uow, { compensationId, version, paidOn, method, reference }: Paying) => {
    const compensation = await uow.lock(Compensation, compensationId, version);
    checkPayable(compensation);
    checkNotInFuture(paidOn, await agencyToday(uow), '/body/paidOn');
    const { id, orderId, branchId, amount, currency } = compensation;
    Object.assign(compensation, { state: 'paid', paidOn, paidBy: uow.userId, method, reference });
    await post(uow, {
      ...{ branchId, date: paidOn, source: { kind: 'compensation-payment', id } },
      text: { zh: '支付客户违约金', en: 'Compensation paid to the customer' },
      lines: [debit('other-payables', amount, currency), credit(accountOf[method], amount, currency)],
    });
    uow.publish(compensation, events.compensationPaid, {
      ...{ compensationId, orderId, branchId, paidOn },
      amount: { amount, currency },
    });
    return compensationView(compensation);
  },
);

const Query = Type.Object({
  ...page,
  orderId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...refundStates])),
});

const listCompensations = query(
  { permission: 'finance.compensation.read' },
  async (uow, { limit, after, orderId, state }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(orderId && { orderId }),
      ...(state && { state }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Compensation, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { compensations: items.map(compensationView), next };
  },
);

const ofCompensation = {
  params: Type.Object({ compensationId: Id }),
  result: CompensationView,
  versioned: true,
} as const;

export const compensationRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/compensations',
    summary: 'Compensations within reach, newest first',
    access: 'finance.compensation.read',
    query: Query,
    result: Type.Object({ compensations: Type.Array(CompensationView), next: Next }),
    handle: (call, { query: input }) => listCompensations(call, input),
  }),
  route({
    ...ofCompensation,
    method: 'POST',
    path: '/v1/compensations/:compensationId/approval',
    summary: 'Let a compensation above the limit be paid',
    access: 'finance.compensation.approve',
    fourEyes: true,
    handle: (call, { params, version }) => approveCompensation(call, { ...params, version }),
  }),
  route({
    ...ofCompensation,
    method: 'POST',
    path: '/v1/compensations/:compensationId/payment',
    summary: 'Record that a compensation has been paid to the customer',
    access: 'finance.compensation.pay',
    body: Type.Object({
      ...{ paidOn: EntryDate, method: Type.Enum([...paymentMethods]), reference: optionalLine(100) },
    }),
    handle: (call, { params, body, version }) => payCompensation(call, { ...params, ...body, version }),
  }),
];
