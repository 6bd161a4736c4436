import { events } from '@yitu/contracts';
import { preparedReaction, reaction } from '@yitu/messaging';
import type { Call } from '@yitu/persistence';
import { queueStaffLetter } from '../deliveries/delivery.ts';
import type { Post } from '../deliveries/on-delivery-due/send.ts';
import { putIntoInbox, settleInbox } from './inbox-item.ts';

/**
 * Members of staff learn of a security incident in their inbox and by a letter. The event names it by its id; what kind it is, in both languages,
 * is asked of identity. Its title is only asked for when the letter is sent: people may be named there.
 */
const onStaffNotified = ({ database, clock, neighbours }: Post) =>
  preparedReaction(
    events.incidentStaffNotified,
    ({ incidentId }, { agencyid: agencyId }) => {
      const principal = { kind: 'service', service: 'notifications', agencyId } as const;
      const call: Call = { database, clock, principal };
      return neighbours.incident(call, incidentId);
    },
    async (uow, { incidentId: aboutId, severity, colleagues }, _envelope, { kindName }) => {
      for (const { userId, branchId } of colleagues) {
        const facts = { kindName, severity };
        const to = { userId };
        putIntoInbox(uow, { template: 'incident-notice', aboutId, branchId, facts, to });
        const about = { aboutId, userId, branchId };
        queueStaffLetter(uow, 'incident-alert', about, { incidentId: aboutId });
      }
    },
  );

export const followIncidents = (post: Post) => [
  onStaffNotified(post),
  reaction(events.incidentClosed, (uow, { incidentId }) => settleInbox(uow, incidentId)),
];
