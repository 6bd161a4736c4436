import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';

/**
 * Gives seats of a departure back, by one statement that locks its row: whoever ends, cuts or moves what held seats calls this, once. Where somebody
 * waits, the seats are kept for the list, and a message of the service to itself has them offered; nothing is read for that. Orders and entries of
 * the waiting list are locked before.
 */
export async function giveSeatsBack(uow: UnitOfWork, departureId: string, seats: number): Promise<void> {
  const [departure] = await uow.rows<{ waitedFor: boolean }>(
    `update booking.departures
     set remaining = remaining + case when waited_for then 0 else ?::integer end,
       kept_for_waiting = kept_for_waiting + case when waited_for then ?::integer else 0 end
     where agency_id = ? and id = ? returning waited_for as "waitedFor"`,
    [seats, seats, uow.agencyId, departureId],
  );
  if (departure?.waitedFor) offerSeatsDue(uow, departureId);
}

/** Has what is free of a departure offered to those who wait: also where seats have become free otherwise. */
export const offerSeatsDue = (uow: UnitOfWork, departureId: string): void =>
  uow.publishLater(departureId, events.waitingListOfferDue, { departureId }, uow.now);
