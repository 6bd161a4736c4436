import type { UnitOfWork } from '@yitu/persistence';

/**
 * Gives seats of an order back to its departure, for whoever holds the order's lock and has just taken them from it: so they come back once. The
 * departure's row is the hot one and is locked last.
 */
export async function giveSeatsBack(uow: UnitOfWork, departureId: string, seats: number): Promise<void> {
  await uow.rows('update booking.departures set remaining = remaining + ? where agency_id = ? and id = ?', [
    seats,
    uow.agencyId,
    departureId,
  ]);
}
