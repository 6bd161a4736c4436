import { fixedClock, newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// 29 February at noon in Shanghai.
const start = '2028-02-29T04:00:00Z';
const clock = fixedClock(start);
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'], clock });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const firstAid = {
  code: 'FIRST-AID',
  name: { zh: '急救', en: 'First aid' },
  roles: ['guide'],
  passingScore: 80,
  validityMonths: 12,
  mandatory: true,
};

interface Person {
  readonly id: string;
  readonly version: number;
}

interface Due {
  readonly due: { userId: string; courses: { course: string; state: string; validUntil: string | null }[] }[];
  readonly next: string | null;
}

/** An agency with the course; time starts anew. */
async function agencyWithCourse(changes: object = {}): Promise<TestAgency> {
  clock.set(start);
  const agency = await world.foundAgency();
  const defined = await agency.administrator.post(url('/courses'), { ...firstAid, ...changes });
  expect(defined).toMatchObject({ status: 201, body: { code: 'FIRST-AID', version: 1 } });
  return agency;
}

const assess = (by: Staff, userId: string, score = 90, more: object = {}) =>
  by.post(url('/courses/FIRST-AID/assessments'), { userId, score, ...more });
const training = (by: Staff, userId: string) =>
  by.get<{ lapsedRoles: string[]; courses: Record<string, unknown>[] }>(url(`/users/${userId}/training`));
const due = async (by: Staff, query = '') => (await by.get<Due>(url(`/training/due${query}`))).body.due;
const require = (agency: TestAgency, role: string, whenExpired = 'warn', version = 1) =>
  agency.administrator.put(
    url(`/roles/${role}/required-courses`),
    { courses: ['FIRST-AID'], whenExpired },
    version,
  );
const told = async (agency: TestAgency, what: string) => {
  const { rows } = await world.admin.query<{ data: Record<string, unknown> }>(
    `select envelope::jsonb -> 'data' as data from identity.outbox
     where agency_id = $1 and subject like '%.identity.' || $2 || '.v1' order by occurred_at, id`,
    [agency.id, what],
  );
  return rows.map(({ data }) => data);
};
/** Until all timers that are due have been processed. */
const timersApplied = (agency: TestAgency, count: number) =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      `select from identity.inbox where agency_id = $1 and type like 'identity.assessment.%-due.v1'`,
      [agency.id],
    );
    expect(rows).toHaveLength(count);
  });

describe('courses', () => {
  it('are defined by administrators, for roles there are, once for each code', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    expect(await administrator.post(url('/courses'), firstAid)).toMatchObject({
      status: 409,
      body: { code: 'identity/course-code-taken' },
    });
    const other = { ...firstAid, code: 'OTHER', roles: ['king'] };
    expect(await administrator.post(url('/courses'), other)).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-role' },
    });
    const { code: _code, ...content } = firstAid;
    const changed = { ...content, passingScore: 60 };
    expect(await administrator.put(url('/courses/FIRST-AID'), changed, 1)).toMatchObject({
      status: 200,
      body: { passingScore: 60, version: 2 },
    });
    expect((await administrator.put(url('/courses/FIRST-AID'), content, 1)).status).toBe(412);
    const sales = await agency.staff('sales');
    expect((await sales.put(url('/courses/FIRST-AID'), content, 2)).status).toBe(403);
    expect((await sales.get(url('/courses'))).body).toMatchObject({ courses: [{ code: 'FIRST-AID' }] });
    const elsewhere = await world.foundAgency();
    expect((await elsewhere.administrator.get(url('/courses/FIRST-AID'))).status).toBe(404);
  });
});

