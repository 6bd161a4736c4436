import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { amountOf, textOf } from '../amounts.ts';
import { queueLetter } from './delivery.ts';

/** The confirmation letter. */
export const onOrderConfirmed = reaction(events.orderConfirmed, (uow, order) => {
  const { departsOn, returnsOn, seats } = order;
  const trip = { productName: textOf(order.productName), departsOn, returnsOn };
  queueLetter(uow, 'order-confirmed', order, { ...trip, total: amountOf(order.total), seats });
  return Promise.resolve();
});
