import { events } from '@yitu/contracts';
import { preparedReaction } from '@yitu/messaging';
import type { Bookings } from '../bookings.ts';
import { noteTripDeparture } from './trip-departures.ts';
import { noteTripOrders, travels } from './trip-orders.ts';

/**
 * An order that moves to another departure travels on that one, which needs an operations sheet now. One that is not confirmed yet is noted when it
 * is; a refund is told by the end of the order.
 */
export const onGroupChoiceRecorded = (bookings: Bookings) =>
  preparedReaction(
    events.orderGroupChoiceRecorded,
    async ({ orderId, targetDepartureId }, { agencyid: agencyId }) => {
      if (targetDepartureId === '') return undefined;
      const itself = { kind: 'service', service: 'itinerary', agencyId } as const;
      return bookings.order({ principal: itself }, orderId);
    },
    async (uow, _data, _envelope, moved) => {
      if (!moved || !travels(moved.order)) return;
      await noteTripOrders(uow, [moved.order]);
      await noteTripDeparture(uow, moved.departure, moved.order.branchId);
    },
  );
