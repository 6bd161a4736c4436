import { events } from '@yitu/contracts';
import { preparedReaction } from '@yitu/messaging';
import type { Bookings } from '../bookings.ts';
import { noteTripOrders } from './trip-orders.ts';

/**
 * Keeps the orders that travel at hand: head counts, passenger list, check-in without booking. The event tells seats, and infants take none, so
 * booking is asked how many people the order has.
 */
export const onOrderConfirmed = (bookings: Bookings) =>
  preparedReaction(
    events.orderConfirmed,
    async ({ orderId }, { agencyid: agencyId }) => {
      const itself = { kind: 'service', service: 'itinerary', agencyId } as const;
      return (await bookings.order({ principal: itself }, orderId)).order;
    },
    (uow, _data, _envelope, order) => noteTripOrders(uow, [order]),
  );
