import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from './order.ts';

/** Gives an order's seats back to its departure. Called once, by the change of state that ends the order, which holds the order's lock. */
export async function releaseSeats(uow: UnitOfWork, { departureId, seats }: Order): Promise<void> {
  await uow.rows('update booking.departures set remaining = remaining + ? where agency_id = ? and id = ?', [
    seats,
    uow.agencyId,
    departureId,
  ]);
}
