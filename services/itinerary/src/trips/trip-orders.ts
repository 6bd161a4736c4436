import type { UnitOfWork } from '@yitu/persistence';
import type { BookedOrder } from '../bookings.ts';

/** An order that travels on a departure, as booking told of it. */
export interface TripOrder {
  readonly orderId: string;
  /** Everybody who travels, infants too, named or not. */
  readonly heads: number;
  readonly travellerIds: readonly string[];
  /** Since when it travels with those who are named: its confirmation, or a naming after that. */
  readonly listedSince: Temporal.Instant;
}

/** States of booking in which an order's travellers travel or have travelled. */
const travelling = new Set(['confirmed', 'travelling', 'completed', 'settled']);
export const travels = ({ state }: Pick<BookedOrder, 'state'>): boolean => travelling.has(state);

/** Notes orders that travel, as booking told of them just now, also where they have moved to another departure. What has ended stays ended. */
export async function noteTripOrders(
  uow: UnitOfWork,
  orders: readonly Pick<BookedOrder, 'orderId' | 'departureId' | 'heads' | 'travellerIds'>[],
): Promise<void> {
  if (orders.length === 0) return;
  await uow.rows(
    `insert into itinerary.trip_orders (agency_id, order_id, departure_id, heads, traveller_ids, confirmed_at)
     select ?, "orderId", "departureId", heads, "travellerIds", ?
     from jsonb_to_recordset(?) as told ("orderId" uuid, "departureId" uuid, heads integer, "travellerIds" uuid[]) order by "orderId"
     on conflict (agency_id, order_id) do update
       set departure_id = excluded.departure_id, heads = excluded.heads, traveller_ids = excluded.traveller_ids
       where (trip_orders.departure_id, trip_orders.heads, trip_orders.traveller_ids)
         is distinct from (excluded.departure_id, excluded.heads, excluded.traveller_ids)`,
    [
      uow.agencyId,
      uow.now.toString(),
      JSON.stringify(
        orders.map(({ orderId, departureId, heads, travellerIds }) => ({
          orderId,
          departureId,
          heads,
          travellerIds,
        })),
      ),
    ],
  );
}

/** Notes that an order travels no more, or never will: also when nothing is known of it yet, since whoever asked booking before may still be at work. */
export async function endTripOrder(
  uow: UnitOfWork,
  { orderId, departureId }: { readonly orderId: string; readonly departureId: string },
): Promise<void> {
  await uow.rows(
    `insert into itinerary.trip_orders (agency_id, order_id, departure_id, heads, traveller_ids, confirmed_at, ended)
     values (?, ?, ?, 0, '{}', ?, true) on conflict (agency_id, order_id) do update set ended = true`,
    [uow.agencyId, orderId, departureId, uow.now.toString()],
  );
}

/**
 * Makes what ends an order and what relies on it come one after the other, until the transaction ends. A lock of the name, for there may be no row.
 * @returns whether the order has ended
 */
export async function lockOrder(uow: UnitOfWork, orderId: string): Promise<boolean> {
  const name = `itinerary.order ${uow.agencyId} ${orderId}`;
  await uow.rows('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
  const rows = await uow.rows(
    'select from itinerary.trip_orders where agency_id = ? and order_id = ? and ended',
    [uow.agencyId, orderId],
  );
  return rows.length > 0;
}

/** The orders that travel on a departure. */
export async function tripOrdersOf(uow: UnitOfWork, departureId: string): Promise<TripOrder[]> {
  const rows = await uow.rows<Omit<TripOrder, 'listedSince'> & { at: string }>(
    `select order_id as "orderId", heads, traveller_ids as "travellerIds",
       to_char(greatest(confirmed_at, named_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from itinerary.trip_orders where agency_id = ? and departure_id = ? and not ended order by order_id`,
    [uow.agencyId, departureId],
  );
  return rows.map(({ at, ...order }) => ({ ...order, listedSince: Temporal.Instant.from(at) }));
}

export const headsOf = (orders: readonly TripOrder[]): number =>
  orders.reduce((sum, { heads }) => sum + heads, 0);
