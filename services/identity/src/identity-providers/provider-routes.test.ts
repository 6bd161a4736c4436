import { startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestProvider, type TestProvider } from './fixtures/test-provider.ts';

let world: World;
const started: TestProvider[] = [];
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterEach(async () => {
  for (const provider of started.splice(0)) await provider.stop();
});
afterAll(() => world.close());

const url = () => `${world.url('identity')}/v1/identity-provider`;
const secret = 'a secret: with/special+signs';

async function provider(): Promise<TestProvider> {
  const one = await startTestProvider('http://127.0.0.1/callback');
  started.push(one);
  return one;
}

const body = (issuer: string, changes: object = {}) => ({
  ...{ issuer, clientId: 'yitu', clientSecret: secret, emailDomains: ['Yunqi.example'] },
  ...changes,
});

const remove = ({ administrator }: TestAgency, version: number) =>
  administrator.ask(url(), { method: 'DELETE', headers: { 'if-match': `"${version}"` } });

describe("an agency's identity provider", () => {
  it('is configured once; its secret is sealed and told nobody', async () => {
    const agency = await world.foundAgency();
    const { issuer } = await provider();
    const created = await agency.administrator.post(url(), body(issuer));
    expect(created).toMatchObject({
      status: 201,
      body: {
        issuer,
        emailDomains: ['yunqi.example'],
        userNameClaim: 'preferred_username',
        newcomers: null,
        required: false,
        redirectUri: `${world.environment('gateway')['PUBLIC_URL']}/session/oidc/${agency.code}/callback`,
        version: 1,
      },
    });
    expect(await agency.administrator.post(url(), body(issuer))).toMatchObject({
      status: 409,
      body: { code: 'identity/identity-provider-exists' },
    });
    const read = await agency.administrator.get(url());
    expect(read.body).toEqual(created.body);
    expect(read.headers.get('etag')).toBe('"1"');
    const { rows } = await world.admin.query<{ text: string }>(
      `select (select string_agg(row_to_json(p)::text, '') from identity.identity_providers p)
         || (select string_agg(row_to_json(a)::text, '') from identity.audit_records a)
         || (select string_agg(envelope, '') from identity.outbox) as text`,
    );
    expect(rows[0]?.text).toContain('v1.1.');
    expect(JSON.stringify([rows, read.body, created.body])).not.toContain('special');
  });

  it('keeps its secret when it is changed without one, and takes another', async () => {
    const agency = await world.foundAgency();
    const { issuer } = await provider();
    await agency.administrator.post(url(), body(issuer));
    const { clientSecret: _kept, ...rest } = body(issuer, { required: true });
    const sealed = async () =>
      (
        await world.admin.query(
          'select client_secret from identity.identity_providers where agency_id = $1',
          [agency.id],
        )
      ).rows[0] as object;
    const before = await sealed();
    expect(await agency.administrator.put(url(), rest, 1)).toMatchObject({
      status: 200,
      body: { required: true, version: 2 },
    });
    expect(await sealed()).toEqual(before);
    expect((await agency.administrator.put(url(), body(issuer), 2)).status).toBe(200);
    expect(await sealed()).not.toEqual(before);
    expect(await agency.administrator.put(url(), rest, 2)).toMatchObject({ status: 412 });
  });

  it('shows the secret it has to no other issuer', async () => {
    const agency = await world.foundAgency();
    const [one, other] = [await provider(), await provider()];
    await agency.administrator.post(url(), body(one.issuer));
    const { clientSecret: _kept, ...rest } = body(other.issuer);
    expect(await agency.administrator.put(url(), rest, 1)).toMatchObject({
      status: 422,
      body: { code: 'identity/secret-for-issuer' },
    });
    expect((await agency.administrator.put(url(), body(other.issuer), 1)).status).toBe(200);
  });

  it('is gone with its key and its links when it is removed, and may be another one then', async () => {
    const agency = await world.foundAgency();
    const { issuer } = await provider();
    const { body: created } = await agency.administrator.post(url(), body(issuer));
    expect(await remove(agency, 1)).toMatchObject({ status: 200, body: { removed: true } });
    expect((await agency.administrator.get(url())).status).toBe(404);
    const { rows } = await world.admin.query(
      'select wrapped from identity.person_keys where person_id = $1',
      [created['id']],
    );
    expect(rows).toEqual([{ wrapped: null }]);
    const events = await world.admin.query<{ change: string }>(
      `select envelope::jsonb -> 'data' ->> 'change' as change from identity.outbox
       where aggregate_id = $1 order by aggregate_version`,
      [created['id']],
    );
    expect(events.rows.map(({ change }) => change)).toEqual(['configured', 'removed']);
    expect((await agency.administrator.post(url(), body(issuer))).status).toBe(201);
  });

  it.each([
    ['an address of the inside', { issuer: 'https://10.0.0.1' }, 422, 'identity/issuer-refused'],
    ['http elsewhere', { issuer: 'http://evil.example' }, 422, 'identity/issuer-refused'],
    ['a query', { issuer: 'https://idp.example/?a=b' }, 422, 'identity/issuer-refused'],
    [
      'an address where nobody is',
      { issuer: 'http://127.0.0.1:9' },
      422,
      'identity/not-an-identity-provider',
    ],
    ['no domain', { emailDomains: [] }, 400, 'request/invalid'],
    ['a domain that is none', { emailDomains: ['@yunqi'] }, 400, 'request/invalid'],
    [
      'an unknown role',
      { newcomers: { role: 'king', branchId: crypto.randomUUID() } },
      422,
      'identity/no-such-role',
    ],
    [
      'an unknown branch',
      { newcomers: { role: 'sales', branchId: crypto.randomUUID() } },
      422,
      'identity/no-such-branch',
    ],
  ])('is refused with %s', async (_what, changes, status, code) => {
    const agency = await world.foundAgency();
    const { issuer } = await provider();
    expect(await agency.administrator.post(url(), body(issuer, changes))).toMatchObject({
      status,
      body: { code },
    });
    expect((await agency.administrator.get(url())).status).toBe(404);
  });

  it('is for who may give any role: whoever sets it can sign in as anybody', async () => {
    const agency = await world.foundAgency();
    const { issuer } = await provider();
    const manager = await agency.staff('branch-manager');
    expect(await manager.post(url(), body(issuer))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    const grants = JSON.stringify([{ permission: 'identity.identity-provider.*', reach: 'agency' }]);
    await world.admin.query('update identity.users set grants = $1 where id = $2', [grants, manager.userId]);
    const entitled = await agency.staff('auditor');
    await world.admin.query('update identity.users set grants = $1 where id = $2', [grants, entitled.userId]);
    expect(await entitled.post(url(), body(issuer))).toMatchObject({
      status: 403,
      body: { code: 'identity/role-beyond-own' },
    });
  });
});
