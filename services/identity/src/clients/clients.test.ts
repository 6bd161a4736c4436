import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Client, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToken, type ClientAnswer, type WithSecret } from './fixtures/token-requests.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const clients = (path = '') => `${world.url('identity')}/v1/clients${path}`;
const reading = ['booking.order.read:agency'];

const wanted = ({ headquartersId: branchId }: TestAgency, changes: object = {}) => ({
  name: '官网对接',
  branchId,
  scopes: reading,
  ...changes,
});

async function created(agency: TestAgency, changes: object = {}, by: Client = agency.administrator) {
  const answer = await by.post<WithSecret>(clients(), wanted(agency, changes));
  expect(answer.status).toBe(201);
  return { ...answer.body.client, secret: answer.body.secret ?? '' };
}

const tokenStatus = async (clientId: string, secret: string) =>
  (await askToken(world.url('identity'), { clientId, secret })).status;

const eventsOf = async (id: string): Promise<unknown[]> => {
  const { rows } = await world.admin.query<{ type: string; data: unknown }>(
    `select envelope::jsonb ->> 'type' as type, envelope::jsonb -> 'data' as data from identity.outbox
     where aggregate_id = $1 and subject like '%.client.%' order by aggregate_version`,
    [id],
  );
  return rows.map(({ type, data }) => [type, data]);
};

