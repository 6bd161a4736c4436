import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Course } from '../courses/course.ts';
import { rolesThatLapse } from '../roles/required-courses/lapsed-roles.ts';
import { publishAccessChange } from '../users/change-access.ts';
import { User } from '../users/user.ts';
import { Assessment } from './assessment.ts';

/** Whether a later certificate of the same course has taken this one's place. */
async function isSuperseded(
  uow: UnitOfWork,
  { id, userId, courseId, validUntil }: Assessment,
): Promise<boolean> {
  const [row] = await uow.rows<{ superseded: boolean }>(
    `select exists (select from identity.assessments where agency_id = ? and user_id = ? and course_id = ?
       and (valid_until, id) > (?::date, ?::uuid)) as superseded`,
    [uow.agencyId, userId, courseId, validUntil ?? null, id],
  );
  return row?.superseded === true;
}

/** Thirty days before its end a certificate's holder is told, unless they have renewed it or are no longer there. */
const onReminderDue = reaction(events.assessmentReminderDue, async (uow, { assessmentId }) => {
  const assessment = await uow.lock(Assessment, assessmentId);
  const { userId, courseId, validUntil } = assessment;
  const user = await uow.get(User, userId);
  if (!user.active || (await isSuperseded(uow, assessment))) return;
  const { name: courseName } = await uow.get(Course, courseId);
  uow.publish(assessment, events.assessmentExpiring, {
    assessmentId,
    courseId,
    colleague: { userId, branchId: user.branchId },
    validUntil: validUntil ?? '',
    courseName,
  });
});

/** A certificate has ended: where a role falls with it, what other services remember of its holder is no longer true. */
const onExpiryDue = reaction(events.assessmentExpiryDue, async (uow, { assessmentId }) => {
  const assessment = await uow.lock(Assessment, assessmentId);
  if (await isSuperseded(uow, assessment)) return;
  const { userId, courseId } = assessment;
  uow.publish(assessment, events.assessmentExpired, { assessmentId, courseId, userId });
  const roles = await rolesThatLapse(uow, courseId);
  const user = await uow.lock(User, userId);
  if (user.roles.some((role) => roles.includes(role))) publishAccessChange(uow, user);
});

export const followCertificates = [onReminderDue, onExpiryDue];
