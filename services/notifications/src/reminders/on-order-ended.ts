import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Reminder } from './reminder.ts';

/** Nobody is reminded of a trip that does not take place. The message that waits finds it so and does nothing. */
async function cancelReminder(uow: UnitOfWork, orderId: string): Promise<void> {
  const [waiting] = await uow.find(Reminder, { orderId, state: 'waiting' });
  if (!waiting) return;
  const reminder = await uow.lock(Reminder, waiting.id);
  if (reminder.state === 'waiting') reminder.state = 'cancelled';
}

export const cancelReminderReactions = [
  reaction(events.orderCancelled, (uow, { orderId }) => cancelReminder(uow, orderId)),
  reaction(events.orderExpired, (uow, { orderId }) => cancelReminder(uow, orderId)),
  reaction(events.orderDepartureCalledOff, (uow, { orderId }) => cancelReminder(uow, orderId)),
];
