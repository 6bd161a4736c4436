import { localDate, today } from '@yitu/kernel';
import { events } from '@yitu/contracts';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Party } from '../customers/ask-first.ts';
import type { CategoryOf } from '../customers/customers.ts';
import { keptUntil } from '../departures/closing.ts';
import { errors } from '../errors.ts';
import { orderView, OrderView, type Order } from '../orders/order.ts';
import { reckonWish } from '../orders/place-order/decide.ts';
import { announce } from '../orders/place-order/announce.ts';
import { offerOf } from '../orders/place-order/offer-of.ts';
import { store, type SeatSource } from '../orders/place-order/store.ts';
import { waitingErrors } from './errors.ts';
import { giveSeatsBack } from './give-seats-back.ts';
import { WaitingEntry, waitingEntryView, WaitingEntryView } from './waiting-entry.ts';

interface Answer {
  readonly entryId: string;
  readonly version: number;
}

type Accepting = Answer & { readonly categoryOf: CategoryOf; readonly call: Call };

/** The seats were taken when they were offered: the order has them from the entry. */
const heldSeats = ({ agencyId }: UnitOfWork, departureId: string): SeatSource => ({
  sql: `select id from booking.departures
        where agency_id = ? and id = ? and trip_began_at is null and exists (select from branch where not closed) for update`,
  values: [agencyId, departureId],
});

const acceptOffer = command(
  { permission: 'booking.order.place' },
  async (uow, { categoryOf, call, entryId, version }: Accepting) => {
    const entry = await uow.lock(WaitingEntry, entryId, version);
    return orderView(await accept(uow, entry, (party) => categoryOf(uow, call, party)));
  },
);

/**
 * The offer to a locked entry becomes an order with the seats that are held for it, at today's price. The entry's lock decides the race with its lapse.
 * A departure that was closed meanwhile keeps its word; a cancelled one can not, nor one whose trip has begun.
 * @param categoryOf the customer's category, once customer and travellers may be sold to
 * @param note of the order; that of the entry unless said otherwise
 * @throws booking/waiting-state, offer-over, departure-not-open, and what refuses an order
 */
export async function accept(
  uow: UnitOfWork,
  entry: WaitingEntry,
  categoryOf: (party: Party) => Promise<string>,
  note = entry.note,
): Promise<Order> {
  checkOffered(entry, uow.now);
  const { customerId, departureId, branchId, travellers, channel, counts, singleRooms } = entry;
  const { productId, agencyTimeZone, holdMinutes, ...offer } = await offerOf(uow, departureId, branchId);
  if (offer.state === 'cancelled' || offer.tripBegan) throw errors.departureNotOpen({ state: offer.state });
  const travellerIds = travellers.map(({ travellerId }) => travellerId);
  const customerCategory = await categoryOf({ customerId, travellerIds });
  const wish = { customerId, departureId, branchId, travellers, channel, counts, singleRooms, note };
  const placing = {
    ...reckonWish(offer, { ...wish, customerCategory }),
    holdExpiresAt: keptUntil(offer, holdMinutes, uow.now),
  };
  const { year } = localDate(today(uow.now, agencyTimeZone));
  const input = { ...wish, productId, currency: offer.currency, year };
  const order = await store(uow, input, placing, heldSeats(uow, departureId));
  announce(uow, order, placing);
  Object.assign(entry, { state: 'accepted', offerExpiresAt: null, orderId: order.id });
  const { id: entryId, seats } = entry;
  uow.publish(entry, events.waitingEntryAccepted, {
    ...{ entryId, departureId, branchId, customerId, seats, orderId: order.id },
  });
  return order;
}

/** @throws booking/waiting-state, offer-over */
function checkOffered({ state, offerExpiresAt }: WaitingEntry, now: Temporal.Instant): void {
  if (state !== 'offered' || !offerExpiresAt) throw waitingErrors.waitingState({ state });
  if (Temporal.Instant.compare(offerExpiresAt, now) <= 0) throw waitingErrors.offerOver();
}

const declineOffer = command(
  { permission: 'booking.waiting-list.leave' },
  async (uow, { entryId, version }: Answer) => {
    const entry = await uow.lock(WaitingEntry, entryId, version);
    await decline(uow, entry);
    return waitingEntryView(entry, null);
  },
);

/** The offer to a locked entry is turned down; its seats go to the next. @throws booking/waiting-state */
export async function decline(uow: UnitOfWork, entry: WaitingEntry): Promise<void> {
  if (entry.state !== 'offered') throw waitingErrors.waitingState({ state: entry.state });
  Object.assign(entry, { state: 'declined', offerExpiresAt: null });
  const { id: entryId, departureId, branchId, customerId, seats } = entry;
  uow.publish(entry, events.waitingEntryDeclined, { entryId, departureId, branchId, customerId, seats });
  await giveSeatsBack(uow, departureId, seats);
}

const leaveWaitingList = command(
  { permission: 'booking.waiting-list.leave' },
  async (uow, { entryId, version }: Answer) => {
    const entry = await uow.lock(WaitingEntry, entryId, version);
    await leave(uow, entry);
    return waitingEntryView(entry, null);
  },
);

/** A locked entry waits no longer. @throws booking/waiting-state */
export async function leave(uow: UnitOfWork, entry: WaitingEntry): Promise<void> {
  if (entry.state !== 'waiting') throw waitingErrors.waitingState({ state: entry.state });
  entry.state = 'left';
  const { id: entryId, departureId, branchId, customerId, seats } = entry;
  uow.publish(entry, events.waitingEntryLeft, { entryId, departureId, branchId, customerId, seats });
  await givePlaceUp(uow, entry);
}

/** An entry that no longer waits is out of the queue. */
export async function givePlaceUp(uow: UnitOfWork, { id, departureId }: WaitingEntry): Promise<void> {
  await uow.rows(
    'delete from booking.waiting_places where agency_id = ? and departure_id = ? and entry_id = ?',
    [uow.agencyId, departureId, id],
  );
}

const params = Type.Object({ waitingEntryId: Id });

export const answerOfferRoutes = (categoryOf: CategoryOf) => [
  route({
    method: 'POST',
    path: '/v1/waiting-entries/:waitingEntryId/acceptance',
    summary: 'Turn offered seats into an order, which waits for review',
    access: 'booking.order.place',
    params,
    result: OrderView,
    status: 201,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) =>
      acceptOffer(call, { entryId, version, categoryOf, call }),
  }),
  route({
    method: 'POST',
    path: '/v1/waiting-entries/:waitingEntryId/refusal',
    summary: 'Turn an offer down; its seats go to the next',
    access: 'booking.waiting-list.leave',
    params,
    result: WaitingEntryView,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) =>
      declineOffer(call, { entryId, version }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/waiting-entries/:waitingEntryId',
    summary: 'Wait no longer',
    access: 'booking.waiting-list.leave',
    params,
    result: WaitingEntryView,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) =>
      leaveWaitingList(call, { entryId, version }),
  }),
];
