import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, InstantType, query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, Next, page, pageOf, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyToday } from '../agencies/agency-today.ts';
import { courseErrors } from './errors.ts';
import { incidentErrors } from '../incidents/errors.ts';
import { User } from '../users/user.ts';
import { Course, courseByCode, CourseCode } from './course.ts';

/** One day a course was given. */
export const Training = defineEntity({
  name: 'Training',
  tableName: 'trainings',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    courseId: p.uuid(),
    heldOn: p.date(),
    recordedBy: p.uuid(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

type Training = InferEntity<typeof Training>;

const Attendees = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true });

const TrainingView = Type.Object(
  {
    id: Id,
    course: CourseCode,
    heldOn: LocalDate,
    attendees: Type.Array(Id, { description: 'Who attended, as far as one may see them' }),
    version: Version,
  },
  { title: 'Training' },
);

async function viewOf(uow: UnitOfWork, training: Training, course: string) {
  const rows = await uow.rows<{ userId: string }>(
    'select user_id as "userId" from identity.training_attendance where agency_id = ? and training_id = ? order by user_id',
    [uow.agencyId, training.id],
  );
  const { id, heldOn, version } = training;
  return { id, course, heldOn, attendees: rows.map(({ userId }) => userId), version };
}

/** @throws identity/no-such-user for people who are not there or beyond the reach of the permission */
async function attend(uow: UnitOfWork, trainingId: string, userIds: readonly string[]): Promise<void> {
  const known = await uow.find(User, { id: { $in: [...userIds] } });
  if (known.length < userIds.length) throw incidentErrors.noSuchUser();
  uow.audit({ objectType: 'Training', objectId: trainingId, change: 'update', after: { userIds } });
  for (const userId of userIds)
    await uow.rows(
      'insert into identity.training_attendance (agency_id, training_id, user_id) values (?, ?, ?) on conflict do nothing',
      [uow.agencyId, trainingId, userId],
    );
}

interface Held {
  readonly code: string;
  readonly heldOn: string;
  readonly userIds: string[];
}

const holdTraining = command(
  { permission: 'identity.training.record' },
  async (uow, { code, heldOn, userIds }: Held) => {
    const course = await courseByCode(uow, code);
    if (heldOn > (await agencyToday(uow))) throw courseErrors.notYet();
    const training = uow.add(
      uow.em.create(Training, {
        agencyId: uow.agencyId,
        id: newId(),
        courseId: course.id,
        heldOn,
        recordedBy: uow.userId,
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(training, events.trainingHeld, {
      trainingId: training.id,
      courseId: course.id,
      heldOn,
      userIds,
    });
    await uow.em.flush(); // attendance refers to its training
    await attend(uow, training.id, userIds);
    return viewOf(uow, training, code);
  },
);

const noteAttendance = command(
  { permission: 'identity.training.record' },
  async (uow, { trainingId, userIds }: { trainingId: string; userIds: string[] }) => {
    const training = await uow.lock(Training, trainingId);
    const { courseId } = training;
    uow.publish(training, events.trainingAttended, { trainingId, courseId, userIds });
    await attend(uow, trainingId, userIds);
    const { code } = await uow.get(Course, courseId);
    return viewOf(uow, training, code);
  },
);

const Query = Type.Object(page);

const listTrainings = query(
  { permission: 'identity.training.read' },
  async (uow, { code, limit, after }: { code: string } & Static<typeof Query>) => {
    const course = await courseByCode(uow, code);
    const rows = await uow.rows<{ id: string }>(
      `select id from identity.trainings where agency_id = ? and course_id = ? and (?::uuid is null or id < ?) order by id desc limit ?`,
      [uow.agencyId, course.id, after ?? null, after ?? null, limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    const trainings: Static<typeof TrainingView>[] = [];
    for (const { id } of items) trainings.push(await viewOf(uow, await uow.get(Training, id), code));
    return { trainings, next };
  },
);

export const trainingRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/courses/:code/trainings',
    summary: 'Record that a course was given, and who attended',
    access: 'identity.training.record',
    params: Type.Object({ code: CourseCode }),
    body: Type.Object({ heldOn: LocalDate, userIds: Attendees }),
    result: TrainingView,
    status: 201,
    handle: (call, { params: { code }, body }) => holdTraining(call, { code, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/trainings/:trainingId/attendance',
    summary: 'Record who else attended',
    access: 'identity.training.record',
    params: Type.Object({ trainingId: Id }),
    body: Type.Object({ userIds: Attendees }),
    result: TrainingView,
    status: 201,
    handle: (call, { params: { trainingId }, body }) => noteAttendance(call, { trainingId, ...body }),
  }),
  route({
    method: 'GET',
    path: '/v1/courses/:code/trainings',
    summary: 'When a course was given, newest first',
    access: 'identity.training.read',
    params: Type.Object({ code: CourseCode }),
    query: Query,
    result: Type.Object({ trainings: Type.Array(TrainingView), next: Next }),
    handle: (call, { params: { code }, query: input }) => listTrainings(call, { code, ...input }),
  }),
];
