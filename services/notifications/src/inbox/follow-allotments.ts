import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { textOf } from '../amounts.ts';
import { putIntoInbox } from './inbox-item.ts';

/** Whoever may see allotments learns that unused units went back to their supplier. An allotment is the whole agency's. */
const onAllotmentReleased = reaction(
  events.allotmentReleased,
  (uow, { allotmentId: aboutId, dates, name, contractNumber }) => {
    const days = dates.map(({ date }) => date).toSorted();
    const [from = '', until = from] = [days[0], days.at(-1)];
    const units = dates.reduce((sum, { quantity }) => sum + quantity, 0);
    putIntoInbox(uow, {
      ...{ template: 'allotment-released', aboutId, branchId: null },
      facts: { unitName: textOf(name), contractNumber, units, from, until },
      to: { permission: 'booking.allotment.read' },
      done: true,
    });
  },
);

/** The inbox tells what became of allotments. */
export const followAllotments = [onAllotmentReleased];
