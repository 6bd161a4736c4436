import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Count, Traveller } from '../orders/order.ts';
import { waitingStates } from '../waiting-list/waiting-entry.ts';
import { ownCustomerId } from '../portal/own-customer.ts';

/** A place on a waiting list as its customer sees it: with what is waited for, without what the staff notes. */
export const OwnWaitingEntry = Type.Object(
  {
    id: Id,
    departureId: Id,
    productId: Id,
    productName: LocalText,
    departsOn: LocalDate,
    returnsOn: LocalDate,
    counts: Type.Array(Count),
    singleRooms: Type.Integer(),
    travellers: Type.Array(Traveller),
    note: Type.String({ description: 'What the customer has written themselves' }),
    seats: Type.Integer(),
    state: Type.String({ description: waitingStates.join(', ') }),
    position: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Place in the queue, from 1; null when it no longer waits',
    }),
    offerExpiresAt: Type.Union([InstantText, Type.Null()], {
      description: 'Until when offered seats are held',
    }),
    orderId: Type.Union([Id, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'OwnWaitingEntry' },
);

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The caller's entries, whoever has made them. Its parameters: the account, the agency, the customer. */
const ownEntries = `select entry.id, entry.departure_id as "departureId", departure.product_id as "productId", product.name as "productName",
    departure.departs_on::text as "departsOn", departure.returns_on::text as "returnsOn", entry.counts, entry.single_rooms as "singleRooms",
    entry.travellers, case when entry.author_id = ? then entry.note else '' end as note, entry.seats, entry.state,
    case when entry.state = 'waiting' then (
      select count(*)::integer from booking.waiting_places place
      where place.agency_id = entry.agency_id and place.departure_id = entry.departure_id and place.entry_id <= entry.id
    ) end as position,
    ${instant('entry.offer_expires_at')} as "offerExpiresAt", entry.order_id as "orderId", entry.version, ${instant('entry.created_at')} as "createdAt"
  from booking.waiting_entries entry
    join booking.departures departure on departure.agency_id = entry.agency_id and departure.id = entry.departure_id
    join booking.products product on product.agency_id = departure.agency_id and product.id = departure.product_id
  where entry.agency_id = ? and entry.customer_id = ?`;

type Entry = Static<typeof OwnWaitingEntry>;

/** Newest first. @param after the last of the page before */
export async function ownWaitingEntries(
  uow: UnitOfWork,
  { state, after, limit }: { state?: string | undefined; after?: string | undefined; limit: number },
): Promise<Entry[]> {
  return uow.rows<Entry>(
    `${ownEntries} and (?::text is null or entry.state = ?) and (?::uuid is null or entry.id < ?::uuid) order by entry.id desc limit ?`,
    [
      ...[uow.userId, uow.agencyId, await ownCustomerId(uow)],
      ...[state ?? null, state ?? null, after ?? null, after ?? null, limit],
    ],
  );
}

/** @throws request/not-found where it is not the caller's */
export async function ownWaitingEntry(uow: UnitOfWork, id: string): Promise<Entry> {
  const [entry] = await uow.rows<Entry>(`${ownEntries} and entry.id = ?`, [
    uow.userId,
    uow.agencyId,
    await ownCustomerId(uow),
    id,
  ]);
  if (!entry) throw requestErrors.notFound();
  return entry;
}
