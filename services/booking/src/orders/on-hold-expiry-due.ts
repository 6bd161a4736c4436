import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { Order, type OrderState } from './order.ts';
import { endOrder } from './end-order.ts';

const waiting = new Set<OrderState>(['in-review', 'returned', 'awaiting-payment']);

/**
 * Ends a hold whose time is over, exactly once: the order's lock decides the race with approval and payment. A message for a hold that was
 * extended or has become a booking changes nothing.
 */
export const onHoldExpiryDue = reaction(events.holdExpiryDue, async (uow, { orderId }) => {
  const order = await uow.lock(Order, orderId);
  const over = order.holdExpiresAt && Temporal.Instant.compare(order.holdExpiresAt, uow.now) <= 0;
  if (over && waiting.has(order.state)) await endOrder(uow, order, 'expired');
});
