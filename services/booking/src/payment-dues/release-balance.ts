import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { cancel } from '../cancellations/cancel.ts';
import { Departure } from '../departures/departure.ts';
import { Order } from '../orders/order.ts';
import { rulesInForce } from '../rules/order-rules.ts';
import { openDue } from './remind-of-payment.ts';

/**
 * The grace of a balance is over: by the agency's rule somebody is told to decide, or the order is cancelled as if its customer had, with the penalty
 * of this day. The order's lock decides the race with the payment.
 */
export const onBalanceReleaseDue = reaction(events.balanceReleaseDue, async (uow, { orderId, dueOn }) => {
  const order = await uow.lock(Order, orderId);
  const due = await openDue(uow, order, { kind: 'balance', dueOn });
  if (!due || order.state !== 'confirmed') return;
  const { balanceOverdue } = await rulesInForce(uow);
  if (balanceOverdue === 'cancel') return cancelUnpaid(uow, order);
  const { branchId, authorId, currency } = order;
  const outstanding = { amount: due.outstanding, currency };
  uow.publish(order, events.orderBalanceFlagged, { orderId, branchId, authorId, outstanding, dueOn });
});

async function cancelUnpaid(uow: UnitOfWork, order: Order): Promise<void> {
  const departure = await uow.get(Departure, order.departureId);
  await cancel(uow, order, departure, {
    ...{ cause: 'customer', arrivedAt: uow.now, provenCost: undefined, cancelledBy: null },
    ...{ reason: '尾款逾期未付 / The balance was not paid in time', proof: '' },
  });
}
