import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { amountOf } from '../amounts.ts';
import { orderOf, type KnownOrder } from '../orders/known-orders.ts';
import type { Facts } from '../templates/variables.ts';
import { putIntoInbox } from './inbox-item.ts';

/** Items that only tell who sold an order what became of it. */
type Told =
  | 'review-passed'
  | 'contract-signed'
  | 'plan-accepted'
  | 'plan-changes-wanted'
  | 'paid-in-full'
  | 'refund-made';

/** Tells the author of an order. A customer who has ordered for themselves is told by letters, which their messages hold too. */
async function tellAuthor<Key extends Told>(
  uow: UnitOfWork,
  template: Key,
  { id, branchId, authorId }: KnownOrder,
  facts: Facts[Key],
): Promise<void> {
  const customers = await uow.rows(
    'select from notifications.customers where agency_id = ? and account_id = ?',
    [uow.agencyId, authorId],
  );
  if (customers.length > 0) return;
  putIntoInbox(uow, { template, aboutId: id, branchId, facts, to: { userId: authorId }, done: true });
}

const onOrderApproved = reaction(events.orderApproved, async (uow, { orderId, total: told }) => {
  const order = await orderOf(uow, orderId);
  const total = amountOf(told);
  await uow.rows('update notifications.orders set currency = ?, total = ? where agency_id = ? and id = ?', [
    ...[total.currency, total.amount],
    ...[uow.agencyId, orderId],
  ]);
  await tellAuthor(uow, 'review-passed', order, { orderNumber: order.number, total });
});

/** The order goes on with what is left of it. */
const onOrderPartCancelled = reaction(events.orderPartCancelled, async (uow, { orderId, total }) => {
  await uow.rows(
    'update notifications.orders set total = ? where agency_id = ? and id = ? and total is not null',
    [amountOf(total).amount, ...[uow.agencyId, orderId]],
  );
});

/** Counts what has come in or was taken back. @returns what the order comes to, where that has been reached by this payment */
async function count(
  uow: UnitOfWork,
  orderId: string,
  amount: bigint,
): Promise<Facts['paid-in-full']['total'] | undefined> {
  const [reached] = await uow.rows<{ total: string; currency: string }>(
    `with counted as (
       update notifications.orders set paid = paid + ?::bigint where agency_id = ? and id = ? returning total, currency, paid
     )
     select total::text, currency from counted where paid >= total and paid - ?::bigint < total`,
    [amount.toString(), uow.agencyId, orderId, amount.toString()],
  );
  return reached && { amount: reached.total, currency: reached.currency };
}

const onPaymentReceived = reaction(events.paymentReceived, async (uow, { orderId, amount }) => {
  const order = await orderOf(uow, orderId);
  const total = await count(uow, orderId, amount?.amount ?? 0n);
  if (total) await tellAuthor(uow, 'paid-in-full', order, { orderNumber: order.number, total });
});

const onPaymentReversed = reaction(events.paymentReversed, async (uow, { orderId, amount }) => {
  await orderOf(uow, orderId);
  await count(uow, orderId, -(amount?.amount ?? 0n));
});

const onRefundPaid = reaction(events.refundPaid, async (uow, { orderId, amount, paidOn }) => {
  const order = await orderOf(uow, orderId);
  const facts = { orderNumber: order.number, amount: amountOf(amount), paidOn };
  await tellAuthor(uow, 'refund-made', order, facts);
});

const onContractSigned = reaction(events.contractSigned, async (uow, { orderId, number: contractNumber }) => {
  const order = await orderOf(uow, orderId);
  await tellAuthor(uow, 'contract-signed', order, { orderNumber: order.number, contractNumber });
});

const answered =
  (template: 'plan-accepted' | 'plan-changes-wanted') =>
  async (uow: UnitOfWork, { orderId }: { readonly orderId: string }): Promise<void> => {
    const order = await orderOf(uow, orderId);
    await tellAuthor(uow, template, order, { orderNumber: order.number });
  };

/** Who sold an order learns what others did about it: the reviewer, the customer, finance. */
export const tellAuthors = [
  onOrderApproved,
  onOrderPartCancelled,
  onPaymentReceived,
  onPaymentReversed,
  onRefundPaid,
  onContractSigned,
  reaction(events.planProposalAccepted, answered('plan-accepted')),
  reaction(events.planProposalChangesWanted, answered('plan-changes-wanted')),
];
