import { startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheSameMoment } from '../fixtures/at-the-same-moment.ts';
import { builtInRoles } from '../roles/built-in.ts';
import { administrates } from './administrators.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const name = { zh: '自定义', en: 'Own' };
const refused = { status: 409, body: { code: 'identity/last-administrator' } };
const versionOf = async (by: Staff, { userId }: Staff) =>
  (await by.get<{ version: number }>(url(`/users/${userId}`))).body.version;
const suspend = (by: Staff, whom: Staff, version = 1) =>
  by.put(url(`/users/${whom.userId}/active`), { active: false }, version);
const setRoles = (by: Staff, whom: Staff, roles: string[], version = 1) =>
  by.put(url(`/users/${whom.userId}/roles`), { roles }, version);

const everyGrant = [{ permission: '*.*.*', reach: 'agency' }];

async function makeRole(agency: TestAgency, code: string, grants: object[] = everyGrant): Promise<void> {
  const { status } = await agency.administrator.post(url('/roles'), { code, name, grants });
  expect(status).toBe(201);
}

/**
 * An agency with one administrator left, `last`, and somebody who may do to them whatever they want, `mighty`: who gives any role and manages people, but may
 * not change roles, and so is no administrator.
 */
async function withOneLeft() {
  const agency = await world.foundAgency();
  await makeRole(agency, 'mighty');
  const mighty = await agency.staff('mighty');
  await agency.administrator.put(
    url(`/users/${mighty.userId}/grants`),
    {
      ...{ grants: [], denials: ['identity.role.read'] },
    },
    1,
  );
  return { agency, mighty, last: agency.administrator };
}

describe('the last administrator of an agency', () => {
  it('is not suspended, let go, given other roles or denied what it takes', async () => {
    const { agency, mighty, last } = await withOneLeft();
    const person = url(`/users/${last.userId}`);
    expect(await suspend(mighty, last)).toMatchObject(refused);
    expect(await setRoles(mighty, last, ['branch-manager'])).toMatchObject(refused);
    const departure = { successorId: mighty.userId };
    expect(await mighty.post(`${person}/departure`, departure, { 'if-match': '"1"' })).toMatchObject(refused);
    const denials = { grants: [], denials: ['identity.user.*'] };
    expect(await mighty.put(`${person}/grants`, denials, 1)).toMatchObject(refused);
    expect((await last.get(url('/me'))).status).toBe(200);
    // Once there is another one they may go.
    await setRoles(last, await agency.staff('sales'), ['system-administrator']);
    expect((await suspend(mighty, last)).status).toBe(200);
  });

  it('may have a role of any name: what it permits counts', async () => {
    const { agency, mighty, last } = await withOneLeft();
    await agency.administrator.post(url('/roles'), { code: 'head', name, copyOf: 'system-administrator' });
    const head = await agency.staff('head');
    expect((await suspend(mighty, last)).status).toBe(200);
    expect(await suspend(mighty, head)).toMatchObject(refused);
    // Nor does the role lose what makes it one.
    expect(await mighty.put(url('/roles/head'), { name, grants: [] }, 1)).toMatchObject(refused);
    // Nor with a certificate.
    const courses = url('/roles/head/required-courses');
    const body = { courses: [], whenExpired: 'suspend' };
    expect(await head.put(courses, body, 1)).toMatchObject({
      status: 422,
      body: { code: 'identity/administrators-keep-access' },
    });
  });

  it('is none by a grant that ends by itself', async () => {
    const { agency, mighty, last } = await withOneLeft();
    const deputy = await agency.staff('sales');
    const until = Temporal.Now.instant().add({ hours: 1 }).toString();
    const grants = everyGrant.map((grant) => ({ ...grant, until }));
    const path = url(`/users/${deputy.userId}/grants`);
    expect((await last.put(path, { grants, denials: [] }, 1)).status).toBe(200);
    expect(await suspend(mighty, last)).toMatchObject(refused);
    expect((await last.put(path, { grants: everyGrant, denials: [] }, 2)).status).toBe(200);
    expect((await suspend(mighty, last)).status).toBe(200);
  });

  it('is left also where two administrators suspend each other at the same moment', async () => {
    const agency = await world.foundAgency();
    const [one, other] = [agency.administrator, await agency.staff('system-administrator')];
    const [version, otherVersion] = [await versionOf(one, one), await versionOf(one, other)];
    // Both have made their change, and wait for what lets one after the other look who is left.
    const turn = {
      select: `select pg_advisory_xact_lock(hashtextextended('identity.administrators ' || $1, 0))`,
      parameters: [agency.id],
    };
    const answers = await atTheSameMoment(world, turn, () => [
      suspend(one, other, otherVersion),
      suspend(other, one, version),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe('a branch manager', () => {
  it('does not suspend, let go or sign out somebody with a single grant beyond their own', async () => {
    const agency = await world.foundAgency();
    const [manager, person] = [await agency.staff('branch-manager'), await agency.staff('sales')];
    const path = url(`/users/${person.userId}`);
    await agency.administrator.put(`${path}/grants`, { grants: everyGrant, denials: [] }, 1);
    const beyond = { status: 403, body: { code: 'identity/grant-beyond-own' } };
    expect(await suspend(manager, person, 2)).toMatchObject(beyond);
    expect(await manager.ask(`${path}/sessions`, { method: 'DELETE' })).toMatchObject(beyond);
    const departure = { successorId: manager.userId };
    expect(await manager.post(`${path}/departure`, departure, { 'if-match': '"2"' })).toMatchObject(beyond);
  });
});

describe('what makes an administrator', () => {
  it('is what roles permit: of the built-in ones the system administrator alone', () => {
    const codes = Object.entries(builtInRoles).filter(([, { grants }]) => administrates(grants));
    expect(codes.map(([code]) => code)).toEqual(['system-administrator']);
    expect(administrates([{ permission: '*.*.*', reach: 'branch' }])).toBe(false);
  });
});
