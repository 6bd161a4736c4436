import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from './order.ts';

/**
 * Ends an order that never became a booking and gives its seats back to the departure. Called once an order, by whoever holds its lock and has
 * seen that it still waits; the departure's row is locked last.
 */
export async function endOrder(uow: UnitOfWork, order: Order, state: 'cancelled' | 'expired'): Promise<void> {
  order.state = state;
  order.holdExpiresAt = null;
  const { id: orderId, branchId, departureId, seats, total: amount, currency } = order;
  const kind = state === 'cancelled' ? events.orderCancelled : events.orderExpired;
  uow.publish(order, kind, { orderId, branchId, departureId, seats, total: { amount, currency } });
  await uow.rows('update booking.departures set remaining = remaining + ? where agency_id = ? and id = ?', [
    seats,
    uow.agencyId,
    departureId,
  ]);
}
