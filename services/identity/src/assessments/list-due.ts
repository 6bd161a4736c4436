import { daysBetween } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { Id, LocalDate, Next, page, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyToday } from '../agencies/agency-today.ts';
import { CourseCode } from '../courses/course.ts';
import { certificateStates, stateOf } from './certificate-state.ts';

const Query = Type.Object({
  ...page,
  within: Type.Integer({ minimum: 0, maximum: 366, default: 30, description: 'Days' }),
  branchId: Type.Optional(Id),
});

const Due = Type.Object(
  {
    userId: Id,
    branchId: Id,
    courses: Type.Array(
      Type.Object({
        course: CourseCode,
        state: Type.Enum([...certificateStates]),
        validUntil: Type.Union([LocalDate, Type.Null()]),
      }),
    ),
  },
  { title: 'TrainingDue' },
);

interface Row {
  readonly userId: string;
  readonly branchId: string;
  readonly course: string;
  readonly validUntil: string | null;
}

/** Active people whose roles make a course mandatory or ask for it, and whose certificate is missing, has ended or ends soon. */
const dueSql = `
  select users.id, users.branch_id, courses.code,
    (select max(valid_until) from identity.assessments
     where agency_id = users.agency_id and user_id = users.id and course_id = courses.id) as valid_until
  from identity.users join identity.courses on courses.agency_id = users.agency_id
  where users.agency_id = ? and users.active and (?::uuid is null or users.branch_id = ?) and (?::uuid is null or users.id > ?)
    and ((courses.mandatory and courses.roles && users.roles)
      or exists (select from identity.role_requirements requirement
           join identity.role_requirement_courses asked on asked.agency_id = requirement.agency_id and asked.requirement_id = requirement.id
         where requirement.agency_id = users.agency_id and asked.course_id = courses.id and requirement.role = any (users.roles)))`;

const listDue = query(
  { permission: 'identity.training.read' },
  async (uow, { limit, after, within, branchId }: Static<typeof Query>) => {
    const today = await agencyToday(uow);
    const rows = await uow.rows<Row>(
      `select id as "userId", branch_id as "branchId", code as course, valid_until::text as "validUntil" from (
         select *, dense_rank() over (order by id) as person from (${dueSql}) as all_of_them
         where valid_until is null or valid_until <= ?::date + ?::integer
       ) as due where person <= ?::integer order by id, code`,
      [
        uow.agencyId,
        branchId ?? null,
        branchId ?? null,
        after ?? null,
        after ?? null,
        today,
        within,
        limit + 1,
      ],
    );
    const people = [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, group]) => ({
      userId,
      branchId: group[0]?.branchId ?? '',
      courses: group.map(({ course, validUntil }) => ({
        course,
        state: stateOf(validUntil === null ? null : daysBetween(today, validUntil), within),
        validUntil,
      })),
    }));
    const due = people.slice(0, limit);
    return { due, next: people.length > limit ? (due.at(-1)?.userId ?? null) : null };
  },
);

export const listDueRoute = () =>
  route({
    method: 'GET',
    path: '/v1/training/due',
    summary: 'Who lacks a course they need, or soon will',
    access: 'identity.training.read',
    query: Query,
    result: Type.Object({ due: Type.Array(Due), next: Next }),
    handle: (call, { query: input }) => listDue(call, input),
  });
