import { createClient, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const person = (branchId: string, changes: object = {}) => ({
  branchId,
  userName: '王小明',
  email: 'wang@agency.example',
  displayName: '王小明',
  locale: 'zh',
  roles: ['sales'],
  password: 'a long enough one',
  ...changes,
});

describe('adding a member of staff', () => {
  it('lets them sign in by user name or e-mail address, in any case', async () => {
    const { administrator, headquartersId, code } = await world.foundAgency();
    const { status, body } = await administrator.post(url('/users'), person(headquartersId));
    expect([status, body['userName'], body['passwordHash']]).toEqual([201, '王小明', undefined]);
    for (const login of ['王小明', 'WANG@agency.example']) {
      const session = await createClient().post(url('/sessions'), {
        agency: code,
        login,
        password: 'a long enough one',
      });
      expect(session.status).toBe(201);
    }
  });

  it.each([
    ['a user name that is taken', { email: 'other@agency.example' }, 409, 'identity/user-name-taken'],
    ['an e-mail address that is taken', { userName: 'other' }, 409, 'identity/email-taken'],
    ['a role that does not exist', { roles: ['king'] }, 422, 'identity/no-such-role'],
    ['a role named like a property of objects', { roles: ['constructor'] }, 422, 'identity/no-such-role'],
    ['a branch of another agency', { branchId: crypto.randomUUID() }, 422, 'identity/no-such-branch'],
    [
      'a password that is the user name',
      { userName: 'longusername', password: 'longusername' },
      422,
      'identity/weak-password',
    ],
    ['a user name that may be a mobile number', { userName: '13800138000' }, 400, 'request/invalid'],
    ['a short password', { password: 'short' }, 400, 'request/invalid'],
  ])('is refused with %s', async (_what, change, status, code) => {
    const { administrator, headquartersId } = await world.foundAgency();
    await administrator.post(url('/users'), person(headquartersId));
    expect(await administrator.post(url('/users'), person(headquartersId, change))).toMatchObject({
      status,
      body: { code },
    });
  });

  it('is for administrators, within their branch', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    expect(await sales.post(url('/users'), person(agency.headquartersId))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    expect(await manager.post(url('/users'), person(agency.headquartersId))).toMatchObject({
      status: 403,
      body: { code: 'request/out-of-reach' },
    });
    expect((await manager.post(url('/users'), person(franchise))).status).toBe(201);
    const { body } = await manager.get<{ users: { branchId: string }[] }>(url('/users'));
    expect(new Set(body.users.map(({ branchId }) => branchId))).toEqual(new Set([franchise]));
  });

  it('gives nobody a role beyond what the giver may do', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('branch-manager');
    const refused = { status: 403, body: { code: 'identity/role-beyond-own' } };
    const administrator = person(agency.headquartersId, { roles: ['sales', 'system-administrator'] });
    expect(await manager.post(url('/users'), administrator)).toMatchObject(refused);
    const { userId } = await agency.staff('sales');
    const roles = url(`/users/${userId}/roles`);
    expect(await manager.put(roles, { roles: ['finance'] }, 1)).toMatchObject(refused);
    expect((await manager.put(roles, { roles: ['account-manager'] }, 1)).status).toBe(200);
  });
});
