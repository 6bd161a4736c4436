import { createClient, eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const customers = (path = '') => `${world.url('crm')}/v1/customers${path}`;
const refused = (status: number, code: string) => ({ status, body: { code } });
const depart = (by: Staff, userId: string, successorId: string, version = 1) =>
  by.post(url(`/users/${userId}/departure`), { successorId }, { 'if-match': `"${version}"` });

async function enterCustomers(by: Staff, number: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < number; index++) {
    const entered = await by.post<{ id: string }>(customers(), {
      kind: 'person',
      name: { zh: `客户${index}` },
    });
    expect(entered.status).toBe(201);
    ids.push(entered.body.id);
  }
  return ids;
}

describe('a member of staff who leaves', () => {
  it('may not act or sign in any more; somebody else looks after their customers', async () => {
    const agency = await world.foundAgency();
    const [leaver, successor] = [await agency.staff('sales'), await agency.staff('sales')];
    const ids = await enterCustomers(leaver, 3);
    const left = await depart(agency.administrator, leaver.userId, successor.userId);
    expect(left).toMatchObject({ status: 200, body: { state: 'departed', active: false, roles: ['sales'] } });
    await eventually(async () => {
      expect(await leaver.get(customers())).toMatchObject(refused(401, 'access/session-ended'));
      for (const id of ids)
        expect((await successor.get(customers(`/${id}`))).body).toMatchObject({
          ownerId: successor.userId,
          version: 2,
        });
    });
    const { userName } = left.body as { userName: string };
    const attempt = { agency: agency.code, login: userName, password: 'correct horse battery' };
    expect(await createClient().post(url('/sessions'), attempt)).toMatchObject(
      refused(401, 'identity/wrong-credentials'),
    );
    const { rows } = await world.admin.query(
      `select action, before, after from crm.audit_records where object_id = any($1) and change = 'update'`,
      [ids],
    );
    const record = {
      action: 'on identity.user.departed.v1',
      before: { ownerId: leaver.userId, version: 1 },
      after: { ownerId: successor.userId, version: 2 },
    };
    expect(rows).toEqual([record, record, record]);
    const told = await world.admin.query(
      `select from crm.outbox where aggregate_id = any($1) and subject like '%.customer.owner-changed.v1'`,
      [ids],
    );
    expect(told.rows).toHaveLength(3);
  });

  it('stays gone, and comes back as somebody new with the same names', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const leaver = await agency.staff('sales');
    const { body: user } = await depart(administrator, leaver.userId, administrator.userId);
    expect(await administrator.put(url(`/users/${leaver.userId}/active`), { active: true }, 2)).toMatchObject(
      refused(409, 'identity/departed'),
    );
    expect(
      await administrator.put(url(`/users/${leaver.userId}/roles`), { roles: ['sales'] }, 2),
    ).toMatchObject(refused(409, 'identity/departed'));
    expect(await depart(administrator, leaver.userId, administrator.userId, 2)).toMatchObject(
      refused(409, 'identity/departed'),
    );
    const { userName, email } = user as { userName: string; email: string };
    const again = {
      userName,
      email,
      branchId: agency.headquartersId,
      displayName: '王',
      locale: 'zh',
      roles: ['sales'],
    };
    expect(
      (await administrator.post(url('/users'), { ...again, password: 'correct horse battery' })).status,
    ).toBe(201);
    const attempt = { agency: agency.code, login: email, password: 'correct horse battery' };
    expect((await createClient().post(url('/sessions'), attempt)).status).toBe(201);
  });

  it('is let go within the reach and the roles of who does it, for a successor who is there', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    const [inside, outside] = [await agency.staff('sales', franchise), await agency.staff('sales')];
    expect(await depart(manager, outside.userId, inside.userId)).toMatchObject(
      refused(404, 'request/not-found'),
    );
    expect(await depart(manager, inside.userId, outside.userId)).toMatchObject(
      refused(422, 'identity/no-such-successor'),
    );
    expect(await depart(manager, inside.userId, inside.userId)).toMatchObject(
      refused(422, 'identity/no-such-successor'),
    );
    expect(await depart(manager, manager.userId, inside.userId)).toMatchObject(
      refused(409, 'identity/not-yourself'),
    );
    const finance = await agency.staff('finance', franchise);
    expect(await depart(manager, finance.userId, inside.userId)).toMatchObject(
      refused(403, 'identity/role-beyond-own'),
    );
    expect(await depart(inside, finance.userId, inside.userId)).toMatchObject(
      refused(403, 'access/forbidden'),
    );
    await suspend(agency, inside.userId);
    expect(await depart(agency.administrator, finance.userId, inside.userId)).toMatchObject(
      refused(422, 'identity/no-such-successor'),
    );
    expect(await depart(agency.administrator, finance.userId, outside.userId, 7)).toMatchObject(
      refused(412, 'request/stale-version'),
    );
  });
});

const suspend = async ({ administrator }: TestAgency, userId: string) => {
  expect((await administrator.put(url(`/users/${userId}/active`), { active: false }, 1)).body).toMatchObject({
    state: 'suspended',
  });
};
