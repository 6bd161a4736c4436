import { newId } from '@yitu/kernel';
import { createClient, eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  // All requests of this file come from one address: each test of the general limit has a world of its own.
  const gateway = { SIGN_IN_LIMIT_PER_MINUTE: '3' };
  world = await startWorld({ services: ['identity', 'gateway'], environment: { gateway } });
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;

describe('requests', () => {
  it('of one address are refused beyond the limit, with when to come back', async () => {
    const gateway = { RATE_LIMIT_PER_MINUTE: '5' };
    const small = await startWorld({ services: ['gateway'], environment: { gateway } });
    const url = small.url('gateway');
    for (let request = 0; request < 5; request++)
      expect((await createClient().get(`${url}/api/crm/v1/customers`)).status).toBe(503);
    const english = await createClient().get(`${url}/api/booking/v1/orders`);
    const chinese = await createClient().ask(`${url}/api/booking/v1/orders`, {
      headers: { 'accept-language': 'zh' },
    });
    expect(english.body).toMatchObject({ status: 429, code: 'gateway/too-many-requests' });
    expect(english.body['title']).toMatch(/^Too many requests; try again in \d+ seconds\.$/);
    expect(chinese.body['title']).toMatch(/^请求过于频繁，请在 \d+ 秒后重试。$/);
    expect(Number(english.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await createClient().get(`${url}/livez`)).status).toBe(200);
    await small.close();
  });

  it('count for the person whose valid token they carry; an invented token changes nothing', async () => {
    const gateway = { RATE_LIMIT_PER_MINUTE: '12' };
    const small = await startWorld({ services: ['identity', 'gateway'], environment: { gateway } });
    const { administrator } = await small.foundAgency();
    const url = `${small.url('gateway')}/api/identity/v1/me`;
    let tries = 0;
    await eventually(async () => {
      const { status } = await createClient(`invented-${tries++}`).get(url);
      expect(status).toBe(429);
    });
    await eventually(async () => {
      expect((await administrator.get(url)).status).toBe(200);
    });
    await small.close();
  });
});

describe('signing in', () => {
  it('to one account is limited over all doors, and other accounts are not concerned', async () => {
    const { code } = await world.foundAgency();
    const body = (login: string) => ({ agency: code, login, password: 'wrong' });
    const doors = ['/session', '/api/identity/v1/sessions', '/api/identity/v1/%73essions'];
    for (const door of doors) expect((await createClient().post(at(door), body('admin'))).status).toBe(401);
    for (const door of doors) {
      const refused = await createClient().post(at(door), body('ADMIN'));
      expect(refused.body).toMatchObject({ status: 429, code: 'gateway/too-many-requests' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await createClient().post(at('/session'), body('somebody'))).status).toBe(401);
  });

  it('is limited whatever refresh token comes along', async () => {
    const { code } = await world.foundAgency();
    const attempts = Array.from({ length: 4 }, (_none, index) => {
      const body = { agency: code, login: 'admin', password: 'wrong' };
      const cookie = `yitu-refresh=invented-${index}`;
      const origin = world.url('gateway');
      return { body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie, origin } };
    });
    const doors = [at('/session'), at('/api/identity/v1/sessions')];
    const statuses: number[] = [];
    for (const [index, attempt] of attempts.entries())
      statuses.push((await fetch(doors[index % 2] ?? '', { method: 'POST', ...attempt })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('goes on by refresh token: too many with one are refused, in either place, and others are not concerned', async () => {
    const body = (refreshToken: string) => JSON.stringify({ refreshToken });
    const json = { 'content-type': 'application/json' };
    const byApi = (token: string) =>
      fetch(at('/api/identity/v1/sessions/%72efresh'), { method: 'POST', headers: json, body: body(token) });
    const byCookie = (token: string) =>
      fetch(at('/session/refresh'), {
        method: 'POST',
        headers: { cookie: `yitu-refresh=${token}`, origin: world.url('gateway') },
      });
    const statuses: number[] = [];
    for (const ask of [byApi, byCookie, byApi, byCookie, byApi])
      statuses.push((await ask('an-invented-token')).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await byApi('another-token')).status).toBe(401);
    expect((await byCookie('one-more-token')).status).toBe(401);
  });

  it('in further steps is limited by ticket and by passkey: nobody uses it up for the others at their address', async () => {
    const code = (ticket: string) => ({ ticket, code: '000000' });
    const passkey = (id: string) => ({ response: { id } });
    for (const [step, attempt] of [
      ['second-factor', code],
      ['passkey', passkey],
    ] as const)
      for (const door of [at(`/session/${step}`), at(`/api/identity/v1/sessions/${step}`)]) {
        const tried = async (one: string) => (await createClient().post(door, attempt(one))).status;
        const [busy, calm] = [newId(), newId()];
        for (let time = 0; time < 3; time++) expect(await tried(busy)).not.toBe(429);
        expect([await tried(busy), (await tried(calm)) === 429]).toEqual([429, false]);
      }
    const options = at('/api/identity/v1/sessions/passkey/options');
    for (let time = 0; time < 5; time++) expect((await createClient().post(options, {})).status).toBe(200);
  });

  it('as the operator is limited too', async () => {
    const url = at('/api/identity/v1/operator-sessions');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++)
      statuses.push((await createClient().post(url, { secret: `guess ${attempt}` })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });
});

describe('API clients', () => {
  interface Made {
    client: { id: string };
    secret: string;
  }

  async function newClient(of: World, { administrator, headquartersId: branchId }: TestAgency) {
    const body = { name: 'ERP', branchId, scopes: ['identity.branch.read:agency'] };
    const made = await administrator.post<Made>(`${of.url('gateway')}/api/identity/v1/clients`, body);
    expect(made.status).toBe(201);
    return made.body;
  }

  const askToken = (of: World, { client, secret }: Made, path = '/v1/oauth/token') =>
    fetch(`${of.url('gateway')}/api/identity${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client.id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });

  it('get so many tokens each, however they show who they are', async () => {
    const agency = await world.foundAgency();
    const [one, other] = [await newClient(world, agency), await newClient(world, agency)];
    const statuses: number[] = [];
    for (const path of ['/v1/oauth/token', '/v1/oauth/%74oken', '/v1/oauth/token'])
      statuses.push((await askToken(world, { ...one, secret: 'guessed' }, path)).status);
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: one.client.id });
    const inForm = await fetch(at('/api/identity/v1/oauth/token'), { method: 'POST', body });
    expect([...statuses, inForm.status]).toEqual([401, 401, 401, 429]);
    expect((await askToken(world, other)).status).toBe(200);
  });

  it('are refused in the shape of OAuth at the token endpoint, whichever limit it was, and when identity is away', async () => {
    const refusal = async (response: Response) => ({
      status: response.status,
      type: response.headers.get('content-type'),
      cache: response.headers.get('cache-control'),
      waits: Number(response.headers.get('retry-after')) > 0,
      body: await response.json(),
    });
    const later = {
      type: 'application/json; charset=utf-8',
      cache: 'no-store',
      waits: true,
      body: {
        error: 'temporarily_unavailable',
        error_description: expect.stringMatching(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/) as unknown,
      },
    };
    const guessed = { client: { id: newId() }, secret: 'guessed' };
    for (let attempt = 0; attempt < 3; attempt++) await askToken(world, guessed);
    for (const path of ['/v1/oauth/token', '/v1/oauth/%74oken'])
      expect(await refusal(await askToken(world, guessed, path))).toEqual({ ...later, status: 429 });

    const gateway = { RATE_LIMIT_PER_MINUTE: '2' };
    const small = await startWorld({ services: ['gateway'], environment: { gateway } });
    const statuses: number[] = [];
    for (let request = 0; request < 3; request++) {
      const answer = await refusal(await askToken(small, guessed));
      statuses.push(answer.status);
      expect(answer).toEqual({ ...later, status: answer.status });
    }
    expect(statuses).toEqual([503, 503, 429]);
    const other = await createClient().post(`${small.url('gateway')}/api/identity/v1/sessions`, {});
    expect(other.body).toMatchObject({ status: 429, code: 'gateway/too-many-requests' });
    await small.close();
  });

  it('have a limit of requests each, though they come from one address', async () => {
    const gateway = { RATE_LIMIT_PER_MINUTE: '12' };
    const small = await startWorld({ services: ['identity', 'gateway'], environment: { gateway } });
    const agency = await small.foundAgency();
    const tokens = [];
    for (const made of [await newClient(small, agency), await newClient(small, agency)]) {
      const answer = (await (await askToken(small, made)).json()) as { access_token: string };
      tokens.push(answer.access_token);
    }
    const branches = `${small.url('gateway')}/api/identity/v1/branches`;
    const [busy, calm] = tokens.map((token) => createClient(token));
    await eventually(async () => {
      expect((await busy?.get(branches))?.status).toBe(429);
    });
    await eventually(async () => {
      expect((await calm?.get(branches))?.status).toBe(200);
    });
    expect((await busy?.get(branches))?.status).toBe(429);
    await small.close();
  });
});
