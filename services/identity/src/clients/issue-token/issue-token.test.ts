import { createClient, eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToken, postForm, type WithSecret } from '../fixtures/token-requests.ts';

let world: World;
let origin: string;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'gateway'] });
  origin = `${world.url('gateway')}/api/identity`;
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;
const customers = () => at('/api/crm/v1/customers');
const products = () => at('/api/booking/v1/products');
const scopes = ['crm.customer.read:agency', 'booking.product.read:agency'];

async function newClient(agency: TestAgency, changes: object = {}) {
  const body = { name: 'ERP', branchId: agency.headquartersId, scopes, ...changes };
  const { status, body: made } = await agency.administrator.post<WithSecret>(`${origin}/v1/clients`, body);
  expect(status).toBe(201);
  return { clientId: made.client.id, secret: made.secret ?? '' };
}

/** Changes a client that was read before. */
const change = (agency: TestAgency, path: string, body: object, version: number) =>
  agency.administrator.put(`${origin}/v1/clients/${path}`, body, version);

describe('the token endpoint', () => {
  it.each(['basic', 'body'] as const)('gives a token for the credentials by %s', async (by) => {
    const credentials = await newClient(await world.foundAgency());
    const { status, headers, body, client } = await askToken(origin, { ...credentials, by });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String) as unknown,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'booking.product.read:agency crm.customer.read:agency',
    });
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
    expect((await client.get(customers())).status).toBe(200);
    expect((await client.get(products())).status).toBe(200);
  });

  it('leaves a record of each token, with where it went', async () => {
    const agency = await world.foundAgency();
    const { clientId, secret } = await newClient(agency);
    await askToken(origin, { clientId, secret, scope: 'booking.product.read' });
    const { rows } = await world.admin.query(
      `select action, remote_address, after from identity.audit_records where agency_id = $1 and object_type = 'ClientToken'`,
      [agency.id],
    );
    const after = { clientId, scope: 'booking.product.read:agency' };
    expect(rows).toEqual([{ action: 'identity.client.issue-token', remote_address: '127.0.0.1', after }]);
  });

  it('ignores parameters it does not know and those without a value', async () => {
    const credentials = await newClient(await world.foundAgency());
    const parameters = { resource: 'https://yitu.example', scope: '', client_secret: '' };
    expect((await askToken(origin, { ...credentials, parameters })).status).toBe(200);
  });

  it('answers an unknown client, a wrong secret and a disabled client alike', async () => {
    const agency = await world.foundAgency();
    const right = await newClient(agency);
    const disabled = await newClient(agency);
    await change(agency, `${disabled.clientId}/enabled`, { enabled: false }, 1);
    const answers = await Promise.all([
      askToken(origin, { ...right, clientId: crypto.randomUUID() }),
      askToken(origin, { ...right, clientId: 'no-uuid' }),
      askToken(origin, { ...right, secret: 'yitu_cs_wrong' }),
      askToken(origin, { ...right, by: 'body', secret: 'yitu_cs_wrong' }),
      askToken(origin, disabled),
    ]);
    for (const { status, headers, body } of answers) {
      expect(status).toBe(401);
      expect(body).toEqual({
        error: 'invalid_client',
        error_description: 'The client id or secret is wrong, or the client is disabled.',
      });
      expect(headers.get('www-authenticate')).toBe('Basic realm="yitu", charset="UTF-8"');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  it('gives nothing to clients of an agency that is suspended', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency);
    await world.admin.query(`update identity.agencies set state = 'suspended' where id = $1`, [agency.id]);
    expect((await askToken(origin, credentials)).status).toBe(401);
  });

  it.each([
    ['no grant type', 'scope=a', 400, 'invalid_request'],
    ['another grant type', 'grant_type=password&username=a&password=b', 400, 'unsupported_grant_type'],
    ['no credentials', 'grant_type=client_credentials', 401, 'invalid_client'],
    ['a parameter that comes twice', 'grant_type=client_credentials&scope=a&scope=b', 400, 'invalid_request'],
    ['nothing', '', 400, 'invalid_request'],
  ])('refuses %s as RFC 6749 says', async (_what, form, status, error) => {
    const answer = await postForm(`${origin}/v1/oauth/token`, form);
    expect(answer).toMatchObject({ status, body: { error } });
    expect(answer.body.error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
  });

  it('refuses two ways of authentication at once, a header it cannot read, and JSON', async () => {
    const credentials = await newClient(await world.foundAgency());
    const twice = { client_id: credentials.clientId, client_secret: credentials.secret };
    expect(await askToken(origin, { ...credentials, parameters: twice })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
    const form = 'grant_type=client_credentials';
    for (const authorization of ['Bearer x', 'Basic !', 'Basic YQ==', `Basic ${btoa('%zz:a')}`])
      expect(await postForm(`${origin}/v1/oauth/token`, form, { authorization })).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      });
    const json = await postForm(`${origin}/v1/oauth/token`, '{}', { 'content-type': 'application/json' });
    expect(json).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Send application/x-www-form-urlencoded.' },
    });
  });

  it('alone takes forms: other operations answer 415', async () => {
    const response = await fetch(`${origin}/v1/sessions`, {
      method: 'POST',
      body: new URLSearchParams('a=b'),
    });
    expect(response.status).toBe(415);
  });

  it('is described where RFC 8414 says, also on the public origin', async () => {
    const expected = {
      issuer: world.url('gateway'),
      token_endpoint: `${origin}/v1/oauth/token`,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    };
    for (const place of [at(''), world.url('identity')]) {
      const { status, body } = await createClient().get(`${place}/.well-known/oauth-authorization-server`);
      expect(status).toBe(200);
      expect(body).toMatchObject(expected);
    }
    expect((await createClient().get(expected.jwks_uri)).status).toBe(200);
  });
});

