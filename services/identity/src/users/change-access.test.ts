import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const users = (path = '') => `${world.url('identity')}/v1/users${path}`;
const customers = () => `${world.url('crm')}/v1/customers`;

interface User {
  id: string;
  version: number;
  roles: string[];
}

describe('a change of what somebody may do', () => {
  it('works in another service with the same token, without signing in again', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    expect((await person.get(customers())).status).toBe(200);
    const changed = await agency.administrator.put<User>(
      users(`/${person.userId}/roles`),
      { roles: ['data-analyst'] },
      1,
    );
    expect([changed.status, changed.body.roles, changed.body.version]).toEqual([200, ['data-analyst'], 2]);
    await eventually(async () => {
      expect(await person.get(customers())).toMatchObject({
        status: 403,
        body: { code: 'access/forbidden' },
      });
    }, 5_000);
  });

  it('ends everything for somebody who is suspended, and signing in too', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    expect((await person.get(customers())).status).toBe(200);
    await agency.administrator.put(users(`/${person.userId}/active`), { active: false }, 1);
    await eventually(async () => {
      expect(await person.get(customers())).toMatchObject({
        status: 401,
        body: { code: 'access/session-ended' },
      });
    }, 5_000);
    const { body: user } = await agency.administrator.get<{ userName: string }>(users(`/${person.userId}`));
    const again = await createClient().post(`${world.url('identity')}/v1/sessions`, {
      agency: agency.code,
      login: user.userName,
      password: 'correct horse battery',
    });
    expect(again).toMatchObject({ status: 401, body: { code: 'identity/wrong-credentials' } });
  });

  it('is nothing one does to oneself', async () => {
    const { administrator } = await world.foundAgency();
    const own = users(`/${administrator.userId}`);
    expect(await administrator.put(`${own}/roles`, { roles: ['finance'] }, 1)).toMatchObject({
      status: 409,
      body: { code: 'identity/not-yourself' },
    });
    expect(await administrator.put(`${own}/active`, { active: false }, 1)).toMatchObject({ status: 409 });
  });

  it('needs a role that exists and the version that was read', async () => {
    const agency = await world.foundAgency();
    const { userId } = await agency.staff('sales');
    const roles = users(`/${userId}/roles`);
    expect(await agency.administrator.put(roles, { roles: ['king'] }, 1)).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-role' },
    });
    expect(await agency.administrator.put(roles, { roles: ['finance'] }, 5)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
  });
});

describe('a branch manager', () => {
  it('neither suspends nor demotes an administrator', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('branch-manager');
    const administrator = users(`/${agency.administrator.userId}`);
    const beyond = { status: 403, body: { code: 'identity/role-beyond-own' } };
    expect(await manager.put(`${administrator}/active`, { active: false }, 1)).toMatchObject(beyond);
    expect(await manager.put(`${administrator}/roles`, { roles: ['sales'] }, 1)).toMatchObject(beyond);
  });
});

describe('signing out', () => {
  it('ends the session in every service', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    expect((await person.get(customers())).status).toBe(200);
    const { status } = await person.ask(`${world.url('identity')}/v1/sessions/current`, { method: 'DELETE' });
    expect(status).toBe(200);
    await eventually(async () => {
      expect(await person.get(customers())).toMatchObject({
        status: 401,
        body: { code: 'access/session-ended' },
      });
    }, 5_000);
  });
});

describe('when identity is down', () => {
  it('people whose access is known go on, others are told to try again', async () => {
    const agency = await world.foundAgency();
    const [known, unknown] = [await agency.staff('sales'), await agency.staff('sales')];
    expect((await known.get(customers())).status).toBe(200);
    await world.stop('identity');
    try {
      expect((await known.get(customers())).status).toBe(200);
      expect(await unknown.get(customers())).toMatchObject({
        status: 503,
        body: { code: 'access/identity-unavailable' },
      });
    } finally {
      await world.start('identity');
    }
  });
});
