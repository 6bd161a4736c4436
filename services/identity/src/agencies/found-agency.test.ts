import { isId, newId } from '@yitu/kernel';
import { createClient, startWorld, type Client, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyIdFor } from './found-agency.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const agency = (code = `a${crypto.randomUUID().slice(0, 8)}`) => ({
  code,
  name: { zh: '另一家', en: 'Another' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
  administrator: {
    userName: 'admin',
    email: 'a@b.example',
    displayName: 'A',
    locale: 'zh',
    password: 'a long enough one',
  },
});

async function operator(): Promise<Client> {
  const secret = world.surroundings.secrets.operatorSecret;
  const { body } = await createClient().post<{ accessToken: string }>(url('/operator-sessions'), { secret });
  return createClient(body.accessToken);
}

describe('founding an agency', () => {
  it('is for the operator of the platform alone', async () => {
    const { administrator } = await world.foundAgency();
    expect(await administrator.post(url('/agencies'), agency())).toMatchObject({
      status: 403,
      body: { code: 'access/not-the-operator' },
    });
    expect(await createClient().post(url('/agencies'), agency())).toMatchObject({ status: 401 });
    expect(await createClient().post(url('/operator-sessions'), { secret: 'guessed' })).toMatchObject({
      status: 401,
      body: { code: 'identity/wrong-secret' },
    });
  });

  it('is recorded as done by the operator', async () => {
    const { body } = await (await operator()).post<{ agencyId: string }>(url('/agencies'), agency());
    const { rows } = await world.admin.query(
      `select action, after from identity.audit_records where object_id = $1 and after ? 'foundedBy'`,
      [body.agencyId],
    );
    expect(rows).toEqual([{ action: 'identity.agency.found', after: { foundedBy: 'operator' } }]);
  });

  it('happens once for one idempotency key, which is for one agency', async () => {
    const asking = await operator();
    const key = { 'idempotency-key': newId() };
    const wanted = agency();
    const first = await asking.post(url('/agencies'), wanted, key);
    expect(first.status).toBe(201);
    expect(await asking.post(url('/agencies'), wanted, key)).toMatchObject({ status: 201, body: first.body });
    expect(await asking.post(url('/agencies'), agency(), key)).toMatchObject({
      status: 422,
      body: { code: 'request/idempotency-key-reused' },
    });
    expect(await asking.post(url('/agencies'), wanted)).toMatchObject({
      status: 409,
      body: { code: 'identity/agency-code-taken' },
    });
  });
});

it('gives one agency to requests with one key at once', async () => {
  const asking = await operator();
  const key = { 'idempotency-key': newId() };
  const wanted = agency();
  const answers = await Promise.all([1, 2, 3].map(() => asking.post(url('/agencies'), wanted, key)));
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.every(({ body }) => body['code'] === 'identity/founded-meanwhile')).toBe(true);
  const again = await asking.post(url('/agencies'), wanted, key);
  expect(again.status).toBe(201);
  for (const { body } of answers.filter(({ status }) => status === 201)) expect(body).toEqual(again.body);
});

it('makes the same UUID of the same key', () => {
  const id = agencyIdFor('one');
  expect([isId(id), id[14], agencyIdFor('one'), agencyIdFor('two') === id]).toEqual([true, '8', id, false]);
});