describe('training', () => {
  it('shows who attended, what they scored and until when it is good', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const [guide, sales] = [await agency.staff('guide'), await agency.staff('sales')];
    const held = { heldOn: '2028-02-28', userIds: [guide.userId] };
    const first = await administrator.post<Person>(url('/courses/FIRST-AID/trainings'), held);
    expect(first).toMatchObject({ status: 201, body: { heldOn: '2028-02-28', attendees: [guide.userId] } });
    const more = await administrator.post(url(`/trainings/${first.body.id}/attendance`), {
      userIds: [sales.userId],
    });
    expect(more).toMatchObject({ status: 201, body: { version: 2 } });
    expect((await assess(administrator, guide.userId, 79)).body).toMatchObject({
      passed: false,
      validUntil: null,
    });
    expect((await training(guide, guide.userId)).body.courses).toMatchObject([
      { state: 'missing', mandatory: true },
    ]);
    const passed = await assess(administrator, guide.userId, 80);
    expect(passed).toMatchObject({ status: 201, body: { passed: true, validUntil: '2029-02-28' } });
    expect((await training(guide, guide.userId)).body).toMatchObject({
      lapsedRoles: [],
      courses: [
        {
          course: 'FIRST-AID',
          state: 'valid',
          validUntil: '2029-02-28',
          attendedOn: ['2028-02-28'],
          assessments: [{ score: 79 }, { score: 80, recordedBy: administrator.userId }].map(
            (one) => expect.objectContaining(one) as unknown,
          ),
        },
      ],
    });
    expect((await training(sales, sales.userId)).body.courses).toMatchObject([
      { state: 'missing', mandatory: false, attendedOn: ['2028-02-28'] },
    ]);
    const { body } = await administrator.get(url('/courses/FIRST-AID/trainings'));
    expect(body).toMatchObject({
      trainings: [{ attendees: expect.arrayContaining([sales.userId]) as unknown }],
    });
  });

  it('is recorded by somebody else, and not before it took place', async () => {
    const { administrator } = await agencyWithCourse();
    expect(await assess(administrator, administrator.userId)).toMatchObject({
      status: 409,
      body: { code: 'identity/own-assessment' },
    });
    const userIds = [administrator.userId];
    for (const answer of [
      await administrator.post(url('/courses/FIRST-AID/trainings'), { heldOn: '2028-03-01', userIds }),
      await administrator.post(url('/courses/FIRST-AID/trainings'), {
        heldOn: '2028-02-29',
        userIds: [newId()],
      }),
    ])
      expect(answer.status).toBe(422);
    expect((await assess(administrator, newId())).status).toBe(404);
    expect(await assess(administrator, newId(), 101)).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/score', rule: 'maximum' }] },
    });
  });

  it('is seen by oneself, and by the branch manager of one’s branch', async () => {
    const agency = await agencyWithCourse();
    const franchise = await agency.openBranch('franchise');
    const [guide, manager, elsewhere] = [
      await agency.staff('guide', franchise),
      await agency.staff('branch-manager', franchise),
      await agency.staff('guide'),
    ];
    for (const one of [guide, manager]) expect((await training(one, guide.userId)).status).toBe(200);
    for (const one of [guide, manager]) expect((await training(one, elsewhere.userId)).status).toBe(404);
    expect((await assess(manager, guide.userId)).status).toBe(201);
    expect((await assess(manager, elsewhere.userId)).status).toBe(404);
    expect((await assess(guide, elsewhere.userId)).status).toBe(403);
    expect((await due(manager)).map(({ userId }) => userId)).toEqual([]);
    expect((await due(elsewhere)).map(({ userId }) => userId)).toEqual([elsewhere.userId]);
    const { rows } = await world.admin.query('select from identity.assessments where agency_id = $1', [
      agency.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is due where it is missing, has ended or ends soon, and only for those who need it', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const [missing, renewed, ending] = [
      await agency.staff('guide'),
      await agency.staff('guide'),
      await agency.staff('guide'),
    ];
    await agency.staff('sales');
    await assess(administrator, ending.userId, 90, { assessedOn: '2027-03-30' });
    await assess(administrator, renewed.userId, 90, { assessedOn: '2027-03-30' });
    await assess(administrator, renewed.userId);
    const listed = await due(administrator);
    expect(new Map(listed.map(({ userId, courses }) => [userId, courses]))).toEqual(
      new Map([
        [missing.userId, [{ course: 'FIRST-AID', state: 'missing', validUntil: null }]],
        [ending.userId, [{ course: 'FIRST-AID', state: 'expiring', validUntil: '2028-03-30' }]],
      ]),
    );
    expect((await due(administrator, '?within=29')).map(({ userId }) => userId)).toEqual([missing.userId]);
    const page = (await administrator.get<Due>(url('/training/due?limit=1'))).body;
    expect([page.due.length, page.next]).toEqual([1, page.due[0]?.userId]);
    expect(await due(administrator, `?limit=1&after=${page.next}`)).toEqual(listed.slice(1));
  });
});

describe('a certificate', () => {
  it('is reminded of thirty days before its end, once, unless it was renewed', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const [guide, renewed] = [await agency.staff('guide'), await agency.staff('guide')];
    await assess(administrator, guide.userId);
    await assess(administrator, renewed.userId);
    clock.set('2029-01-20T00:00:00Z');
    await assess(administrator, renewed.userId);
    clock.set('2029-01-29T00:59:59Z');
    await timersApplied(agency, 0);
    clock.set('2029-01-29T01:00:00Z');
    await timersApplied(agency, 2);
    expect(await told(agency, 'assessment.expiring')).toMatchObject([
      {
        colleague: { userId: guide.userId, branchId: agency.headquartersId },
        validUntil: '2029-02-28',
        courseName: { zh: '急救' },
      },
    ]);
    clock.set('2029-03-01T00:00:00Z');
    await timersApplied(agency, 4);
    expect(await told(agency, 'assessment.expired')).toMatchObject([{ userId: guide.userId }]);
  });
});

