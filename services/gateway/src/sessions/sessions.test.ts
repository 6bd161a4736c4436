import { createClient, eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../fixtures/totp.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;
const own = () => ({ origin: new URL(world.url('gateway')).origin });
const password = 'correct horse battery';
const credentials = ({ code }: TestAgency) => ({ agency: code, login: 'admin', password });

/** What a browser would send back: cookies by name, without those that were cleared. */
function jarOf(headers: Headers): Record<string, string> {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]?.split('=') ?? []);
  return Object.fromEntries(cookies.filter(([, value]) => value));
}

const cookie = (jar: Record<string, string>) => ({
  cookie: Object.entries(jar)
    .map((pair) => pair.join('='))
    .join('; '),
});

async function signIn(agency: TestAgency) {
  const answer = await createClient().post(at('/session'), credentials(agency), own());
  expect(answer.status).toBe(201);
  return { answer, jar: jarOf(answer.headers) };
}

describe('signing in', () => {
  it('puts the tokens where no script sees them and tells who one is', async () => {
    const agency = await world.foundAgency();
    const { answer } = await signIn(agency);
    expect(answer.body).toEqual({
      userId: agency.administrator.userId,
      agencyId: agency.id,
      expiresInSeconds: 300,
    });
    const [access, refresh, device, sign] = answer.headers.getSetCookie();
    expect(access).toMatch(/^yitu-access=[^;]+; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(device).toMatch(
      /^yitu-device=[\w-]{43}; Max-Age=15552000; Path=\/session; HttpOnly; SameSite=Strict$/,
    );
    expect(refresh).toMatch(
      /^yitu-refresh=[^;]+; Max-Age=7776000; Path=\/session; HttpOnly; SameSite=Strict$/,
    );
    expect(sign).toBe('yitu-signed-in=1; Max-Age=7776000; Path=/; SameSite=Strict');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('lets the cookie speak at every service', async () => {
    const agency = await world.foundAgency();
    const { jar } = await signIn(agency);
    const me = await createClient().ask<{ agency: { id: string } }>(at('/api/identity/v1/me'), {
      headers: cookie(jar),
    });
    expect(me.status).toBe(200);
    expect(me.body.agency.id).toBe(agency.id);
  });

  it('passes on what identity says to wrong credentials and unknown fields', async () => {
    const agency = await world.foundAgency();
    const wrong = await createClient().post(at('/session'), { ...credentials(agency), password: 'wrong' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(wrong.body).toMatchObject({
      code: 'identity/wrong-credentials',
      title: 'Agency, account or password is wrong.',
    });
    const unknown = await createClient().post(at('/session'), { ...credentials(agency), remember: true });
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ field: '/body/remember' }] });
  });
});

describe('a session', () => {
  it('goes on with the cookie and ends when a used one comes back', async () => {
    const { jar } = await signIn(await world.foundAgency());
    const headers = { ...own(), ...cookie(jar) };
    const next = await createClient().post(at('/session/refresh'), {}, headers);
    expect(next.status).toBe(200);
    expect(Object.keys(next.body).toSorted()).toEqual(['agencyId', 'expiresInSeconds', 'userId']);
    expect(jarOf(next.headers)['yitu-refresh']).not.toBe(jar['yitu-refresh']);
    const replayed = await createClient().post(at('/session/refresh'), {}, headers);
    expect(replayed.status).toBe(401);
    expect(replayed.body['code']).toBe('identity/refresh-token-invalid');
    expect(jarOf(replayed.headers)).toEqual({});
    expect(replayed.headers.getSetCookie()).toHaveLength(3);
  });

  it('goes on in all tabs that ask at the same moment', async () => {
    const { jar } = await signIn(await world.foundAgency());
    const headers = { ...own(), ...cookie(jar) };
    const tabs = await Promise.all(
      Array.from({ length: 8 }, () => createClient().post(at('/session/refresh'), {}, headers)),
    );
    expect(tabs.map(({ status }) => status)).toEqual(tabs.map(() => 200));
    const jars = tabs.map((tab) => jarOf(tab.headers));
    expect(new Set(jars.map((one) => one['yitu-refresh'])).size).toBe(1);
    const next = await createClient().post(
      at('/session/refresh'),
      {},
      { ...own(), ...cookie({ ...jar, ...jars[0] }) },
    );
    expect(next.status).toBe(200);
  });

  it('stays known by its device after signing out', async () => {
    const agency = await world.foundAgency();
    const { jar } = await signIn(agency);
    const out = await createClient().ask(at('/session'), {
      method: 'DELETE',
      headers: { ...own(), ...cookie(jar) },
    });
    expect(out.headers.getSetCookie().some((one) => one.startsWith('yitu-device'))).toBe(false);
    const { 'yitu-device': device = '' } = jar;
    const again = await createClient().post(at('/session'), credentials(agency), {
      ...own(),
      ...cookie({ 'yitu-device': device }),
    });
    expect(jarOf(again.headers)['yitu-device']).toBe(device);
  });

  it('cannot go on without a cookie', async () => {
    const answer = await createClient().ask(at('/session/refresh'), { method: 'POST' });
    expect(answer.body).toMatchObject({ status: 401, code: 'gateway/not-signed-in' });
  });

  it.each(['both cookies', 'only the refresh cookie'])(
    'is ended at identity by signing out with %s',
    async (which) => {
      const { jar } = await signIn(await world.foundAgency());
      const { 'yitu-refresh': refresh = '' } = jar;
      const sent = which === 'both cookies' ? jar : { 'yitu-refresh': refresh };
      const ended = await createClient().ask(at('/session'), {
        method: 'DELETE',
        headers: { ...own(), ...cookie(sent) },
      });
      expect(ended.status).toBe(204);
      expect(ended.headers.getSetCookie().every((one) => one.includes('Max-Age=0'))).toBe(true);
      await eventually(async () => {
        const me = await createClient(jar['yitu-access']).get(at('/api/identity/v1/me'));
        expect(me.body['code']).toBe('access/session-ended');
      });
    },
  );

  it('is left by whoever was not signed in', async () => {
    expect((await createClient().ask(at('/session'), { method: 'DELETE' })).status).toBe(204);
  });
});

describe('signing in in two steps', () => {
  it('gives a ticket first, and the cookies with the second step', async () => {
    const agency = await world.foundAgency();
    const identity = `${world.url('identity')}/v1`;
    await agency.administrator.put(
      `${identity}/agency/second-factor`,
      { roles: ['system-administrator'] },
      1,
    );
    const first = await createClient().post<{ secondFactor: { ticket: string } }>(
      at('/session'),
      credentials(agency),
      own(),
    );
    expect(first.status).toBe(202);
    expect(first.headers.getSetCookie()).toEqual([]);
    const { ticket } = first.body.secondFactor;
    const { body } = await createClient().post<{ secret: string }>(
      at('/api/identity/v1/sessions/second-factor/totp'),
      { ticket },
    );
    const wrong = await createClient().post(at('/session/second-factor'), { ticket, code: '000000' }, own());
    expect(wrong.body).toMatchObject({ status: 401, code: 'identity/second-factor-wrong' });
    const step = { ticket, code: codeOf(body.secret) };
    const second = await createClient().post(at('/session/second-factor'), step, own());
    expect(second.status).toBe(201);
    expect(second.body).toMatchObject({ userId: agency.administrator.userId, agencyId: agency.id });
    expect(second.body['recoveryCodes']).toHaveLength(10);
    expect(Object.keys(jarOf(second.headers)).toSorted()).toEqual([
      'yitu-access',
      'yitu-device',
      'yitu-refresh',
      'yitu-signed-in',
    ]);
    const foreign = await createClient().post(at('/session/passkey'), {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const empty = await createClient().post(at('/session/passkey'), {}, own());
    expect(empty.body).toMatchObject({
      status: 400,
      errors: [{ field: '/body/response', rule: 'required' }],
    });
  });
});

describe('somebody who guesses', () => {
  it('is told when to come back', async () => {
    const agency = await world.foundAgency();
    const guess = () =>
      createClient().post(at('/session'), { ...credentials(agency), password: 'wrong' }, own());
    for (let time = 0; time < 8; time++) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect(refused.body).toMatchObject({ status: 429, code: 'identity/too-many-attempts' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a request from another site', () => {
  const foreign = { origin: 'https://evil.example' };

  it('changes nothing with the cookie', async () => {
    const agency = await world.foundAgency();
    const { jar } = await signIn(agency);
    const branch = {
      code: 'B1',
      kind: 'owned',
      parentId: agency.headquartersId,
      name: { zh: '分店', en: 'Branch' },
    };
    const open = (headers: Record<string, string>) =>
      createClient().post(at('/api/identity/v1/branches'), branch, { ...cookie(jar), ...headers });
    for (const headers of [foreign, {}, { origin: 'null' }, { ...foreign, 'sec-fetch-site': 'cross-site' }]) {
      const refused = await open(headers);
      expect(refused.body).toMatchObject({ status: 403, code: 'gateway/foreign-origin' });
    }
    const branches = await agency.administrator.get<{ branches: object[] }>(at('/api/identity/v1/branches'));
    expect(branches.body.branches).toHaveLength(1);
    expect((await open(own())).status).toBe(201);
  });

  it('may be one of our own by another name, if the browser says so', async () => {
    const { jar } = await signIn(await world.foundAgency());
    const headers = { ...cookie(jar), origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' };
    expect((await createClient().post(at('/session/refresh'), {}, headers)).status).toBe(200);
  });

  it('signs nobody in or out', async () => {
    const agency = await world.foundAgency();
    expect((await createClient().post(at('/session'), credentials(agency), foreign)).status).toBe(403);
    const out = await createClient().ask(at('/session'), { method: 'DELETE', headers: foreign });
    expect(out.status).toBe(403);
    expect(out.headers.getSetCookie()).toEqual([]);
  });
});

describe('on https', () => {
  it('the cookies are for this host and encrypted connections only', async () => {
    const gateway = { PUBLIC_URL: 'https://yitu.example' };
    const secure = await startWorld({ services: ['identity', 'gateway'], environment: { gateway } });
    const agency = await secure.foundAgency();
    const answer = await createClient().post(`${secure.url('gateway')}/session`, credentials(agency));
    const [access, refresh] = answer.headers.getSetCookie();
    expect(access).toMatch(
      /^__Host-yitu-access=[^;]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(refresh).toContain('; Path=/session; HttpOnly; Secure; SameSite=Strict');
    await secure.close();
  });
});

describe('identity down', () => {
  it('takes the cookies all the same, and says that the session could not be ended', async () => {
    const { jar } = await signIn(await world.foundAgency());
    await world.stop('identity');
    const answer = await createClient().ask(at('/session'), {
      method: 'DELETE',
      headers: { ...own(), ...cookie(jar) },
    });
    await world.start('identity');
    expect(answer.body).toMatchObject({ status: 503, code: 'identity/unavailable' });
    expect(answer.headers.getSetCookie()).toHaveLength(3);
  });
});
