import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { queueLetter } from '../deliveries/delivery.ts';
import { isTooLate } from './due-instant.ts';
import { Reminder } from './reminder.ts';

/** The week before departure begins: the reminder becomes a letter, unless the order has ended or the trip has begun. */
export const onDepartureReminderDue = reaction(
  events.departureReminderDue,
  async (uow, { reminderId, departsOn: of }) => {
    const reminder = await uow.lock(Reminder, reminderId);
    if (reminder.state !== 'waiting') return;
    if (of !== '' && of !== reminder.departsOn) return; // the order has moved: another message comes for its new day
    if (isTooLate(reminder, uow.now)) {
      reminder.state = 'too-late';
      return;
    }
    const { productName, departsOn, returnsOn } = reminder;
    const letter = queueLetter(uow, 'departure-reminder', reminder, { productName, departsOn, returnsOn });
    reminder.state = 'sent';
    reminder.deliveryId = letter.id;
  },
);
