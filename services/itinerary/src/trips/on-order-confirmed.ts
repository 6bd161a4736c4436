import { events } from '@yitu/contracts';
import { preparedReaction } from '@yitu/messaging';
import type { Bookings } from '../bookings.ts';
import { noteTripDeparture } from './trip-departures.ts';
import { noteTripOrders } from './trip-orders.ts';

/**
 * Keeps the orders that travel at hand: head counts, passenger list, check-in without booking. The event tells seats, and infants take none, so
 * booking is asked how many people the order has. The departure is noted too: it needs an operations sheet now.
 */
export const onOrderConfirmed = (bookings: Bookings) =>
  preparedReaction(
    events.orderConfirmed,
    async ({ orderId }, { agencyid: agencyId }) => {
      const itself = { kind: 'service', service: 'itinerary', agencyId } as const;
      return bookings.order({ principal: itself }, orderId);
    },
    async (uow, _data, _envelope, { order, departure }) => {
      await noteTripOrders(uow, [order]);
      await noteTripDeparture(uow, departure, order.branchId);
    },
  );
