import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { roleErrors } from '../roles/errors.ts';
import { findUnknownRole } from '../roles/give-roles.ts';
import { Course, courseByCode, CourseCode, CourseContent, courseView, CourseView } from './course.ts';

const Definition = Type.Object({ code: CourseCode, ...CourseContent.properties });

/** @throws identity/no-such-role */
async function checkRolesExist(uow: UnitOfWork, roles: readonly string[]): Promise<void> {
  const unknown = await findUnknownRole(uow, roles);
  if (unknown !== undefined) throw roleErrors.noSuchRole({ role: unknown });
}

const told = ({ id, code, roles, mandatory }: Course) => ({ courseId: id, code, roles, mandatory });

const defineCourse = command(
  { permission: 'identity.course.define' },
  async (uow, input: Static<typeof Definition>) => {
    await checkRolesExist(uow, input.roles);
    const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
    const course = uow.add(uow.em.create(Course, { ...created, ...input }));
    uow.publish(course, events.courseDefined, told(course));
    return courseView(course);
  },
);

/** What was passed before keeps the validity it was given. */
const changeCourse = command(
  { permission: 'identity.course.define' },
  async (
    uow,
    { code, version, content }: { code: string; version: number; content: Static<typeof CourseContent> },
  ) => {
    await checkRolesExist(uow, content.roles);
    const course = await uow.lock(Course, { code }, version);
    Object.assign(course, content);
    uow.publish(course, events.courseChanged, told(course));
    return courseView(course);
  },
);

const listCourses = query({ permission: 'identity.course.read' }, async (uow, _input: object) => {
  const courses = await uow.find(Course, {});
  return { courses: courses.toSorted((one, other) => (one.code < other.code ? -1 : 1)).map(courseView) };
});

const getCourse = query({ permission: 'identity.course.read' }, async (uow, code: string) =>
  courseView(await courseByCode(uow, code)),
);

const params = Type.Object({ code: CourseCode });

export const courseRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/courses',
    summary: 'Define a course',
    access: 'identity.course.define',
    body: Definition,
    result: CourseView,
    status: 201,
    handle: (call, { body }) => defineCourse(call, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/courses/:code',
    summary: 'Change a course',
    access: 'identity.course.define',
    params,
    body: CourseContent,
    result: CourseView,
    versioned: true,
    handle: (call, { params: { code }, body: content, version }) =>
      changeCourse(call, { code, version, content }),
  }),
  route({
    method: 'GET',
    path: '/v1/courses',
    summary: 'All courses of the agency',
    access: 'identity.course.read',
    result: Type.Object({ courses: Type.Array(CourseView) }),
    handle: (call) => listCourses(call, {}),
  }),
  route({
    method: 'GET',
    path: '/v1/courses/:code',
    summary: 'One course',
    access: 'identity.course.read',
    params,
    result: CourseView,
    handle: (call, { params: { code } }) => getCourse(call, code),
  }),
];
