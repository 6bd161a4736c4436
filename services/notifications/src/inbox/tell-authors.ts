import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { amountOf } from '../amounts.ts';
import { orderOf, type KnownOrder } from '../orders/known-orders.ts';
import type { Facts } from '../templates/variables.ts';
import { putIntoInbox, settleInbox } from './inbox-item.ts';

/** Items that tell who sold an order what became of it. */
type Told =
  | 'review-passed'
  | 'contract-signed'
  | 'plan-accepted'
  | 'plan-changes-wanted'
  | 'paid-in-full'
  | 'refund-made'
  | 'choice-to-record'
  | 'choice-over'
  | 'group-guaranteed'
  | 'payment-taken-back';

/**
 * Tells the author of an order. A customer who has ordered for themselves is told by letters, which their messages hold too.
 * @param done false where the item asks for something: it stays open until that is settled
 */
export async function tellAuthor<Key extends Told>(
  uow: UnitOfWork,
  template: Key,
  { id, branchId, authorId }: KnownOrder,
  facts: Facts[Key],
  { done = true }: { readonly done?: boolean } = {},
): Promise<void> {
  const customers = await uow.rows(
    'select from notifications.customers where agency_id = ? and account_id = ?',
    [uow.agencyId, authorId],
  );
  if (customers.length > 0) return;
  putIntoInbox(uow, { template, aboutId: id, branchId, facts, to: { userId: authorId }, done });
}

/**
 * Tells the author once that what the order comes to has been paid, whatever brought it there: a payment, the approval after it, or that there is less
 * to pay. An order with nothing to pay is not paid.
 */
async function tellWhenPaid(uow: UnitOfWork, order: KnownOrder): Promise<void> {
  const [reached] = await uow.rows<{ total: string; currency: string }>(
    `update notifications.orders set told_paid = true
     where agency_id = ? and id = ? and not told_paid and paid > 0 and paid >= total + penalties
     returning (total + penalties)::text as total, currency`,
    [uow.agencyId, order.id],
  );
  if (!reached) return;
  const total = { amount: reached.total, currency: reached.currency };
  await tellAuthor(uow, 'paid-in-full', order, { orderNumber: order.number, total });
}

const onOrderApproved = reaction(events.orderApproved, async (uow, { orderId, total: told }) => {
  const order = await orderOf(uow, orderId);
  const total = amountOf(told);
  await uow.rows('update notifications.orders set currency = ?, total = ? where agency_id = ? and id = ?', [
    ...[total.currency, total.amount],
    ...[uow.agencyId, orderId],
  ]);
  await tellAuthor(uow, 'review-passed', order, { orderNumber: order.number, total });
  await tellWhenPaid(uow, order);
});

/** The order goes on with what is left of it; what is owed for the part is paid with that. */
const onOrderPartCancelled = reaction(events.orderPartCancelled, async (uow, { orderId, total, penalty }) => {
  const order = await orderOf(uow, orderId);
  await uow.rows(
    `update notifications.orders set total = ?, penalties = penalties + ?::bigint
     where agency_id = ? and id = ? and total is not null`,
    [amountOf(total).amount, (penalty?.amount ?? 0n).toString(), ...[uow.agencyId, orderId]],
  );
  await tellWhenPaid(uow, order);
});

const onPaymentReceived = reaction(events.paymentReceived, async (uow, { orderId, amount }) => {
  const order = await orderOf(uow, orderId);
  await uow.rows('update notifications.orders set paid = paid + ?::bigint where agency_id = ? and id = ?', [
    (amount?.amount ?? 0n).toString(),
    uow.agencyId,
    orderId,
  ]);
  await settleInbox(uow, orderId, 'payment-taken-back');
  await tellWhenPaid(uow, order);
});

/** What is owed again may be paid again, and is told again then. */
const onPaymentReversed = reaction(events.paymentReversed, async (uow, { orderId, amount }) => {
  await orderOf(uow, orderId);
  const reversed = (amount?.amount ?? 0n).toString();
  await uow.rows(
    `update notifications.orders set paid = paid - ?::bigint, told_paid = told_paid and paid - ?::bigint >= total + penalties
     where agency_id = ? and id = ?`,
    [reversed, reversed, uow.agencyId, orderId],
  );
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
