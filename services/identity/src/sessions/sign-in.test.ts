import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const body = (agency: string, password: string, login = 'admin') => ({ agency, login, password });

describe('signing in', () => {
  it('gives tokens that say who one is', async () => {
    const agency = await world.foundAgency();
    const { status, body: me } = await agency.administrator.get<{
      agency: { id: string };
      user: { userName: string };
    }>(`${world.url('identity')}/v1/me`);
    expect(status).toBe(200);
    expect(me.agency.id).toBe(agency.id);
    expect(me.user.userName).toBe('admin');
  });

  it('answers an unknown agency, an unknown account and a wrong password alike', async () => {
    const { code } = await world.foundAgency();
    const url = `${world.url('identity')}/v1/sessions`;
    const answers = await Promise.all([
      createClient().post(url, body('nowhere', 'correct horse battery')),
      createClient().post(url, body(code, 'correct horse battery', 'nobody')),
      createClient().post(url, body(code, 'wrong horse battery')),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body['code']).toBe('identity/wrong-credentials');
      expect(answer.body['title']).toBe('Agency, account or password is wrong.');
    }
  });

  it.each([
    ['another password is set', `password_hash = password_hash || 'x'`],
    ['the account is suspended', `active = false, state = 'suspended'`],
  ])('is refused where %s while the password is looked at', async (_what, change) => {
    const { code, id, administrator } = await world.foundAgency();
    const client = await world.admin.connect();
    try {
      await client.query('begin');
      await client.query(`update identity.users set ${change} where agency_id = $1 and id = $2`, [
        id,
        administrator.userId,
      ]);
      const asked = createClient().post(
        `${world.url('identity')}/v1/sessions`,
        body(code, 'correct horse battery'),
      );
      await eventually(async () => {
        const { rows } = await world.admin.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(rows).toHaveLength(1);
      });
      await client.query('commit');
      expect(await asked).toMatchObject({ status: 401, body: { code: 'identity/wrong-credentials' } });
    } finally {
      client.release(true);
    }
  });

  it('takes a mobile number too, as people write it, of nobody who has left', async () => {
    const { code, id, administrator } = await world.foundAgency();
    const own = 'update identity.users set mobile = $1 where agency_id = $2 and id = $3';
    await world.admin.query(own, ['+8613812345678', id, administrator.userId]);
    const url = `${world.url('identity')}/v1/sessions`;
    const status = async (login: string) =>
      (await createClient().post(url, body(code, 'correct horse battery', login))).status;
    for (const login of ['13812345678', '+86 138-1234-5678', '138 1234 5678'])
      expect(await status(login)).toBe(201);
    for (const login of ['13812345679', '2345678', '+1 138 1234 5678']) expect(await status(login)).toBe(401);
    await world.admin.query(
      `update identity.users set state = 'departed', active = false, departed_at = now() where agency_id = $1 and id = $2`,
      [id, administrator.userId],
    );
    expect(await status('13812345678')).toBe(401);
  });

  it.each([
    ['an agency with a NUL', { agency: 'yun\u0000qi' }, '/body/agency'],
    ['an agency no code looks like', { agency: '云起' }, '/body/agency'],
    ['an account with a NUL', { login: 'ad\u0000min' }, '/body/login'],
    ['a browser with a NUL', { userAgent: '\u0000' }, '/body/userAgent'],
  ])('is refused with %s', async (_what, changes, field) => {
    const { code } = await world.foundAgency();
    const asked = { ...body(code, 'correct horse battery'), ...changes };
    expect(await createClient().post(`${world.url('identity')}/v1/sessions`, asked)).toMatchObject({
      status: 400,
      body: { code: 'request/invalid', errors: [{ field, rule: 'pattern' }] },
    });
  });

  it('gives a refresh token that works once and ends the session when it is used again', async () => {
    const { code } = await world.foundAgency();
    const identity = world.url('identity');
    const client = createClient();
    const first = await client.post<{ refreshToken: string }>(
      `${identity}/v1/sessions`,
      body(code, 'correct horse battery'),
    );
    const second = await client.post<{ refreshToken: string; accessToken: string }>(
      `${identity}/v1/sessions/refresh`,
      {
        refreshToken: first.body.refreshToken,
      },
    );
    expect(second.status).toBe(200);
    const replayed = await client.post(`${identity}/v1/sessions/refresh`, {
      refreshToken: first.body.refreshToken,
    });
    expect(replayed.status).toBe(401);
    const after = await client.post(`${identity}/v1/sessions/refresh`, {
      refreshToken: second.body.refreshToken,
    });
    expect(after.status).toBe(401);
    await eventually(async () => {
      const me = await createClient(second.body.accessToken).get(`${identity}/v1/me`);
      expect(me.body['code']).toBe('access/session-ended');
    });
  });
});
