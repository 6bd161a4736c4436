import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** What staff of some roles have to learn and are assessed in. */
export const Course = defineEntity({
  name: 'Course',
  tableName: 'courses',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    code: p.string(),
    name: p.json<{ zh: string; en: string }>(),
    /** Whom it is for. */
    roles: p.array(),
    passingScore: p.integer(),
    /** Calendar months a passed assessment is good for. */
    validityMonths: p.integer(),
    /** Whether everybody with one of its roles has to pass it. */
    mandatory: p.boolean(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Course = InferEntity<typeof Course>;

export const CourseCode = Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,30}$' });

export const CourseContent = Type.Object({
  name: LocalText,
  roles: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50, uniqueItems: true }),
  passingScore: Type.Integer({ minimum: 1, maximum: 100 }),
  validityMonths: Type.Integer({ minimum: 1, maximum: 120 }),
  mandatory: Type.Boolean(),
});

export const CourseView = Type.Object(
  { id: Id, code: CourseCode, ...CourseContent.properties, version: Version, createdAt: InstantText },
  { title: 'Course' },
);

export const courseView = (course: Course): Static<typeof CourseView> => ({
  id: course.id,
  code: course.code,
  name: course.name,
  roles: course.roles,
  passingScore: course.passingScore,
  validityMonths: course.validityMonths,
  mandatory: course.mandatory,
  version: course.version,
  createdAt: course.createdAt.toString(),
});

/** @throws request/not-found */
export async function courseByCode(uow: UnitOfWork, code: string): Promise<Course> {
  const [course] = await uow.find(Course, { code });
  if (!course) throw requestErrors.notFound();
  return course;
}
