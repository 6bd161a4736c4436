import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { Departure } from '../departures/departure.ts';
import { Order } from '../orders/order.ts';
import { choose } from './choose.ts';
import { canChoose } from './decide.ts';

/**
 * The last day on which a customer could choose is over: whoever has not is refunded in full, by rule. The order's lock decides the race with a choice;
 * an order that has moved or ended meanwhile stays as it is.
 */
export const onChoiceOver = reaction(events.groupChoiceOver, async (uow, { orderId, departureId }) => {
  const order = await uow.lock(Order, orderId);
  if (order.departureId !== departureId || !canChoose(order.state)) return;
  const { chooseBy, departsOn } = await uow.get(Departure, departureId);
  const consent = { by: 'rule', on: chooseBy ?? departsOn, text: '' } as const;
  await choose(uow, order, { choice: 'refund', consent, recordedBy: null });
});
