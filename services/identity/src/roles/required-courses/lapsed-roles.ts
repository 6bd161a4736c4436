import type { UnitOfWork } from '@yitu/persistence';

/**
 * SQL of an array: the roles of a row of `users` that its person may not use now, because a certificate they ask for has run out and the
 * agency has said that the role's grants go with it. Who never had the certificate keeps the role: they got it before it asked for one.
 * @param now SQL of the present instant
 */
export const lapsedRolesOf = (now: string): string => `array(
  select distinct requirement.role from identity.role_requirements requirement
    join identity.role_requirement_courses asked on asked.agency_id = requirement.agency_id and asked.requirement_id = requirement.id
  where requirement.agency_id = users.agency_id and requirement.when_expired = 'suspend' and requirement.role = any (users.roles)
    and (select max(valid_until) from identity.assessments
         where agency_id = users.agency_id and user_id = users.id and course_id = asked.course_id)
      < (${now} at time zone (select time_zone from identity.agencies where agency_id = users.agency_id))::date)`;

/** The roles that fall when a certificate of the course runs out. */
export async function rolesThatLapse(uow: UnitOfWork, courseId: string): Promise<string[]> {
  const rows = await uow.rows<{ role: string }>(
    `select role from identity.role_requirements requirement
       join identity.role_requirement_courses asked on asked.agency_id = requirement.agency_id and asked.requirement_id = requirement.id
     where requirement.agency_id = ? and course_id = ? and when_expired = 'suspend'`,
    [uow.agencyId, courseId],
  );
  return rows.map(({ role }) => role);
}