describe('a token', () => {
  it('reaches as far as the scopes it was asked for, and no further', async () => {
    const credentials = await newClient(await world.foundAgency());
    const narrow = await askToken(origin, { ...credentials, scope: 'booking.product.read' });
    expect(narrow.body.scope).toBe('booking.product.read:agency');
    expect((await narrow.client.get(products())).status).toBe(200);
    expect(await narrow.client.get(customers())).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    const own = await askToken(origin, { ...credentials, scope: 'booking.product.read:own' });
    expect(own.body.scope).toBe('booking.product.read:own');
    const wide = await askToken(origin, credentials);
    expect((await wide.client.get(customers())).status).toBe(200);
    expect((await narrow.client.get(customers())).status).toBe(403);
  });

  it.each([
    'crm.customer.change',
    'crm.customer.read:everywhere',
    'crm.customer.*',
    'a:b',
    'booking.product.read crm.survey.read',
  ])('is not given for the scope %s', async (scope) => {
    const credentials = await newClient(await world.foundAgency());
    expect(await askToken(origin, { ...credentials, scope })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
  });

  it('is not given for a wider reach than the client has', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency, { scopes: ['crm.customer.read:branch'] });
    const wider = await askToken(origin, { ...credentials, scope: 'crm.customer.read:agency' });
    expect(wider).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });

  it('loses what the client loses, in every service, without another token', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency);
    const { client } = await askToken(origin, credentials);
    expect((await client.get(customers())).status).toBe(200);
    const less = { scopes: ['booking.product.read:agency'] };
    expect((await change(agency, `${credentials.clientId}/scopes`, less, 1)).status).toBe(200);
    await eventually(async () => {
      expect(await client.get(customers())).toMatchObject({
        status: 403,
        body: { code: 'access/forbidden' },
      });
    });
    expect((await client.get(products())).status).toBe(200);
  });

  it('is good for nothing once the client is disabled; enabling it does not bring it back', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency);
    const { client } = await askToken(origin, credentials);
    expect((await client.get(customers())).status).toBe(200);
    const path = `${credentials.clientId}/enabled`;
    expect((await change(agency, path, { enabled: false }, 1)).status).toBe(200);
    const ended = { status: 401, body: { code: 'access/session-ended' } };
    await eventually(async () => {
      expect(await client.get(customers())).toMatchObject(ended);
    });
    expect((await askToken(origin, credentials)).status).toBe(401);
    expect((await change(agency, path, { enabled: true }, 2)).status).toBe(200);
    const again = await askToken(origin, credentials);
    expect((await again.client.get(customers())).status).toBe(200);
    expect(await client.get(customers())).toMatchObject(ended);
  });

  it('is good for nothing once the client is removed', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency);
    const { client } = await askToken(origin, credentials);
    const removed = await agency.administrator.ask(`${origin}/v1/clients/${credentials.clientId}`, {
      method: 'DELETE',
      headers: { 'if-match': '"1"' },
    });
    expect(removed).toMatchObject({ status: 200, body: { removed: true } });
    expect((await askToken(origin, credentials)).status).toBe(401);
    await eventually(async () => {
      expect((await client.get(customers())).status).toBe(401);
    });
    const { rows } = await world.admin.query(
      `select envelope::jsonb -> 'data' as data from identity.outbox where subject like '%.client.disabled.v1' and aggregate_id = $1`,
      [credentials.clientId],
    );
    expect(rows).toEqual([{ data: { clientId: credentials.clientId, removed: true } }]);
    expect((await agency.administrator.get(`${origin}/v1/clients/${credentials.clientId}`)).status).toBe(404);
  });

  it('acts in the name of the client: the audit trail says so', async () => {
    const agency = await world.foundAgency();
    const credentials = await newClient(agency, { scopes: ['crm.customer.enter:agency'] });
    const { client } = await askToken(origin, credentials);
    const entered = await client.post(customers(), {
      kind: 'person',
      name: { zh: '王小明' },
      phone: '13812345678',
    });
    expect(entered.status, JSON.stringify(entered.body)).toBe(201);
    const { rows } = await world.admin.query(
      'select distinct actor from crm.audit_records where agency_id = $1',
      [agency.id],
    );
    expect(rows).toEqual([{ actor: `client:${credentials.clientId}` }]);
  });

  it('shares one session with the others of the same scopes', async () => {
    const credentials = await newClient(await world.foundAgency());
    for (const scope of [
      'booking.product.read',
      'booking.product.read:agency',
      'booking.product.read booking.product.read',
    ])
      await askToken(origin, { ...credentials, scope });
    await askToken(origin, credentials);
    const sessions =
      'select count(*)::int as count from identity.sessions where user_id = $1 and ended_at is null';
    expect((await world.admin.query(sessions, [credentials.clientId])).rows).toEqual([{ count: 2 }]);
    const old = `update identity.sessions set last_used_at = now() - interval '1 hour' where user_id = $1`;
    await world.admin.query(old, [credentials.clientId]);
    await askToken(origin, credentials);
    expect((await world.admin.query(sessions, [credentials.clientId])).rows).toEqual([{ count: 1 }]);
    await askToken(origin, { ...credentials, scope: 'crm.customer.read' });
    expect((await world.admin.query(sessions, [credentials.clientId])).rows).toEqual([{ count: 2 }]);
  });
});

describe('a client', () => {
  it('does not sign in with a password, whatever its name', async () => {
    const agency = await world.foundAgency();
    const { clientId, secret } = await newClient(agency);
    for (const login of [`client:${clientId}`, `${clientId}@client.invalid`])
      expect(
        await createClient().post(at('/session'), { agency: agency.code, login, password: secret }),
      ).toMatchObject({ status: 401, body: { code: 'identity/wrong-credentials' } });
  });
});
