import type { Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { agencyToday } from '../../agencies/agency-today.ts';
import { courseErrors } from '../../courses/errors.ts';
import { decideRequired, type RequiredCourse } from './decide.ts';

/**
 * Whether somebody has the valid courses that roles they are to be given ask for.
 * @param userId undefined for somebody who has no account yet: they can have passed nothing
 * @param field where the roles stand in the request
 * @throws identity/course-required naming each course and what is missing
 */
export async function requireCourses(
  uow: UnitOfWork,
  userId: string | undefined,
  roles: readonly string[],
  field = '/body/roles',
): Promise<void> {
  const required = await uow.rows<RequiredCourse & { name: Texts }>(
    `select requirement.role, courses.code, courses.name, (
       select max(valid_until)::text from identity.assessments
       where agency_id = courses.agency_id and course_id = courses.id and user_id = ?::uuid) as "validUntil"
     from identity.role_requirements requirement
       join identity.role_requirement_courses asked on asked.agency_id = requirement.agency_id and asked.requirement_id = requirement.id
       join identity.courses on courses.agency_id = asked.agency_id and courses.id = asked.course_id
     where requirement.agency_id = ? and requirement.role = any (string_to_array(?, ',')) order by requirement.role, courses.code`,
    [userId ?? null, uow.agencyId, roles.join(',')],
  );
  const fields = decideRequired(required, await agencyToday(uow)).map((problem) => ({ ...problem, field }));
  const [first] = fields;
  if (!first) return;
  const courses = [...new Set(fields.map(({ course }) => course))].join(', ');
  throw courseErrors.courseRequired({ role: first.role, courses }, { fields });
}
