import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';

/**
 * Some of an order's travellers travel no more: head count and passenger list are those of the rest. Nothing is noted of an order that is not
 * confirmed; booking tells of it as it is by then.
 */
export const onOrderPartCancelled = reaction(
  events.orderPartCancelled,
  async (uow, { orderId, heads, travellerIds }) => {
    await uow.rows(
      `update itinerary.trip_orders set heads = ?, traveller_ids = (select coalesce(array_agg(id::uuid), '{}') from jsonb_array_elements_text(?) as id)
       where agency_id = ? and order_id = ? and not ended`,
      [heads, JSON.stringify(travellerIds), uow.agencyId, orderId],
    );
  },
);
