import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Course, CourseCode } from '../../courses/course.ts';
import { courseErrors } from '../../courses/errors.ts';
import { administrates, keepAdministrator } from '../../users/administrators.ts';
import { findUnknownRole, grantsOfRoles } from '../give-roles.ts';

const whenExpired = ['warn', 'suspend'] as const;

/** What an agency asks of those who hold a role; none is there as long as it asks for nothing. */
export const RoleRequirement = defineEntity({
  name: 'RoleRequirement',
  tableName: 'role_requirements',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    role: p.string(),
    whenExpired: p.string().$type<(typeof whenExpired)[number]>(),
    version: p.integer(),
  },
});

type RoleRequirement = InferEntity<typeof RoleRequirement>;

const Body = Type.Object({
  courses: Type.Array(CourseCode, { maxItems: 20, uniqueItems: true }),
  whenExpired: Type.Enum([...whenExpired], {
    default: 'warn',
    description: "warn: the holder keeps the role; suspend: the role's grants go with the certificate",
  }),
});

const View = Type.Object(
  { role: Type.String(), ...Body.properties, version: Version },
  { title: 'RequiredCourses' },
);

const getRequired = query({ permission: 'identity.role.read' }, async (uow, role: string) => {
  if ((await findUnknownRole(uow, [role])) !== undefined) throw requestErrors.notFound();
  const [known] = await uow.find(RoleRequirement, { role });
  if (!known) return { role, courses: [], whenExpired: 'warn' as const, version: 1 };
  const rows = await uow.rows<{ code: string }>(
    `select code from identity.role_requirement_courses asked join identity.courses on courses.agency_id = asked.agency_id and id = course_id
     where asked.agency_id = ? and requirement_id = ? order by code`,
    [uow.agencyId, known.id],
  );
  const courses = rows.map(({ code }) => code);
  return { role, courses, whenExpired: known.whenExpired, version: known.version };
});

type Required = Static<typeof Body> & { readonly role: string; readonly version: number };

const setRequired = command(
  { permission: 'identity.role.require-courses' },
  async (uow, { role, courses: codes, whenExpired: then, version }: Required) => {
    if ((await findUnknownRole(uow, [role])) !== undefined) throw requestErrors.notFound();
    // An agency whose administrators all lost their role could not give it back to them.
    if (then === 'suspend' && administrates(await grantsOfRoles(uow, [role])))
      throw courseErrors.administratorsKeepAccess();
    const courses = await coursesOf(uow, codes);
    const requirement = await lockRequirement(uow, role, version);
    requirement.whenExpired = then;
    const courseIds = courses.map(({ id }) => id);
    uow.publish(requirement, events.roleRequirementChanged, { role, courseIds, whenExpired: then });
    await uow.em.flush(); // its courses refer to the requirement
    await uow.rows(
      'delete from identity.role_requirement_courses where agency_id = ? and requirement_id = ?',
      [uow.agencyId, requirement.id],
    );
    for (const courseId of courseIds)
      await uow.rows(
        'insert into identity.role_requirement_courses (agency_id, requirement_id, course_id) values (?, ?, ?)',
        [uow.agencyId, requirement.id, courseId],
      );
    const after = { role, courses: codes.toSorted(), whenExpired: then };
    uow.audit({ objectType: 'RoleRequirement', objectId: requirement.id, change: 'update', after });
    await keepAdministrator(uow);
    return { ...after, version: requirement.version };
  },
);

async function coursesOf(uow: UnitOfWork, codes: readonly string[]): Promise<Course[]> {
  const courses = await uow.find(Course, { code: { $in: [...codes] } });
  const unknown = codes.find((code) => !courses.some((course) => course.code === code));
  if (unknown !== undefined) throw courseErrors.noSuchCourse({ course: unknown });
  return courses;
}

/** Version 1 is built in: nothing is asked for. */
async function lockRequirement(uow: UnitOfWork, role: string, version: number): Promise<RoleRequirement> {
  const [row] = await uow.rows<{ id: string }>(
    'select id from identity.role_requirements where agency_id = ? and role = ?',
    [uow.agencyId, role],
  );
  if (row) return uow.lock(RoleRequirement, row.id, version);
  if (version !== 1) throw requestErrors.staleVersion({ current: 1 });
  const { agencyId } = uow;
  return uow.add(
    uow.em.create(RoleRequirement, { agencyId, id: newId(), role, whenExpired: 'warn', version: 1 }),
  );
}

const params = Type.Object({ code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' }) });

export const requiredCourseRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/roles/:code/required-courses',
    summary: 'The valid courses a role asks for',
    access: 'identity.role.read',
    params,
    result: View,
    handle: (call, { params: { code } }) => getRequired(call, code),
  }),
  route({
    method: 'PUT',
    path: '/v1/roles/:code/required-courses',
    summary: 'Say which valid courses a role asks for, and what becomes of it when one runs out',
    access: 'identity.role.require-courses',
    params,
    body: Body,
    result: View,
    versioned: true,
    handle: (call, { params: { code: role }, body, version }) =>
      setRequired(call, { role, version, ...body }),
  }),
];
