import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { closeForTrip } from '../departures/change-departure/close-departure.ts';
import { errors } from '../errors.ts';
import { endOrder } from './end-order.ts';
import { isWaiting, Order, waitingStates, type OrderState } from './order.ts';

/** The orders of a departure in some states, locked in the order of their ids so that two reactions never wait for each other. */
export async function ordersOf(uow: UnitOfWork, departureId: string, states: OrderState[]): Promise<Order[]> {
  const found = await uow.rows<{ id: string }>(
    `select id from booking.orders where agency_id = ? and departure_id = ? and state = any (string_to_array(?, ',')) order by id for update`,
    [uow.agencyId, departureId, states.join(',')],
  );
  return found.length === 0 ? [] : uow.find(Order, { id: { $in: found.map(({ id }) => id) } });
}

/** The first traveller of an order has checked in: the order travels. With the first one of all the trip begins, and no more seats are sold. */
export const onTravellerCheckedIn = reaction(events.travellerCheckedIn, async (uow, { orderId }) => {
  const order = await uow.lock(Order, orderId);
  await closeForTrip(uow, order.departureId);
  if (order.state !== 'confirmed') return;
  order.state = 'travelling';
  uow.publish(order, events.orderTravelling, {
    orderId,
    branchId: order.branchId,
    departureId: order.departureId,
  });
});

/** The trip is over: all orders that took part are complete. Those still waiting end, so that nobody pays for a trip that has been. */
export const onTripEnded = reaction(events.tripEnded, async (uow, { departureId }) => {
  for (const order of await ordersOf(uow, departureId, ['confirmed', 'travelling', ...waitingStates]))
    if (isWaiting(order.state)) await endOrder(uow, order, 'expired');
    else complete(uow, order);
  await closeForTrip(uow, departureId);
});

function complete(uow: UnitOfWork, order: Order): void {
  order.state = 'completed';
  const { id: orderId, branchId, customerId, departureId, authorId } = order;
  uow.publish(order, events.orderCompleted, { orderId, branchId, customerId, departureId, authorId });
}

/** Finance has settled the group. It asked for the trip's end elsewhere, so that message may still be on its way here: then this one waits. */
export const onGroupSettled = reaction(events.groupSettled, async (uow, { departureId }) => {
  const travelling = await ordersOf(uow, departureId, ['confirmed', 'travelling']);
  if (travelling.length > 0) throw errors.tripNotEndedHere();
  for (const order of await ordersOf(uow, departureId, ['completed'])) {
    order.state = 'settled';
    uow.publish(order, events.orderSettled, { orderId: order.id, branchId: order.branchId, departureId });
  }
});
