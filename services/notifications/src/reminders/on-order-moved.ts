import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { textOf } from '../amounts.ts';
import { dueInstant } from './due-instant.ts';
import { remindWhenDue } from './on-order-confirmed.ts';
import { Reminder } from './reminder.ts';

/** A confirmed order has moved to another departure: its customer is reminded before that one, whatever became of the reminder of the old day. */
export const remindOfNewDeparture = reaction(events.orderGroupChoiceRecorded, async (uow, told) => {
  const { orderId, departsOn, returnsOn, timeZone } = told;
  if (departsOn === '') return;
  const [known] = await uow.find(Reminder, { orderId });
  if (!known) return; // not confirmed yet: the confirmation tells the new dates
  const reminder = await uow.lock(Reminder, known.id);
  const dueAt = dueInstant({ departsOn, timeZone }, uow.now);
  const productName = textOf(told.productName);
  Object.assign(reminder, { productName, departsOn, returnsOn, timeZone, dueAt });
  Object.assign(reminder, { state: 'waiting', deliveryId: null });
  remindWhenDue(uow, reminder);
});
