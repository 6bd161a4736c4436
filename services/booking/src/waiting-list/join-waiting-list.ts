import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { channelOf } from '../branches/selling-channel.ts';
import type { CategoryOf } from '../customers/customers.ts';
import { isOnSale } from '../departures/change-departure/decide.ts';
import { Departure, type DepartureState } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { Count, Traveller } from '../orders/order.ts';
import { checkOnSale, reckonWish, type Offer } from '../orders/place-order/decide.ts';
import { offerOf } from '../orders/place-order/offer-of.ts';
import type { PlaceOrder, Wanted } from '../orders/place-order/wanted.ts';
import type { OwnCustomer } from '../portal/own-customer.ts';
import { channels, type Channel } from '../pricing/price.ts';
import { waitingErrors } from './errors.ts';
import { positionOf } from './read-waiting-list.ts';
import { WaitingEntry, waitingEntryView, WaitingEntryView } from './waiting-entry.ts';

type Joining = PlaceOrder & { readonly categoryOf: CategoryOf; readonly call: Call };

const joinWaitingList = command(
  { permission: 'booking.waiting-list.join' },
  async (uow, { categoryOf, call, ...input }: Joining) => {
    const { customerId, departureId, travellers } = input;
    const travellerIds = travellers.map(({ travellerId }) => travellerId);
    const branchId = await branchForNew(uow, 'booking.waiting-list.join', input.branchId);
    const { branchKind, ...offer } = await offerOf(uow, departureId, branchId);
    const channel = channelOf(uow.member, branchKind, input.channel);
    checkOnSale(offer, uow.now);
    const customerCategory = await categoryOf(uow, call, { customerId, travellerIds });
    const entry = await waitFor(uow, input, offer, { customerId, customerCategory, branchId, channel });
    return waitingEntryView(entry, await positionOf(uow, entry));
  },
);

interface Party extends OwnCustomer {
  readonly channel: Channel;
}

/**
 * Puts a party on the waiting list of a departure that is on sale. The statement that says that somebody waits has in its condition that there is no
 * room for them, and locks the departure: seats that come free at this moment are either seen here, or given back after it and kept for the list.
 * @throws booking/seats-available, already-waiting, party-too-large, and what refuses an order
 */
export async function waitFor(
  uow: UnitOfWork,
  { departureId, counts, singleRooms, travellers, note }: Wanted,
  offer: Offer,
  { customerId, customerCategory, branchId, channel }: Party,
): Promise<WaitingEntry> {
  const { seats } = reckonWish(offer, { counts, singleRooms, travellers, channel, customerCategory });
  const { capacity } = await uow.get(Departure, departureId);
  if (seats > capacity) throw waitingErrors.partyTooLarge({ capacity });
  const [waited] = await uow.rows<{ state: DepartureState }>(
    'update booking.departures set waited_for = true where agency_id = ? and id = ? and remaining < ? returning state',
    [uow.agencyId, departureId, seats],
  );
  if (!waited) throw waitingErrors.seatsAvailable();
  if (!isOnSale(waited.state)) throw errors.departureNotOpen({ state: waited.state }); // closed since it was looked at
  const { agencyId, userId: authorId, now: createdAt } = uow;
  const entry = uow.add(
    uow.em.create(WaitingEntry, {
      ...{ agencyId, id: newId(), departureId, branchId, authorId, customerId, channel },
      ...{ counts: [...counts], singleRooms, travellers: [...travellers], note, seats },
      ...{ state: 'waiting', offerExpiresAt: null, orderId: null, version: 0, createdAt },
    }),
  );
  const { id: entryId } = entry;
  uow.publish(entry, events.waitingEntryJoined, {
    ...{ entryId, departureId, branchId, customerId, authorId, seats },
  });
  await uow.em.flush();
  await uow.rows(
    'insert into booking.waiting_places (agency_id, departure_id, entry_id, seats) values (?, ?, ?, ?)',
    [agencyId, departureId, entryId, seats],
  );
  return entry;
}

export const joinWaitingListRoute = (categoryOf: CategoryOf) =>
  route({
    method: 'POST',
    path: '/v1/departures/:departureId/waiting-list',
    summary: 'Wait for seats of a full departure; what comes free is offered in turn, for a limited time',
    access: 'booking.waiting-list.join',
    params: Type.Object({ departureId: Id }),
    body: Type.Object({
      customerId: Id,
      branchId: Type.Optional(Id),
      channel: Type.Optional(Type.Enum([...channels])),
      counts: Type.Array(Count, { minItems: 1, maxItems: 4, description: 'One entry a category' }),
      singleRooms: Type.Integer({ minimum: 0, maximum: 500, default: 0 }),
      travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
      note: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: WaitingEntryView,
    status: 201,
    handle: (call, { params: { departureId }, body }) =>
      joinWaitingList(call, { ...body, departureId, categoryOf, call }),
  });