describe('a role that asks for a course', () => {
  const person = (agency: TestAgency, roles: string[]) => ({
    branchId: agency.headquartersId,
    userName: `p${newId().slice(-8)}`,
    email: `${newId()}@agency.example`,
    displayName: '李导',
    locale: 'zh',
    roles,
    password: 'correct horse battery',
  });
  const refused = {
    status: 422,
    body: {
      code: 'identity/course-required',
      title: 'The role guide needs a valid certificate of: FIRST-AID.',
      errors: [
        {
          field: '/body/roles',
          rule: 'valid-course',
          message: 'the role guide needs the course First aid (FIRST-AID): not passed yet',
        },
      ],
    },
  };

  it('is given to nobody without it, neither to new nor to known people', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    expect((await require(agency, 'guide')).status).toBe(200);
    expect(await administrator.post(url('/users'), person(agency, ['guide']))).toMatchObject(refused);
    const { userName: _chosen, password: _own, ...invited } = person(agency, ['guide']);
    expect(await administrator.post(url('/invitations'), invited)).toMatchObject(refused);
    const { body: known } = await administrator.post<Person>(url('/users'), person(agency, ['sales']));
    const roles = url(`/users/${known.id}/roles`);
    expect(await administrator.put(roles, { roles: ['sales', 'guide'] }, 1)).toMatchObject(refused);
    await assess(administrator, known.id);
    expect(await administrator.put(roles, { roles: ['guide'] }, 1)).toMatchObject({ status: 200 });
    clock.set('2029-03-01T00:00:00Z'); // the certificate ended yesterday; what they hold they keep
    expect(await administrator.put(roles, { roles: ['guide', 'sales'] }, 2)).toMatchObject({ status: 200 });
    await administrator.put(roles, { roles: ['sales'] }, 3);
    const answer = await administrator.put(roles, { roles: ['guide'] }, 4);
    expect(JSON.stringify(answer.body)).toContain('the certificate ran out on 2029-02-28');
    expect(answer.status).toBe(422);
  });

  it('asks for nothing until the agency says so, from the version that was read', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const required = url('/roles/guide/required-courses');
    expect((await administrator.get(required)).body).toEqual({
      role: 'guide',
      courses: [],
      whenExpired: 'warn',
      version: 1,
    });
    expect(await require(agency, 'guide')).toMatchObject({
      status: 200,
      body: { courses: ['FIRST-AID'], version: 2 },
    });
    expect((await require(agency, 'guide')).status).toBe(412);
    const nothing = { courses: [], whenExpired: 'warn' };
    expect(await administrator.put(required, nothing, 2)).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    expect((await administrator.post(url('/users'), person(agency, ['guide']))).status).toBe(201);
    expect(await administrator.put(required, { courses: ['NONE'], whenExpired: 'warn' }, 3)).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-course' },
    });
    expect((await administrator.get(url('/roles/king/required-courses'))).status).toBe(404);
    expect(await require(agency, 'system-administrator', 'suspend')).toMatchObject({
      status: 422,
      body: { code: 'identity/administrators-keep-access' },
    });
    const manager = await agency.staff('branch-manager');
    expect((await manager.put(required, nothing, 3)).status).toBe(403);
  });

  it('loses its grants with the certificate where the agency wants it so, and gets them back with the next one', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const [manager, untrained] = [await agency.staff('branch-manager'), await agency.staff('branch-manager')];
    await assess(administrator, manager.userId);
    expect((await require(agency, 'branch-manager', 'suspend')).status).toBe(200);
    const mayListUsers = async (one: Staff) => (await one.get(url('/users'))).status;
    expect([await mayListUsers(manager), await mayListUsers(untrained)]).toEqual([200, 200]);
    clock.set('2029-02-28T15:59:59Z');
    expect(await mayListUsers(manager)).toBe(200);
    expect((await training(administrator, manager.userId)).body.lapsedRoles).toEqual([]);
    clock.set('2029-02-28T16:00:00Z'); // midnight in Shanghai
    await eventually(async () => {
      expect(await mayListUsers(manager)).toBe(403);
    });
    expect((await training(administrator, manager.userId)).body.lapsedRoles).toEqual(['branch-manager']);
    expect(await mayListUsers(untrained)).toBe(200); // never had one: is told, keeps the role
    await assess(administrator, manager.userId);
    await eventually(async () => {
      expect(await mayListUsers(manager)).toBe(200);
    });
  });

  it('takes effect at once for certificates that have ended before', async () => {
    const agency = await agencyWithCourse();
    const { administrator } = agency;
    const manager = await agency.staff('branch-manager');
    await assess(administrator, manager.userId, 90, { assessedOn: '2026-05-01' });
    expect((await manager.get(url('/users'))).status).toBe(200);
    await require(agency, 'branch-manager', 'suspend');
    await eventually(async () => {
      expect((await manager.get(url('/users'))).status).toBe(403);
    });
    await require(agency, 'branch-manager', 'warn', 2);
    await eventually(async () => {
      expect((await manager.get(url('/users'))).status).toBe(200);
    });
  });
});
