import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { Departure } from '../departures/departure.ts';
import { ordersOf } from '../orders/follow-trip.ts';
import { Product } from '../products/product.ts';

/** A group takes place: each of its approved orders is told of that, by a message of its own since orders are locked before their departure. */
export const onGuaranteeTellingDue = reaction(events.guaranteeTellingDue, async (uow, { departureId }) => {
  const orders = await ordersOf(uow, departureId, ['awaiting-payment', 'confirmed']);
  const { state, productId, departsOn, returnsOn } = await uow.get(Departure, departureId);
  if (state === 'cancelled') return;
  const { name: productName } = await uow.get(Product, productId);
  for (const order of orders) {
    const { id: orderId, branchId, customerId, authorId } = order;
    uow.publish(order, events.orderDepartureGuaranteed, {
      ...{ orderId, branchId, customerId, authorId, departureId, productName, departsOn, returnsOn },
    });
  }
});
