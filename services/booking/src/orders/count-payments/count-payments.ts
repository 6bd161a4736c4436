import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { owedFor } from '../../cancellations/owed.ts';
import { claimRefund } from '../../cancellations/refund-claim.ts';
import { followPayment } from '../../credit/use-credit.ts';
import { reopenDues } from '../../payment-dues/reopen-dues.ts';
import { earliestFirst } from '../../payment-dues/standing.ts';
import { rulesInForce } from '../../rules/order-rules.ts';
import { confirm } from '../confirm.ts';
import { hasEnded, Order, PaymentDue } from '../order.ts';
import { confirmsOrder } from './decide.ts';

/**
 * Counts what finance has received. With the first due payment the order is confirmed; a payment for an order that has ended meanwhile is
 * counted too, and what is not kept of it becomes due to be paid back.
 */
export const onPaymentReceived = reaction(events.paymentReceived, async (uow, { orderId, amount }) => {
  const order = await uow.lock(Order, orderId);
  const dues = await uow.find(PaymentDue, { orderId });
  const received = amount?.amount ?? 0n;
  const first = dues.toSorted(earliestFirst)[0]?.amount ?? order.total;
  if (confirmsOrder(order.state, order.paid + received, first)) await confirm(uow, order);
  await count(uow, order, received);
});

/**
 * Finance has taken a payment back. A booking stays one, and what is due of it is open again: its customer is reminded, its author is told, and what
 * becomes of it when it does not come in is for the rules, as with everything due.
 */
export const onPaymentReversed = reaction(events.paymentReversed, async (uow, { orderId, amount }) => {
  const order = await uow.lock(Order, orderId);
  const takenBack = amount?.amount ?? 0n;
  await reopenDues(uow, order, takenBack);
  await count(uow, order, -takenBack);
});

/** `paid` alone is no change anybody is told of, finance has told it already: it is counted by a statement, beside the order's versions. */
async function count(uow: UnitOfWork, order: Order, amount: bigint): Promise<void> {
  const { id, paid } = order;
  await uow.em.flush();
  await uow.rows('update booking.orders set paid = paid + ? where agency_id = ? and id = ?', [
    amount,
    uow.agencyId,
    id,
  ]);
  const [before, after] = [paid, paid + amount].map((sum) => ({ paid: sum.toString() }));
  uow.audit({ objectType: 'Order', objectId: id, change: 'update', before, after });
  await followPayment(uow, order, paid + amount);
  if (hasEnded(order.state))
    await claimRefund(uow, order, { paid: paid + amount, kept: 0n, reason: 'paid-after-end' });
  else if (paid > order.total || paid + amount > order.total)
    await settleExcess(uow, order, paid + amount, amount);
}

/**
 * More has come in than the order costs, what is owed for cancelled parts of it with that: by the agency's rule it is due to go back, once however payments come, or stays with the order. Who pays back
 * and who looks after the order are told. Where a payment was taken back, less is due than before and nobody is told.
 */
async function settleExcess(uow: UnitOfWork, order: Order, paid: bigint, amount: bigint): Promise<void> {
  const { id: orderId, branchId, customerId, authorId, currency, total } = order;
  const { overpayment: handling } = await rulesInForce(uow);
  const { penalties, withheld } = await owedFor(uow, orderId);
  const worth = total + penalties + withheld;
  if (handling === 'refund') await claimRefund(uow, order, { paid, kept: worth, reason: 'overpaid' });
  if (amount <= 0n || paid <= worth) return;
  const excess = { amount: paid - worth, currency };
  uow.publish(order, events.orderOverpaid, { orderId, branchId, customerId, authorId, excess, handling });
}
