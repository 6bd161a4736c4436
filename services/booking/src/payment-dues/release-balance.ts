import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { OrderCancellation } from '../cancellations/cancellation.ts';
import { reckonOrder } from '../cancellations/reckon-order.ts';
import { claimRefund } from '../cancellations/refund-claim.ts';
import { endOrder } from '../orders/end-order.ts';
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
  const notice = { cause: 'customer', arrivedAt: undefined, provenCost: undefined } as const;
  const { reckoning, view, arrivedAt } = await reckonOrder(uow, order, notice);
  const { penalty, compensation } = reckoning;
  const { agencyId, now: createdAt } = uow;
  const { id: orderId, branchId, authorId, currency, total: fee } = order;
  uow.add(
    uow.em.create(OrderCancellation, {
      ...{ agencyId, id: newId(), orderId, branchId, authorId, cancelledBy: null, cause: 'customer' },
      ...{ reason: '尾款逾期未付 / The balance was not paid in time', proof: '' },
      ...{ noticeArrivedAt: arrivedAt, policyVersion: view.policyVersion, reckoning: view },
      ...{ currency, fee, penalty, compensation, createdAt },
    }),
  );
  await endOrder(uow, order, 'cancelled', { cause: 'customer', penalty });
  await claimRefund(uow, order, { paid: order.paid, kept: penalty, reason: 'cancelled' });
}
