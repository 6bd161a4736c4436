import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;

describe('routing', () => {
  it('leads to the service that is named, with the token', async () => {
    const { administrator, id } = await world.foundAgency();
    const me = await administrator.get<{ agency: { id: string } }>(at('/api/identity/v1/me'));
    expect(me.status).toBe(200);
    expect(me.body.agency.id).toBe(id);
  });

  it('passes changes with their headers and the answer with its own', async () => {
    const { administrator, headquartersId } = await world.foundAgency();
    const branch = {
      code: 'B1',
      kind: 'owned',
      parentId: headquartersId,
      name: { zh: '分店', en: 'Branch' },
    };
    const key = { 'idempotency-key': 'open-b1' };
    const opened = await administrator.post<{ id: string }>(at('/api/identity/v1/branches'), branch, key);
    const again = await administrator.post<{ id: string }>(at('/api/identity/v1/branches'), branch, key);
    expect(opened.status).toBe(201);
    expect(opened.headers.get('etag')).toBe('"1"');
    expect(again.body.id).toBe(opened.body.id);
  });

  it('lets the service say what is wrong with broken JSON', async () => {
    const response = await fetch(at('/api/identity/v1/sessions'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: '{"agency": ',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'request/malformed-json', instance: '/v1/sessions' });
  });

  it('shows descriptions and keys of services, but not what is for operators only', async () => {
    const client = createClient();
    const openApi = await client.get(at('/api/identity/openapi.json'));
    expect(openApi.body['openapi']).toBe('3.1.0');
    expect((await client.get(at('/api/identity/.well-known/jwks.json'))).status).toBe(200);
    for (const path of ['livez', 'readyz', 'metrics', '%6divez', 'v1/..%2fmetrics']) {
      const hidden = await client.get(at(`/api/identity/${path}`));
      expect(hidden.body).toMatchObject({ status: 404, code: 'request/no-such-route' });
    }
  });

  it.each(['/nothing', '/api', '/api/nobody/v1/orders', '/api/identity', '/api/%69dentity/v1/me'])(
    'answers 404 at %s',
    async (path) => {
      const answer = await createClient().get(at(path));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body['code']).toBe('request/no-such-route');
    },
  );

  it('answers 405 where another method is known, and 400 to an address that cannot be read', async () => {
    const answer = await createClient().ask(at('/session'), { method: 'PUT' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST, DELETE');
    expect((await createClient().get(at('/api/identity/v1/%zz'))).body['code']).toBe('request/malformed');
  });
});

describe('a service that is down', () => {
  it('is named in a 503 in both languages, and the gateway is ready all the same', async () => {
    const english = await createClient().get(at('/api/booking/v1/orders'));
    const chinese = await createClient().ask(at('/api/booking/v1/orders'), {
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(english.status).toBe(503);
    expect(english.headers.get('retry-after')).toBe('1');
    expect(english.body).toMatchObject({
      code: 'booking/unavailable',
      title: 'The booking service cannot be reached at the moment; try again shortly.',
    });
    expect(chinese.body['title']).toMatch(/^预订服务暂时无法访问.请稍后重试。$/);
    const ready = await createClient().get<{ checks: object }>(at('/readyz'));
    expect(ready.status).toBe(200);
    expect(ready.body.checks).toMatchObject({ identity: true, booking: false });
  });

  it('is reached again once it is back', async () => {
    await world.stop('identity');
    expect((await createClient().get(at('/api/identity/openapi.json'))).body['code']).toBe(
      'identity/unavailable',
    );
    await world.start('identity');
    await eventually(async () => {
      expect((await createClient().get(at('/api/identity/openapi.json'))).status).toBe(200);
    });
  });
});
