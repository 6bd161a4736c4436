import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { textOf } from '../amounts.ts';
import { dueInstant } from './due-instant.ts';
import { Reminder } from './reminder.ts';

/** Sends a waiting reminder's message to ourselves. */
export const remindWhenDue = (uow: UnitOfWork, { id: reminderId, departsOn, dueAt }: Reminder): void =>
  uow.publishLater(reminderId, events.departureReminderDue, { reminderId, departsOn }, dueAt);

/** A confirmed order's customer is reminded a week before departure: the reminder waits, with a message to ourselves. */
export const remindOfDeparture = reaction(events.orderConfirmed, (uow, order) => {
  const { orderId, customerId, branchId, departsOn, returnsOn, timeZone } = order;
  const dueAt = dueInstant({ departsOn, timeZone }, uow.now);
  const reminder = uow.add(
    uow.em.create(Reminder, {
      agencyId: uow.agencyId,
      id: newId(),
      orderId,
      customerId,
      branchId,
      productName: textOf(order.productName),
      departsOn,
      returnsOn,
      timeZone,
      dueAt,
      state: 'waiting',
      deliveryId: null,
      createdAt: uow.now,
    }),
  );
  remindWhenDue(uow, reminder);
  return Promise.resolve();
});
