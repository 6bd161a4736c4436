import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;

async function operator() {
  const secret = world.surroundings.secrets.operatorSecret;
  const { body } = await createClient().post<{ accessToken: string }>(url('/operator-sessions'), { secret });
  return createClient(body.accessToken);
}

describe('the agencies of the platform', () => {
  it('are listed for the operator, page by page, and for nobody else', async () => {
    const agencies = [await world.foundAgency(), await world.foundAgency()];
    const asking = await operator();
    const codes: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body }: { body: { agencies: { code: string }[]; next: string | null } } = await asking.get(
        url(`/agencies?limit=1${after && `&after=${after}`}`),
      );
      codes.push(...body.agencies.map(({ code }) => code));
      after = body.next;
    }
    expect(codes).toEqual(expect.arrayContaining(agencies.map(({ code }) => code)));
    expect((await agencies[0]?.administrator.get(url('/agencies')))?.status).toBe(403);
  });
});

describe('a suspended agency', () => {
  it('lets nobody in: sessions end everywhere, signing in is answered as with wrong credentials; others go on', async () => {
    const [agency, other] = [await world.foundAgency(), await world.foundAgency()];
    const sales = await agency.staff('sales');
    const customers = `${world.url('crm')}/v1/customers`;
    expect((await sales.get(customers)).status).toBe(200);
    const asking = await operator();
    const state = url(`/agencies/${agency.id}/state`);
    expect((await agency.administrator.put(state, { state: 'suspended' }, 1)).status).toBe(403);
    expect((await asking.put(state, { state: 'suspended' }, 1)).body).toMatchObject({
      state: 'suspended',
      version: 2,
    });
    await eventually(async () => {
      expect(await sales.get(customers)).toMatchObject({
        status: 401,
        body: { code: 'access/session-ended' },
      });
    });
    expect((await agency.administrator.get(url('/me'))).status).toBe(401);
    const attempt = { agency: agency.code, login: 'admin', password: 'correct horse battery' };
    expect(await createClient().post(url('/sessions'), attempt)).toMatchObject({
      status: 401,
      body: { code: 'identity/wrong-credentials' },
    });
    expect((await other.administrator.get(url('/me'))).status).toBe(200);
    expect((await asking.put(state, { state: 'active' }, 2)).status).toBe(200);
    expect((await createClient().post(url('/sessions'), attempt)).status).toBe(201);
    expect((await sales.get(customers)).status).toBe(401); // what has ended stays ended
    const { rows } = await world.admin.query(
      `select action from identity.audit_records where object_id = $1 and after ->> 'changedBy' = 'operator' order by occurred_at`,
      [agency.id],
    );
    expect(rows).toEqual([{ action: 'identity.agency.suspend' }, { action: 'identity.agency.resume' }]);
  });
});
