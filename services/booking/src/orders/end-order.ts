import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from './order.ts';

/** Why an approved order is cancelled, and what its customer owes for that, in minor units. */
export interface Ending {
  readonly cause: string;
  readonly penalty: bigint;
}

/**
 * Ends an order before its trip and gives its seats back to the departure. Called once an order, by whoever holds its lock and has seen that it
 * still waits or is booked; the departure's row is locked last.
 * @param ending of an approved order; one without is withdrawn or expires
 */
export async function endOrder(
  uow: UnitOfWork,
  order: Order,
  state: 'cancelled' | 'expired',
  ending?: Ending,
): Promise<void> {
  order.state = state;
  order.holdExpiresAt = null;
  const { id: orderId, branchId, departureId, seats, total: amount, currency } = order;
  const ended = { orderId, branchId, departureId, seats, total: { amount, currency } };
  uow.publishLater(orderId, events.orderTakingsEndDue, { orderId }, uow.now);
  if (state === 'expired') uow.publish(order, events.orderExpired, ended);
  else
    uow.publish(order, events.orderCancelled, {
      ...ended,
      cause: ending?.cause ?? 'withdrawn',
      penalty: ending && { amount: ending.penalty, currency },
    });
  await uow.rows('update booking.departures set remaining = remaining + ? where agency_id = ? and id = ?', [
    seats,
    uow.agencyId,
    departureId,
  ]);
}
