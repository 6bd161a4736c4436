import {
  createClient,
  eventually,
  startWorld,
  type Client,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const remove = (client: Client, path: string) => client.ask(url(path), { method: 'DELETE' });

interface Listed {
  sessions: {
    id: string;
    current: boolean;
    device: { browser: string };
    place: { address: string; kind: string };
    method: string;
  }[];
}

async function signIn({ code }: TestAgency, from = '203.0.113.7') {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const { body } = await createClient().post<{ accessToken: string; sessionId: string; device: string }>(
    url('/sessions'),
    { agency: code, login: 'admin', password: 'correct horse battery', userAgent },
    { 'x-forwarded-for': from },
  );
  return { ...body, client: createClient(body.accessToken) };
}

const expectEnded = (client: Client) =>
  eventually(async () => {
    expect((await client.get(url('/me'))).body['code']).toBe('access/session-ended');
  });

describe('my sessions', () => {
  it('show where I am signed in, with what, and which one this is', async () => {
    const agency = await world.foundAgency();
    const { client, sessionId } = await signIn(agency);
    const { body } = await client.get<Listed>(url('/sessions'));
    expect(body.sessions).toHaveLength(2);
    expect(body.sessions[0]).toMatchObject({
      id: sessionId,
      method: 'password',
      current: true,
      device: { browser: 'Firefox 140', system: 'Linux', kind: 'desktop' },
      place: { address: '203.0.113.7', kind: 'internet', country: null },
    });
    expect(body.sessions[1]?.current).toBe(false);
  });

  it('end one by one, or all but this one; nobody else’s are among them', async () => {
    const agency = await world.foundAgency();
    const [one, two, three] = [await signIn(agency), await signIn(agency), await signIn(agency)];
    expect((await remove(one.client, `/sessions/${two.sessionId}`)).status).toBe(200);
    await expectEnded(two.client);
    expect((await remove(one.client, '/sessions')).body).toEqual({ ended: 2 });
    await expectEnded(three.client);
    await expectEnded(agency.administrator);
    const { body } = await one.client.get<Listed>(url('/sessions'));
    expect(body.sessions.map(({ id }) => id)).toEqual([one.sessionId]);
    const stranger = await (await world.foundAgency()).staff('sales');
    const colleague = await agencyColleague(one.client, agency);
    for (const other of [stranger, colleague])
      expect((await remove(other, `/sessions/${one.sessionId}`)).status).toBe(404);
  });

  it('take the device that was known with them', async () => {
    const agency = await world.foundAgency();
    const [mine, lost] = [await signIn(agency), await signIn(agency, '198.51.100.9')];
    await remove(mine.client, `/sessions/${lost.sessionId}`);
    const { rows } = await world.admin.query(
      'select from identity.known_devices where agency_id = $1 and user_id = $2',
      [agency.id, agency.administrator.userId],
    );
    expect(rows).toHaveLength(2); // the one of foundAgency and `mine`
  });
});

async function agencyColleague(administrator: Client, { headquartersId, code }: TestAgency): Promise<Client> {
  const person = {
    branchId: headquartersId,
    userName: 'colleague',
    email: 'colleague@agency.example',
    displayName: 'Colleague',
    locale: 'en',
    roles: ['sales'],
    password: 'correct horse battery',
  };
  await administrator.post(url('/users'), person);
  const { body } = await createClient().post<{ accessToken: string }>(url('/sessions'), {
    agency: code,
    login: 'colleague',
    password: person.password,
  });
  return createClient(body.accessToken);
}

describe("somebody's sessions", () => {
  it('are seen and ended by an administrator, in force at once', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    const listed = await agency.administrator.get<Listed>(url(`/users/${person.userId}/sessions`));
    expect(listed.body.sessions).toHaveLength(1);
    const id = listed.body.sessions[0]?.id ?? '';
    expect((await remove(agency.administrator, `/users/${person.userId}/sessions/${id}`)).body).toEqual({
      ended: 1,
    });
    await expectEnded(person);
    expect((await remove(agency.administrator, `/users/${person.userId}/sessions`)).body).toEqual({
      ended: 0,
    });
  });

  it('are nobody’s business in another branch or agency, nor without the permission', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    const [sales, ours] = [await agency.staff('sales'), await agency.staff('sales', franchise)];
    const stranger = (await world.foundAgency()).administrator;
    for (const [client, who, status] of [
      [manager, sales, 404],
      [stranger, sales, 404],
      [sales, ours, 403],
      [manager, ours, 200],
    ] as const) {
      const path = `/users/${who.userId}/sessions`;
      expect((await client.get(url(path))).status).toBe(status);
      expect((await remove(client, path)).status).toBe(status);
    }
  });

  it('of an administrator are not ended by a branch manager', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('branch-manager');
    expect(await remove(manager, `/users/${agency.administrator.userId}/sessions`)).toMatchObject({
      status: 403,
      body: { code: 'identity/role-beyond-own' },
    });
    const other = await agency.staff('sales');
    const { body } = await agency.administrator.get<Listed>(url('/sessions'));
    expect(
      (await remove(manager, `/users/${other.userId}/sessions/${body.sessions[0]?.id ?? ''}`)).status,
    ).toBe(404);
  });
});
