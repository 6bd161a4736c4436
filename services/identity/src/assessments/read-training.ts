import { daysBetween, type Texts } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyToday } from '../agencies/agency-today.ts';
import { CourseCode } from '../courses/course.ts';
import { lapsedRolesOf } from '../roles/required-courses/lapsed-roles.ts';
import { User } from '../users/user.ts';
import { Assessment, assessmentView, AssessmentView } from './assessment.ts';
import { certificateStates, stateOf } from './certificate-state.ts';

const Part = Type.Object(
  {
    course: CourseCode,
    name: LocalText,
    mandatory: Type.Boolean({ description: 'Everybody with one of its roles has to pass it' }),
    requiredBy: Type.Array(Type.String(), { description: 'Roles of theirs that ask for it' }),
    state: Type.Enum([...certificateStates]),
    validUntil: Type.Union([LocalDate, Type.Null()]),
    attendedOn: Type.Array(LocalDate),
    assessments: Type.Array(AssessmentView),
  },
  { title: 'TrainingInCourse' },
);

const TrainingOf = Type.Object(
  {
    userId: Id,
    lapsedRoles: Type.Array(Type.String(), { description: 'Roles whose grants are gone with a certificate' }),
    courses: Type.Array(Part),
  },
  { title: 'TrainingOfUser' },
);

interface Row {
  readonly id: string;
  readonly course: string;
  readonly name: Texts;
  readonly mandatory: boolean;
  readonly requiredBy: string[];
  readonly validUntil: string | null;
  readonly attendedOn: string[];
}

/** The courses that are for one of a person's roles, and those they took part in anyway. */
const coursesSql = `
  select courses.id, code as course, name, mandatory and courses.roles && users.roles as mandatory,
    array(select role from identity.role_requirements requirement
            join identity.role_requirement_courses asked on asked.agency_id = requirement.agency_id and requirement_id = requirement.id
          where requirement.agency_id = users.agency_id and course_id = courses.id and role = any (users.roles) order by role) as "requiredBy",
    (select max(valid_until)::text from identity.assessments
     where agency_id = users.agency_id and user_id = users.id and course_id = courses.id) as "validUntil",
    array(select held_on::text from identity.training_attendance attendance
            join identity.trainings on trainings.agency_id = attendance.agency_id and trainings.id = training_id
          where attendance.agency_id = users.agency_id and user_id = users.id and course_id = courses.id order by held_on) as "attendedOn",
    courses.roles && users.roles as meant,
    exists (select from identity.assessments
            where agency_id = users.agency_id and user_id = users.id and course_id = courses.id) as assessed
  from identity.users join identity.courses on courses.agency_id = users.agency_id
  where users.agency_id = ? and users.id = ?`;

const trainingOf = query(
  { permission: 'identity.training.read' },
  async (uow, userId: string): Promise<Static<typeof TrainingOf>> => {
    await uow.get(User, userId);
    const today = await agencyToday(uow);
    const rows = await uow.rows<Row>(
      `select * from (${coursesSql}) as one where meant or assessed or cardinality("requiredBy") > 0 or cardinality("attendedOn") > 0 order by course`,
      [uow.agencyId, userId],
    );
    const assessments = await uow.find(Assessment, { userId });
    const [lapsed] = await uow.rows<{ roles: string[] }>(
      `select ${lapsedRolesOf('?::timestamptz')} as roles from identity.users where agency_id = ? and id = ?`,
      [uow.now.toString(), uow.agencyId, userId],
    );
    const courses = rows.map(({ id, course, name, mandatory, requiredBy, validUntil, attendedOn }) => ({
      course,
      name,
      mandatory,
      requiredBy,
      state: stateOf(validUntil === null ? null : daysBetween(today, validUntil)),
      validUntil,
      attendedOn,
      assessments: assessments
        .filter(({ courseId }) => courseId === id)
        .toSorted((one, other) => (one.assessedOn < other.assessedOn ? 1 : -1))
        .map(assessmentView),
    }));
    return { userId, lapsedRoles: lapsed?.roles ?? [], courses };
  },
);

export const readTrainingRoute = () =>
  route({
    method: 'GET',
    path: '/v1/users/:userId/training',
    summary: 'What a member of staff has learnt, and what is still missing',
    access: 'identity.training.read',
    params: Type.Object({ userId: Id }),
    result: TrainingOf,
    handle: (call, { params: { userId } }) => trainingOf(call, userId),
  });
