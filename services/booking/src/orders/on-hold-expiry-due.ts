import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { Departure } from '../departures/departure.ts';
import { endOrder } from './end-order.ts';
import { isWaiting, Order, type OrderState } from './order.ts';

/**
 * Whether an order still waits and its hold ends at the very instant the message was sent for. No clock is asked: the message comes when its
 * time is over by the clock of whoever sends it, and that of another replica may be behind.
 * @param due when the hold was to end, as the message says
 */
export function endsHold(
  { state, holdExpiresAt }: { state: OrderState; holdExpiresAt?: Temporal.Instant | null | undefined },
  due: string | undefined,
): boolean {
  return (
    isWaiting(state) &&
    !!holdExpiresAt &&
    due !== undefined &&
    holdExpiresAt.equals(Temporal.Instant.from(due))
  );
}

/**
 * Ends a hold whose time is over, exactly once: the order's lock decides the race with approval and payment. A message for a hold that was
 * extended or has become a booking changes nothing; nor does one for what was paid in part and whose departure is called off: its customer chooses.
 */
export const onHoldExpiryDue = reaction(events.holdExpiryDue, async (uow, { orderId, holdExpiresAt }) => {
  const order = await uow.lock(Order, orderId);
  if (!endsHold(order, holdExpiresAt)) return;
  if (order.paid > 0n && (await uow.get(Departure, order.departureId)).state === 'cancelled') return;
  await endOrder(uow, order, 'expired');
});
