import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { endOrder } from '../orders/end-order.ts';
import { ordersOf } from '../orders/follow-trip.ts';
import { isWaiting, waitingStates } from '../orders/order.ts';
import { endOf } from '../payment-dues/due-timers.ts';
import { Product } from '../products/product.ts';
import { Departure } from './departure.ts';

/**
 * A departure was cancelled: orders nobody has paid anything for end. The others wait for what their customer chooses, and it is told that they do; a
 * message of its own comes when the last day for that is over.
 */
export const onUnpaidOrdersEndDue = reaction(events.unpaidOrdersEndDue, async (uow, { departureId }) => {
  const orders = await ordersOf(uow, departureId, [...waitingStates, 'confirmed']);
  const departure = await uow.get(Departure, departureId);
  const { name: productName } = await uow.get(Product, departure.productId);
  const { departsOn, returnsOn, timeZone, cancelCause: cause } = departure;
  const chooseBy = departure.chooseBy ?? departsOn;
  for (const order of orders) {
    if (isWaiting(order.state) && order.paid === 0n) {
      await endOrder(uow, order, 'cancelled');
      continue;
    }
    const { id: orderId, branchId, customerId, authorId } = order;
    uow.publish(order, events.orderDepartureCalledOff, {
      ...{ orderId, branchId, customerId, authorId, departureId, productName, departsOn, returnsOn },
      ...{ cause: cause ?? '', chooseBy },
    });
    uow.publishLater(orderId, events.groupChoiceOver, { orderId, departureId }, endOf(chooseBy, timeZone));
  }
});
