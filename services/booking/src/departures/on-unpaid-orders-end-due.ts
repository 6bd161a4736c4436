import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { chooseBy } from '../group-choices/decide.ts';
import { endOrder } from '../orders/end-order.ts';
import { ordersOf } from '../orders/follow-trip.ts';
import { isWaiting, waitingStates } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import { Departure } from './departure.ts';

/**
 * A departure was cancelled: orders nobody has paid anything for end. The others wait for what their customer chooses, and it is told that they do.
 */
export const onUnpaidOrdersEndDue = reaction(events.unpaidOrdersEndDue, async (uow, { departureId }) => {
  const orders = await ordersOf(uow, departureId, [...waitingStates, 'confirmed']);
  const departure = await uow.get(Departure, departureId);
  const { name: productName } = await uow.get(Product, departure.productId);
  const { departsOn, returnsOn, cancelCause: cause } = departure;
  for (const order of orders)
    if (isWaiting(order.state) && order.paid === 0n) await endOrder(uow, order, 'cancelled');
    else
      uow.publish(order, events.orderDepartureCalledOff, {
        ...{ orderId: order.id, branchId: order.branchId, customerId: order.customerId },
        ...{ authorId: order.authorId, departureId, productName, departsOn, returnsOn },
        ...{ cause: cause ?? '', chooseBy: chooseBy(departure) },
      });
});
