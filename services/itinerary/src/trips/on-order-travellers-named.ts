import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';

/**
 * Unnamed places of an order have their travellers now: the passenger list is as it is since then. Nothing is noted of an order that is not confirmed;
 * booking tells of it as it is by then.
 */
export const onOrderTravellersNamed = reaction(
  events.orderTravellersNamed,
  async (uow, { orderId, travellerIds }, { time }) => {
    await uow.rows(
      `update itinerary.trip_orders set traveller_ids = (select coalesce(array_agg(id::uuid), '{}') from jsonb_array_elements_text(?) as id), named_at = ?
       where agency_id = ? and order_id = ? and not ended`,
      [JSON.stringify(travellerIds), time, uow.agencyId, orderId],
    );
  },
);
