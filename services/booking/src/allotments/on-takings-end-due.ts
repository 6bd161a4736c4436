import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { endTakings } from './give-back.ts';
import { AllotmentTaking, type EndCause } from './taking.ts';

/** An order has ended before its trip: what it took of allotments goes back. */
export const onOrderTakingsEndDue = reaction(events.orderTakingsEndDue, async (uow, { orderId }) => {
  await endTakingsOf(uow, orderId, 'order-ended');
});

/** Gives back what an order holds of allotments; its own lock and its departures' come before. */
export async function endTakingsOf(uow: UnitOfWork, orderId: string, cause: EndCause): Promise<void> {
  const ofOrder = 'select id from booking.allotment_takings where agency_id = ? and order_id = ?';
  await endTakings(uow, await lockLive(uow, ofOrder, [uow.agencyId, orderId]), cause);
}

/** A departure was cancelled: its blocks go back, and what its orders took for it, whatever their customers choose. */
export const onDepartureCalledOff = reaction(events.unpaidOrdersEndDue, async (uow, { departureId }) => {
  const ofDeparture = `select id from booking.allotment_takings where agency_id = ? and departure_id = ?
    union all select taking.id from booking.orders join booking.allotment_takings as taking
      on taking.agency_id = orders.agency_id and taking.order_id = orders.id where orders.agency_id = ? and orders.departure_id = ?`;
  const takings = await lockLive(uow, ofDeparture, [uow.agencyId, departureId, uow.agencyId, departureId]);
  await endTakings(uow, takings, 'departure-cancelled');
});

/** Takings that have not ended, locked in the order of their ids. */
async function lockLive(
  uow: UnitOfWork,
  which: string,
  parameters: readonly unknown[],
): Promise<AllotmentTaking[]> {
  const found = await uow.rows<{ id: string }>(
    `select id from booking.allotment_takings where agency_id = ? and ended_at is null and id in (${which}) order by id for update`,
    [uow.agencyId, ...parameters],
  );
  return found.length === 0 ? [] : uow.find(AllotmentTaking, { id: { $in: found.map(({ id }) => id) } });
}
