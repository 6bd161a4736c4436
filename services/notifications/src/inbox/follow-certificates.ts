import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { textOf } from '../amounts.ts';
import { changeItems, putIntoInbox } from './inbox-item.ts';

/** Whose certificate runs out soon finds it in their inbox. */
const onAssessmentExpiring = reaction(events.assessmentExpiring, async (uow, assessment) => {
  const { assessmentId: aboutId, courseId, colleague, validUntil, courseName } = assessment;
  if (!colleague) return;
  const { userId, branchId } = colleague;
  const facts = { courseId, courseName: textOf(courseName), validUntil };
  putIntoInbox(uow, { template: 'certificate-expiring', aboutId, branchId, facts, to: { userId } });
});

/** Whoever has passed again has done what they were reminded of. */
const onAssessmentRecorded = reaction(
  events.assessmentRecorded,
  async (uow, { userId, courseId, passed }) => {
    if (!passed) return;
    await changeItems(
      uow,
      `update notifications.inbox_items set done_at = ? where agency_id = ? and user_id = ? and template = 'certificate-expiring'
         and done_at is null and facts ->> 'courseId' = ?`,
      [uow.now.toString(), uow.agencyId, userId, courseId],
    );
  },
);

export const followCertificates = [onAssessmentExpiring, onAssessmentRecorded];
