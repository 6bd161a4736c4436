import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { earnCommission } from '../commissions/record-commission.ts';
import { redeemReserved } from '../coupons/redeem.ts';
import { Departure } from '../departures/departure.ts';
import { lookAgain } from '../group-decisions/on-group-decision-due.ts';
import { Product } from '../products/product.ts';
import { OrderTraveller, type Order } from './order.ts';

/** The first payment due has come in (or none was due): the seats are the customer's, and everybody is told what they need. */
export async function confirm(uow: UnitOfWork, order: Order): Promise<void> {
  order.state = 'confirmed';
  order.holdExpiresAt = null;
  const departure = await uow.get(Departure, order.departureId);
  const product = await uow.get(Product, order.productId);
  const travellers = await uow.find(OrderTraveller, { orderId: order.id });
  const { id, number, branchId, customerId, departureId, productId, seats, currency, total } = order;
  const { departsOn, returnsOn, timeZone } = departure;
  uow.publish(order, events.orderConfirmed, {
    ...{
      orderId: id,
      number,
      branchId,
      customerId,
      departureId,
      productId,
      seats,
      total: { amount: total, currency },
    },
    ...{ productName: product.name, departsOn, returnsOn, timeZone },
    travellerIds: travellers.map(({ travellerId }) => travellerId),
  });
  await redeemReserved(uow, id);
  await lookAgain(uow, departure);
  await earnCommission(uow, order);
}
