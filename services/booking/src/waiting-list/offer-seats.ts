import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { closingOf, keptUntil } from '../departures/closing.ts';
import { Departure } from '../departures/departure.ts';
import { Product } from '../products/product.ts';
import { rulesInForce } from '../rules/order-rules.ts';
import { endEntries } from './end-entries.ts';
import { WaitingEntry } from './waiting-entry.ts';

/**
 * Offers free seats of a departure to those who wait, first come first served: to each party that fits what is left. The departure's row is locked
 * before anything is read of the list, so of several messages each sees what the one before it did. Only those are locked after it who still wait,
 * and nobody holds such an entry while they want the departure. Where the trip has begun the list ends instead.
 */
export const onWaitingListOfferDue = reaction(events.waitingListOfferDue, async (uow, { departureId }) => {
  if (await hasBegun(uow, departureId)) await endEntries(uow, departureId);
  await releaseKept(uow, departureId);
  const departure = await uow.get(Departure, departureId);
  if (onSale(departure) && Temporal.Instant.compare(uow.now, closingOf(departure)) < 0) {
    const { waitingOfferMinutes } = await rulesInForce(uow);
    const until = keptUntil(departure, waitingOfferMinutes, uow.now);
    while (await offerNext(uow, departure, until));
  }
  await noteWhetherWaitedFor(uow, departureId);
});

/** Read without a lock: what has begun stays so, and of what begins after this another message comes. */
async function hasBegun(uow: UnitOfWork, departureId: string): Promise<boolean> {
  const begun = await uow.rows(
    'select from booking.departures where agency_id = ? and id = ? and trip_began_at is not null',
    [uow.agencyId, departureId],
  );
  return begun.length > 0;
}

const onSale = ({ state }: Departure) => state === 'open' || state === 'guaranteed';

/** Locks the departure; what was kept for the list is free from here on, to everybody once this transaction is over. */
async function releaseKept(uow: UnitOfWork, departureId: string): Promise<void> {
  await uow.rows(
    `update booking.departures set remaining = remaining + kept_for_waiting, kept_for_waiting = 0 where agency_id = ? and id = ?`,
    [uow.agencyId, departureId],
  );
}

/** @returns whether somebody got an offer; then there may be another one */
async function offerNext(uow: UnitOfWork, departure: Departure, until: Temporal.Instant): Promise<boolean> {
  const { agencyId } = uow;
  const [next] = await uow.rows<{ id: string }>(
    `select entry_id as id from booking.waiting_places where agency_id = ? and departure_id = ?
       and seats <= (select remaining from booking.departures where agency_id = ? and id = ?)
     order by entry_id limit 1`,
    [agencyId, departure.id, agencyId, departure.id],
  );
  if (!next) return false;
  const entry = await uow.lock(WaitingEntry, next.id);
  if (entry.state !== 'waiting') return true; // left since; its place is free, so it does not come again
  const taken = await uow.rows(
    `with place as (
       delete from booking.waiting_places where agency_id = ? and departure_id = ? and entry_id = ?
     )
     update booking.departures set remaining = remaining - ? where agency_id = ? and id = ? and remaining >= ? returning id`,
    [agencyId, departure.id, entry.id, entry.seats, agencyId, departure.id, entry.seats],
  );
  if (taken.length === 0) throw new Error('the departure is locked: what was free still is');
  await offer(uow, entry, departure, until);
  return true;
}

async function offer(
  uow: UnitOfWork,
  entry: WaitingEntry,
  { productId, departsOn, returnsOn }: Departure,
  until: Temporal.Instant,
): Promise<void> {
  Object.assign(entry, { state: 'offered', offerExpiresAt: until });
  const { id: entryId, departureId, branchId, customerId, authorId, seats } = entry;
  const { name: productName } = await uow.get(Product, productId);
  const offerExpiresAt = until.toString();
  uow.publish(entry, events.waitingEntryOffered, {
    ...{ entryId, departureId, branchId, customerId, authorId, seats, offerExpiresAt },
    ...{ productName, departsOn, returnsOn },
  });
  uow.publishLater(entryId, events.waitingOfferLapseDue, { entryId, offerExpiresAt }, until);
}

/** Once nobody waits, seats that come free are for sale at once again. Who joins meanwhile waits for this row, and notes that they wait. */
async function noteWhetherWaitedFor(uow: UnitOfWork, departureId: string): Promise<void> {
  await uow.rows(
    `update booking.departures set waited_for = exists (select from booking.waiting_places where agency_id = departures.agency_id and departure_id = departures.id)
     where agency_id = ? and id = ?`,
    [uow.agencyId, departureId],
  );
}
