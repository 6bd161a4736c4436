import { events } from '@yitu/contracts';
import { newId, today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Agency } from '../../agencies/agency.ts';
import { courseByCode, CourseCode } from '../../courses/course.ts';
import { rolesThatLapse } from '../../roles/required-courses/lapsed-roles.ts';
import { publishAccessChange } from '../../users/change-access.ts';
import { User } from '../../users/user.ts';
import { Assessment, assessmentView, AssessmentView } from '../assessment.ts';
import { decideAssessment, expiryAt, reminderAt } from './decide.ts';

interface Recorded {
  readonly code: string;
  readonly userId: string;
  readonly score: number;
  readonly assessedOn?: string | undefined;
}

const recordAssessment = command(
  { permission: 'identity.training.record' },
  async (uow, { code, userId, score, assessedOn: given }: Recorded) => {
    const course = await courseByCode(uow, code);
    await uow.get(User, userId); // within reach of the permission
    const { timeZone } = await uow.get(Agency, uow.agencyId);
    const now = today(uow.now, timeZone);
    const assessedOn = given ?? now;
    const attempt = { assessorId: uow.userId, userId, score, assessedOn, today: now };
    const { passed, validUntil } = decideAssessment(attempt, course);
    const assessment = uow.add(
      uow.em.create(Assessment, {
        agencyId: uow.agencyId,
        id: newId(),
        courseId: course.id,
        userId,
        assessedOn,
        score,
        passingScore: course.passingScore,
        passed,
        validUntil,
        recordedBy: uow.userId,
        recordedAt: uow.now,
        version: 0,
      }),
    );
    uow.publish(assessment, events.assessmentRecorded, {
      assessmentId: assessment.id,
      courseId: course.id,
      userId,
      passed,
      validUntil: validUntil ?? '',
    });
    if (validUntil !== null) await follow(uow, assessment, validUntil, timeZone);
    return assessmentView(assessment);
  },
);

/** A certificate ends by itself; until then it may give back what an older one's end has taken. */
async function follow(
  uow: UnitOfWork,
  { id: assessmentId, userId, courseId }: Assessment,
  validUntil: string,
  zone: string,
): Promise<void> {
  const data = { assessmentId };
  uow.publishLater(assessmentId, events.assessmentReminderDue, data, reminderAt(validUntil, zone));
  uow.publishLater(assessmentId, events.assessmentExpiryDue, data, expiryAt(validUntil, zone));
  const roles = await rolesThatLapse(uow, courseId);
  const user = await uow.lock(User, userId);
  if (user.roles.some((role) => roles.includes(role))) publishAccessChange(uow, user);
}

export const recordAssessmentRoute = () =>
  route({
    method: 'POST',
    path: '/v1/courses/:code/assessments',
    summary: 'Record what somebody scored in a course',
    access: 'identity.training.record',
    params: Type.Object({ code: CourseCode }),
    body: Type.Object({
      userId: Id,
      score: Type.Integer({ minimum: 0, maximum: 100 }),
      assessedOn: Type.Optional(LocalDate),
    }),
    result: AssessmentView,
    status: 201,
    handle: (call, { params: { code }, body }) => recordAssessment(call, { code, ...body }),
  });