describe('creating an API client', () => {
  it('shows its secret once, and keeps a hash of it only', async () => {
    const agency = await world.foundAgency();
    const { id, secret, ...client } = await created(agency);
    expect(secret).toMatch(/^yitu_cs_[\w-]{43}$/);
    expect(client).toMatchObject({
      name: '官网对接',
      scopes: reading,
      enabled: true,
      lastUsedAt: null,
      version: 1,
    });
    const { body: read } = await agency.administrator.get<ClientAnswer>(clients(`/${id}`));
    expect(JSON.stringify(read)).not.toContain('yitu_cs_');
    const { rows } = await world.admin.query<{ text: string }>(
      `select (select string_agg(row_to_json(s)::text, '') from identity.client_secrets s)
         || (select string_agg(row_to_json(a)::text, '') from identity.audit_records a)
         || (select string_agg(envelope, '') from identity.outbox) as text`,
    );
    expect(rows[0]?.text).not.toContain(secret);
    expect(await eventsOf(id)).toEqual([
      ['identity.client.created.v1', { clientId: id, branchId: agency.headquartersId }],
    ]);
  });

  it('is done once for one idempotency key; the repeated answer has no secret, and none is stored', async () => {
    const agency = await world.foundAgency();
    const key = { 'idempotency-key': newId() };
    const first = await agency.administrator.post<WithSecret>(clients(), wanted(agency), key);
    const again = await agency.administrator.post<WithSecret>(clients(), wanted(agency), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual({ client: first.body.client, secret: null });
    expect(await tokenStatus(first.body.client.id, first.body.secret ?? '')).toBe(200);
    const { rows } = await world.admin.query(
      'select response::text from identity.idempotency_keys where key = $1',
      [key['idempotency-key']],
    );
    expect(JSON.stringify(rows)).not.toContain('yitu_cs_');
  });

  it.each([
    [
      'a permission that does not exist',
      { scopes: ['booking.order.frobnicate:agency'] },
      422,
      'identity/unknown-permission',
    ],
    ['a pattern', { scopes: ['booking.*.*:agency'] }, 400, 'request/invalid'],
    ['no reach', { scopes: ['booking.order.read'] }, 400, 'request/invalid'],
    ['no scope', { scopes: [] }, 400, 'request/invalid'],
    ['a branch of another agency', { branchId: crypto.randomUUID() }, 422, 'identity/no-such-branch'],
    ['a name with a line break', { name: 'a\nb' }, 400, 'request/invalid'],
    ['an unknown field', { secret: 'mine' }, 400, 'request/invalid'],
  ])('is refused with %s', async (_what, change, status, code) => {
    const agency = await world.foundAgency();
    expect(await agency.administrator.post(clients(), wanted(agency, change))).toMatchObject({
      status,
      body: { code },
    });
  });

  it('is nothing for who lacks the permission', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    expect(await sales.post(clients(), wanted(agency))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});

describe('what its manager does not hold', () => {
  /** A branch manager who may manage API clients, but not give any permission. */
  async function manager(agency: TestAgency, branchId: string) {
    const person = await agency.staff('branch-manager', branchId);
    const grants = JSON.stringify([
      { permission: 'identity.client.*', reach: 'agency' },
      { permission: 'booking.product.read', reach: 'agency' },
    ]);
    await world.admin.query('update identity.users set grants = $1 where id = $2', [grants, person.userId]);
    return person;
  }
  const beyond = { status: 403, body: { code: 'identity/scope-beyond-own' } };

  it('is not given to a client, nor taken over with one that has it', async () => {
    const agency = await world.foundAgency();
    const branch = await agency.openBranch('franchise');
    const person = await manager(agency, branch);
    const own = await created(agency, { branchId: branch, scopes: ['booking.order.read:branch'] }, person);
    expect(await person.post(clients(), wanted(agency, { branchId: branch }))).toMatchObject(beyond);
    const scopes = { scopes: ['finance.invoice.read:agency'] };
    expect(await person.put(clients(`/${own.id}/scopes`), scopes, 1)).toMatchObject(beyond);
    const wide = await created(agency);
    const rotated = await person.ask(clients(`/${wide.id}/secrets`), {
      method: 'POST',
      body: {},
      headers: { 'if-match': '"1"' },
    });
    expect(rotated).toMatchObject(beyond);
    expect(await person.put(clients(`/${wide.id}/enabled`), { enabled: false }, 1)).toMatchObject(beyond);
  });

  it('is another branch, for a permission that reaches the own one', async () => {
    const agency = await world.foundAgency();
    const person = await manager(agency, await agency.openBranch('franchise'));
    const elsewhere = { branchId: agency.headquartersId, scopes: ['booking.order.read:branch'] };
    expect(await person.post(clients(), wanted(agency, elsewhere))).toMatchObject(beyond);
    const everywhere = { branchId: agency.headquartersId, scopes: ['booking.product.read:branch'] };
    expect((await person.post(clients(), wanted(agency, everywhere))).status).toBe(201);
  });
});

describe('the list of API clients', () => {
  it('is paged, and shows the last use and the secrets that work', async () => {
    const agency = await world.foundAgency();
    const [older, newer] = [await created(agency), await created(agency)];
    await askToken(world.url('identity'), { clientId: older.id, secret: older.secret });
    type List = { clients: ClientAnswer[]; next: string | null };
    const { body: first } = await agency.administrator.get<List>(clients('?limit=1'));
    expect(first).toMatchObject({ clients: [{ id: newer.id, lastUsedAt: null }], next: newer.id });
    const { body: second } = await agency.administrator.get<List>(
      clients(`?limit=1&after=${first.next ?? ''}`),
    );
    expect(second).toMatchObject({
      clients: [{ id: older.id, lastUsedAddress: '127.0.0.1', secrets: [{ expiresAt: null }] }],
      next: null,
    });
    expect(second.clients[0]?.lastUsedAt).toMatch(/^20\d\d-/);
  });

  it('ends at the branch for who reaches the branch, and at the agency for all', async () => {
    const agency = await world.foundAgency();
    const { id } = await created(agency);
    const franchise = await agency.openBranch('franchise');
    const theirs = await agency.staff('branch-manager', franchise);
    const grants = JSON.stringify([{ permission: 'identity.client.*', reach: 'branch' }]);
    await world.admin.query('update identity.users set grants = $1 where id = $2', [grants, theirs.userId]);
    expect((await theirs.get(clients(`/${id}`))).status).toBe(404);
    expect((await theirs.get(clients())).body).toEqual({ clients: [], next: null });
    const another = await world.foundAgency();
    expect((await another.administrator.get(clients(`/${id}`))).status).toBe(404);
    const auditor = await agency.staff('auditor');
    expect((await auditor.get(clients(`/${id}`))).status).toBe(200);
  });

  it('shows clients alone: among the staff they are nobody', async () => {
    const agency = await world.foundAgency();
    const { id } = await created(agency);
    const users = `${world.url('identity')}/v1/users`;
    const { body } = await agency.administrator.get<{ users: { id: string }[] }>(users);
    expect(body.users.map((user) => user.id)).toEqual([agency.administrator.userId]);
    expect((await agency.administrator.get(`${users}/${id}`)).status).toBe(404);
    const roles = await agency.administrator.put(`${users}/${id}/roles`, { roles: ['finance'] }, 0);
    expect(roles.status).toBe(404);
  });
});

describe('rotating the secret', () => {
  const rotate = (agency: TestAgency, id: string, version: number, oldWorksUntil?: string) =>
    agency.administrator.ask<WithSecret>(clients(`/${id}/secrets`), {
      method: 'POST',
      body: oldWorksUntil ? { oldWorksUntil } : {},
      headers: { 'if-match': `"${version}"` },
    });
  const inDays = (days: number) =>
    Temporal.Now.instant()
      .add({ hours: 24 * days })
      .toString();

  it('lets both work for a while, and never three', async () => {
    const agency = await world.foundAgency();
    const { id, secret } = await created(agency);
    const until = Temporal.Instant.from(inDays(7)).round('second').toString();
    const second = await rotate(agency, id, 1, until);
    expect(second.status).toBe(201);
    expect(second.body.client.secrets).toMatchObject([{ expiresAt: null }, { expiresAt: until }]);
    expect(await tokenStatus(id, secret)).toBe(200);
    expect(await tokenStatus(id, second.body.secret ?? '')).toBe(200);
    expect(await rotate(agency, id, 2, inDays(7))).toMatchObject({
      status: 409,
      body: { code: 'identity/client-has-two-secrets' },
    });
    await world.admin.query(
      'update identity.client_secrets set expires_at = now() where client_id = $1 and expires_at is not null',
      [id],
    );
    expect(await tokenStatus(id, secret)).toBe(401);
    expect(await tokenStatus(id, second.body.secret ?? '')).toBe(200);
  });

  it('without an overlap ends the old secret and the tokens got with it', async () => {
    const agency = await world.foundAgency();
    const { id, secret } = await created(agency);
    const token = await askToken(world.url('identity'), { clientId: id, secret });
    const rotated = await rotate(agency, id, 1);
    expect(rotated.body.client.secrets).toHaveLength(1);
    expect(await tokenStatus(id, secret)).toBe(401);
    expect(await tokenStatus(id, rotated.body.secret ?? '')).toBe(200);
    await eventually(async () => {
      expect((await token.client.get(`${world.url('identity')}/v1/me`)).status).toBe(401);
    });
    expect((await eventsOf(id)).at(-1)).toEqual([
      'identity.client.changed.v1',
      { clientId: id, change: 'secret' },
    ]);
  });

  it.each([
    ['31 days', () => inDays(31), 422, 'identity/overlap-too-long'],
    ['a moment that is over', () => inDays(-1), 422, 'identity/overlap-too-long'],
    ['no moment at all', () => 'tomorrow', 400, 'request/invalid'],
  ])('takes no overlap of %s', async (_what, until, status, code) => {
    const agency = await world.foundAgency();
    const { id } = await created(agency);
    expect(await rotate(agency, id, 1, until())).toMatchObject({ status, body: { code } });
    expect(await rotate(agency, id, 9)).toMatchObject({ status: 412 });
  });
});
