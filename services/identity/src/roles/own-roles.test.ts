import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
let agency: TestAgency;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const identity = (path: string) => `${world.url('identity')}/v1${path}`;
const customers = () => `${world.url('crm')}/v1/customers`;
const name = { zh: '夜班', en: 'Night desk' };
const reading = (reach: string) => [{ permission: 'crm.customer.read', reach }];

interface Role {
  code: string;
  builtIn: boolean;
  copyOf: string | null;
  grants: { permission: string; reach: string }[];
  version: number;
}

const create = (who: Staff, role: object) => who.post<Role>(identity('/roles'), { name, ...role });
const remove = (who: Staff, code: string, version: number) =>
  who.ask(identity(`/roles/${code}`), { method: 'DELETE', headers: { 'if-match': `"${version}"` } });
const give = async (who: { userId: string }, roles: string[], version: number) =>
  agency.administrator.put(identity(`/users/${who.userId}/roles`), { roles }, version);

beforeAll(async () => {
  agency = await world.foundAgency();
});

describe("a role of the agency's own", () => {
  it('begins as a copy of another one, and stands in the list beside the built-in ones', async () => {
    const { status, body } = await create(agency.administrator, { code: 'copied', copyOf: 'guide' });
    expect([status, body.copyOf, body.builtIn, body.version]).toEqual([201, 'guide', false, 1]);
    const list = await agency.administrator.get<{ roles: Role[] }>(identity('/roles'));
    const grantsOf = (code: string) => list.body.roles.find((role) => role.code === code)?.grants;
    expect(grantsOf('copied')).toEqual(grantsOf('guide'));
    expect(list.body.roles.filter(({ builtIn }) => builtIn)).toHaveLength(15);
    const another = await world.foundAgency();
    expect(JSON.stringify((await another.administrator.get(identity('/roles'))).body)).not.toContain(
      'copied',
    );
  });

  it('permits what it says, and a change of it works in another service with the same token', async () => {
    await create(agency.administrator, { code: 'night-desk', grants: reading('branch') });
    const person = await agency.staff('night-desk');
    expect((await person.get(customers())).status).toBe(200);
    const path = identity('/roles/night-desk');
    const changed = await agency.administrator.put<Role>(path, { name, grants: [] }, 1);
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    await eventually(async () => {
      expect(await person.get(customers())).toMatchObject({
        status: 403,
        body: { code: 'access/forbidden' },
      });
    }, 5_000);
  });

  it('is removed when nobody has it, not before', async () => {
    await create(agency.administrator, { code: 'short-lived', grants: reading('own') });
    const person = await agency.staff('short-lived');
    expect(await remove(agency.administrator, 'short-lived', 1)).toMatchObject({
      status: 409,
      body: { code: 'identity/role-given' },
    });
    expect((await give(person, ['sales'], 1)).status).toBe(200);
    expect((await remove(agency.administrator, 'short-lived', 1)).status).toBe(200);
    expect(await give(person, ['short-lived'], 2)).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-role' },
    });
  });

  it('is not removed while somebody is invited to have it; who has left does not keep it', async () => {
    const { administrator } = agency;
    await create(administrator, { code: 'promised', grants: reading('own') });
    const invited = await administrator.post<{ id: string }>(identity('/invitations'), {
      ...{ branchId: agency.headquartersId, displayName: '王', email: 'wang@mail.example', locale: 'zh' },
      roles: ['promised'],
    });
    expect(invited.status).toBe(201);
    expect(await remove(administrator, 'promised', 1)).toMatchObject({
      status: 409,
      body: { code: 'identity/role-given' },
    });
    const withdrawal = identity(`/invitations/${invited.body.id}/withdrawal`);
    await administrator.post(withdrawal, {}, { 'if-match': '"1"' });
    const leaver = await agency.staff('promised');
    const departure = identity(`/users/${leaver.userId}/departure`);
    const left = await administrator.post(
      departure,
      { successorId: administrator.userId },
      { 'if-match': '"1"' },
    );
    expect(left.status).toBe(200);
    expect((await remove(administrator, 'promised', 1)).status).toBe(200);
  });

  it('is changed on the version that was read, once for one code', async () => {
    await create(agency.administrator, { code: 'twice', grants: [] });
    expect(await create(agency.administrator, { code: 'twice', grants: [] })).toMatchObject({
      status: 409,
      body: { code: 'identity/role-code-taken' },
    });
    expect(await agency.administrator.put(identity('/roles/twice'), { name, grants: [] }, 7)).toMatchObject({
      status: 412,
    });
    expect(await remove(agency.administrator, 'no-such', 1)).toMatchObject({ status: 404 });
    const another = await world.foundAgency();
    expect(await remove(another.administrator, 'twice', 1)).toMatchObject({ status: 404 });
  });
});

describe('a built-in role', () => {
  it('can be neither changed nor removed, nor its code be taken', async () => {
    const beyond = { status: 409, body: { code: 'identity/built-in-role' } };
    const path = identity('/roles/sales');
    expect(await agency.administrator.put(path, { name, grants: [] }, 1)).toMatchObject(beyond);
    expect(await remove(agency.administrator, 'sales', 1)).toMatchObject(beyond);
    expect(await create(agency.administrator, { code: 'sales', grants: [] })).toMatchObject({ status: 409 });
  });
});

describe('who edits roles', () => {
  it('writes no permission that does not exist, and is told the nearest', async () => {
    const misspelled = [{ permission: 'crm.custmer.read', reach: 'branch' }];
    const { status, body } = await create(agency.administrator, { code: 'misspelled', grants: misspelled });
    expect([status, body]).toMatchObject([
      422,
      {
        code: 'identity/unknown-permission',
        errors: [{ field: '/body/grants/0/permission', rule: 'known-permission' }],
      },
    ]);
    expect(JSON.stringify(body)).toContain('crm.customer.read');
  });

  it('gives nothing beyond their own, unless they may give any role', async () => {
    const permitted = [
      { permission: 'identity.role.change', reach: 'agency' },
      { permission: 'crm.customer.read', reach: 'branch' },
    ];
    await create(agency.administrator, { code: 'role-editor', grants: permitted });
    const editor = await agency.staff('role-editor');
    expect((await create(editor, { code: 'within', grants: reading('branch') })).status).toBe(201);
    const beyond = { status: 403, body: { code: 'identity/grant-beyond-own' } };
    expect(await create(editor, { code: 'beyond', grants: reading('agency') })).toMatchObject(beyond);
    expect(await create(editor, { code: 'copied-beyond', copyOf: 'finance' })).toMatchObject(beyond);
    await create(agency.administrator, { code: 'wide', grants: reading('agency') });
    expect(await editor.put(identity('/roles/wide'), { name, grants: [] }, 1)).toMatchObject(beyond);
    expect(await remove(editor, 'wide', 1)).toMatchObject(beyond);
    expect(await editor.put(identity('/roles/role-editor'), { name, grants: [] }, 1)).toMatchObject({
      status: 409,
      body: { code: 'identity/not-your-own-role' },
    });
  });

  it('does it for the whole agency or not at all', async () => {
    const within = [{ permission: 'identity.role.change', reach: 'branch' }];
    await create(agency.administrator, { code: 'branch-editor', grants: within });
    const editor = await agency.staff('branch-editor');
    expect(await create(editor, { code: 'nothing', grants: [] })).toMatchObject({
      status: 403,
      body: { code: 'request/out-of-reach' },
    });
  });
});
