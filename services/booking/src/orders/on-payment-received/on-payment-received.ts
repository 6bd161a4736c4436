import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { confirm } from '../confirm.ts';
import { Order, PaymentDue } from '../order.ts';
import { confirmsOrder } from './decide.ts';

/**
 * Counts what finance has received. With the first due payment the order is confirmed; a payment for an order that has ended meanwhile is
 * counted too, so that it is seen and can be paid back.
 */
export const onPaymentReceived = reaction(events.paymentReceived, async (uow, { orderId, amount }) => {
  const order = await uow.lock(Order, orderId);
  const dues = await uow.find(PaymentDue, { orderId });
  const paid = order.paid + (amount?.amount ?? 0n);
  const first = dues.toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1))[0]?.amount ?? order.total;
  if (confirmsOrder(order.state, paid, first)) await confirm(uow, order);
  // `paid` alone is no change anybody is told of: finance has told it already. It is counted by a statement, beside the aggregate's versions.
  await uow.em.flush();
  await uow.rows('update booking.orders set paid = paid + ? where agency_id = ? and id = ?', [
    amount?.amount ?? 0n,
    uow.agencyId,
    orderId,
  ]);
});
