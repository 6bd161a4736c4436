import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { amountOf } from '../amounts.ts';
import { queueLetter } from './delivery.ts';

/** The customer learns what is to be paid until when. */
export const onOrderApproved = reaction(events.orderApproved, (uow, order) => {
  const schedule = order.schedule.map(({ kind, amount, dueOn }) => ({
    kind,
    amount: amountOf(amount),
    dueOn,
  }));
  queueLetter(uow, 'order-approved', order, { total: amountOf(order.total), schedule });
  return Promise.resolve();
});
