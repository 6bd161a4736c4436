import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { cancel } from '../cancellations/cancel.ts';
import { Departure } from '../departures/departure.ts';
import { Order } from '../orders/order.ts';
import { rulesInForce } from '../rules/order-rules.ts';
import { openDue } from './remind-of-payment.ts';

/**
 * The grace of a balance is over: by the agency's rule somebody is told to decide, or the order is cancelled as unpaid, with the penalty that its
 * customer's cancellation would cost this day. The order's lock decides the race with the payment.
 */
export const onBalanceReleaseDue = reaction(
  events.balanceReleaseDue,
  async (uow, { orderId, dueOn, ...told }) => {
    const order = await uow.lock(Order, orderId);
    const kind = told.kind === 'deposit' ? 'deposit' : 'balance'; // messages of earlier releases are of balances and do not say so
    const due = await openDue(uow, order, { kind, dueOn });
    if (!due || order.state !== 'confirmed') return;
    const { balanceOverdue } = await rulesInForce(uow);
    if (balanceOverdue === 'cancel') return cancelUnpaid(uow, order);
    const { branchId, authorId, currency } = order;
    const outstanding = { amount: due.outstanding, currency };
    uow.publish(order, events.orderBalanceFlagged, { orderId, branchId, authorId, outstanding, dueOn, kind });
  },
);

async function cancelUnpaid(uow: UnitOfWork, order: Order): Promise<void> {
  const departure = await uow.get(Departure, order.departureId);
  await cancel(uow, order, departure, {
    ...{ cause: 'unpaid', arrivedAt: uow.now, provenCost: undefined, cancelledBy: null },
    ...{ reason: '', proof: '' }, // the cause says it, in the reader's language
  });
}
