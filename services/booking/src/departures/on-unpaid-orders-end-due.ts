import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { endOrder } from '../orders/end-order.ts';
import { ordersOf } from '../orders/follow-trip.ts';
import { waitingStates } from '../orders/order.ts';

/** A departure was cancelled: orders nobody has paid anything for end. Those with money on them wait for what their customer chooses. */
export const onUnpaidOrdersEndDue = reaction(events.unpaidOrdersEndDue, async (uow, { departureId }) => {
  for (const order of await ordersOf(uow, departureId, [...waitingStates]))
    if (order.paid === 0n) await endOrder(uow, order, 'cancelled');
});
