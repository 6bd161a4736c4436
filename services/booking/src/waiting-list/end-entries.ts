import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { givePlaceUp } from './answer-offer.ts';
import { giveSeatsBack } from './give-seats-back.ts';
import { WaitingEntry } from './waiting-entry.ts';

/**
 * Ends an offer whose time is over, exactly once: the entry's lock decides the race with its acceptance. As with holds no clock is asked, the message
 * comes when its time is over; one for another offer changes nothing.
 */
const onOfferLapseDue = reaction(
  events.waitingOfferLapseDue,
  async (uow, { entryId, offerExpiresAt: due }) => {
    const entry = await uow.lock(WaitingEntry, entryId);
    const { state, offerExpiresAt, departureId, branchId, customerId, seats } = entry;
    if (state !== 'offered' || due === undefined) return;
    if (!offerExpiresAt?.equals(Temporal.Instant.from(due))) return;
    Object.assign(entry, { state: 'lapsed', offerExpiresAt: null });
    uow.publish(entry, events.waitingEntryLapsed, { entryId, departureId, branchId, customerId, seats });
    await giveSeatsBack(uow, departureId, seats);
  },
);

/** A departure was cancelled. */
const onDepartureCalledOff = reaction(events.unpaidOrdersEndDue, (uow, { departureId }) =>
  endEntries(uow, departureId),
);

/** Nobody waits for a departure any more, and what was offered of it is withdrawn. The entries are locked here, before their departure. */
export async function endEntries(uow: UnitOfWork, departureId: string): Promise<void> {
  const found = await uow.rows<{ id: string }>(
    `select id from booking.waiting_entries where agency_id = ? and departure_id = ? and state in ('waiting', 'offered') order by id for update`,
    [uow.agencyId, departureId],
  );
  if (found.length === 0) return;
  for (const entry of await uow.find(WaitingEntry, { id: { $in: found.map(({ id }) => id) } })) {
    const { id: entryId, branchId, customerId, seats, state } = entry;
    Object.assign(entry, { state: 'ended', offerExpiresAt: null });
    uow.publish(entry, events.waitingEntryEnded, { entryId, departureId, branchId, customerId, seats });
    await givePlaceUp(uow, entry);
    if (state === 'offered') await giveSeatsBack(uow, departureId, seats);
  }
}

export const endEntriesReactions = [onOfferLapseDue, onDepartureCalledOff];
