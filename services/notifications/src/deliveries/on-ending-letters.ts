import { events } from '@yitu/contracts';
import { moneyToJson, type Money } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import { amountOf } from '../amounts.ts';
import { orderOf } from '../orders/known-orders.ts';
import { queueLetter } from './delivery.ts';

const amountIfTold = (amount: Money | undefined) => (amount ? moneyToJson(amount) : null);

/** The customer learns that their order is cancelled, what that costs, and what goes back. */
const onOrderCancelled = reaction(events.orderCancelled, async (uow, { orderId, cause, ...told }) => {
  const { branchId, customerId } = await orderOf(uow, orderId);
  const amounts = { penalty: amountIfTold(told.penalty), refund: amountIfTold(told.refund) };
  const facts = { cause, unchosen: told.unchosen, ...amounts };
  queueLetter(uow, 'order-cancelled', { orderId, customerId, branchId }, facts);
});

/** The customer learns that seats are no longer held for them. What goes back of it they learn when it is paid. */
const onOrderExpired = reaction(events.orderExpired, async (uow, { orderId }) => {
  const { branchId, customerId } = await orderOf(uow, orderId);
  const facts = { cause: 'expired', penalty: null, refund: null, unchosen: false };
  queueLetter(uow, 'order-cancelled', { orderId, customerId, branchId }, facts);
});

/** The customer learns that a refund is on its way to them. */
const onRefundPaid = reaction(events.refundPaid, async (uow, { orderId, amount, paidOn }) => {
  const { branchId, customerId } = await orderOf(uow, orderId);
  const facts = { amount: amountOf(amount), paidOn };
  queueLetter(uow, 'refund-paid', { orderId, customerId, branchId }, facts);
});

export const endingLetterReactions = [onOrderCancelled, onOrderExpired, onRefundPaid];
