import { query } from '@yitu/persistence';
import { Id, LocalDate, MoneyText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Compensation } from '../compensations/compensation.ts';
import { Invoice, invoiceKinds } from '../invoices/invoice.ts';
import { Payment, paymentMethods } from '../payments/payment.ts';
import { Refund, refundStates } from '../refunds/refund.ts';
import { ownOrderIds } from './own-orders.ts';

const access = 'finance.own-money.read';
const Query = Type.Object({ ...page, orderId: Type.Optional(Id) });
type Wanted = Static<typeof Query>;
const money = (amount: bigint, currency: string) => ({ amount: amount.toString(), currency });

/** What customers see of a payment: nothing of who recorded it, and of no books. */
const OwnPayment = Type.Object(
  {
    id: Id,
    orderId: Id,
    amount: MoneyText,
    refunded: MoneyText,
    method: Type.Enum([...paymentMethods]),
    receivedOn: LocalDate,
    state: Type.Enum(['received', 'reversed']),
  },
  { title: 'OwnPayment' },
);

/** Money that goes back to a customer: of a payment, or compensation. */
const OwnRefund = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['refund', 'compensation']),
    orderId: Id,
    amount: MoneyText,
    dueOn: LocalDate,
    state: Type.Enum([...refundStates]),
    paidOn: Type.Union([LocalDate, Type.Null()]),
  },
  { title: 'OwnRefund' },
);

const OwnInvoice = Type.Object(
  {
    id: Id,
    number: Type.String(),
    orderId: Id,
    orderNumber: Type.String(),
    kind: Type.Enum([...invoiceKinds]),
    title: Type.String(),
    taxNumber: Type.Union([Type.String(), Type.Null()]),
    amount: MoneyText,
    issuedOn: LocalDate,
    state: Type.Enum(['issued']),
  },
  { title: 'OwnInvoice' },
);

const within = (agencyId: string, own: readonly string[], { after, orderId }: Wanted) => ({
  agencyId,
  orderId: { $in: orderId ? own.filter((id) => id === orderId) : [...own] },
  ...(after && { id: { $lt: after } }),
});

const listPayments = query({ permission: access }, async (uow, wanted: Wanted) => {
  const where = within(uow.agencyId, await ownOrderIds(uow), wanted);
  const rows = await uow.em.find(Payment, where, { orderBy: { id: 'desc' }, limit: wanted.limit + 1 });
  const { items, next } = pageOf(rows, wanted.limit);
  const payments = items.map(({ id, orderId, amount, refunded, currency, method, receivedOn, state }) => ({
    ...{ id, orderId, method, receivedOn, state },
    ...{ amount: money(amount, currency), refunded: money(refunded, currency) },
  }));
  return { payments, next };
});

/** Both kinds together, newest first: ids are in the order of time. */
const listRefunds = query({ permission: access }, async (uow, wanted: Wanted) => {
  const where = within(uow.agencyId, await ownOrderIds(uow), wanted);
  const some = { orderBy: { id: 'desc' }, limit: wanted.limit + 1 } as const;
  const refunds = (await uow.em.find(Refund, where, some)).map((one) => ownRefund('refund', one));
  const others = (await uow.em.find(Compensation, where, some)).map((one) => ownRefund('compensation', one));
  const rows = [...refunds, ...others].toSorted((one, other) => (one.id > other.id ? -1 : 1));
  const { items, next } = pageOf(rows, wanted.limit);
  return { refunds: items, next };
});

function ownRefund(
  kind: 'refund' | 'compensation',
  { id, orderId, amount, currency, dueOn, state, paidOn }: Refund | Compensation,
): Static<typeof OwnRefund> {
  return { id, kind, orderId, dueOn, state, amount: money(amount, currency), paidOn: paidOn ?? null };
}

const listInvoices = query({ permission: access }, async (uow, wanted: Wanted) => {
  const where = within(uow.agencyId, await ownOrderIds(uow), wanted);
  const rows = await uow.em.find(Invoice, where, { orderBy: { id: 'desc' }, limit: wanted.limit + 1 });
  const { items, next } = pageOf(rows, wanted.limit);
  const invoices = items.map(({ id, number, orderId, orderNumber, kind, title, ...one }) => ({
    ...{ id, number, orderId, orderNumber, kind, title, taxNumber: one.taxNumber ?? null },
    ...{ amount: money(one.amount, one.currency), issuedOn: one.issuedOn, state: one.state },
  }));
  return { invoices, next };
});

export const ownMoneyRoutes = () => [
  route({
    ...{ method: 'GET', path: '/v1/own-payments', access, query: Query },
    summary: "The caller's own payments, newest first",
    result: Type.Object({ payments: Type.Array(OwnPayment), next: Next }),
    handle: (call, { query: wanted }) => listPayments(call, wanted),
  }),
  route({
    ...{ method: 'GET', path: '/v1/own-refunds', access, query: Query },
    summary: 'What goes or has gone back to the caller, compensation too, newest first',
    result: Type.Object({ refunds: Type.Array(OwnRefund), next: Next }),
    handle: (call, { query: wanted }) => listRefunds(call, wanted),
  }),
  route({
    ...{ method: 'GET', path: '/v1/own-invoices', access, query: Query },
    summary: "The caller's own invoices, newest first",
    result: Type.Object({ invoices: Type.Array(OwnInvoice), next: Next }),
    handle: (call, { query: wanted }) => listInvoices(call, wanted),
  }),
];
