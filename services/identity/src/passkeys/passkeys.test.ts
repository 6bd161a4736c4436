import { createClient, startWorld, type Client, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, type Behaviour } from '../fixtures/authenticator.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const password = 'correct horse battery';
const url = (path: string) => `${world.url('identity')}/v1${path}`;
const origin = () => new URL(world.environment('identity')['PUBLIC_URL'] ?? '').origin;

type Authenticator = ReturnType<typeof createAuthenticator>;
type Creation = Parameters<Authenticator['register']>[0];
type Request = Parameters<Authenticator['assert']>[0];

/** A passkey of somebody who is signed in. */
async function register(client: Client, authenticator = createAuthenticator(), name = '办公电脑') {
  const { body } = await client.post<{ options: Creation }>(url('/me/passkeys/options'), { password });
  const response = authenticator.register(body.options, { origin: origin() });
  const registered = await client.post<{ id: string }>(url('/me/passkeys'), { name, response });
  return { authenticator, registered, response };
}

async function options(ticket?: string): Promise<Request> {
  const { body } = await createClient().post<{ options: Request }>(
    url('/sessions/passkey/options'),
    ticket ? { ticket } : {},
  );
  return body.options;
}

interface SignedIn {
  accessToken: string;
  userId: string;
  code?: string;
  secondFactor?: { ticket: string; methods: string[]; purpose: string };
}

const signIn = (response: object) => createClient().post<SignedIn>(url('/sessions/passkey'), { response });

const refused = { status: 401, body: { code: 'identity/passkey-refused' } };

describe('a passkey', () => {
  it('signs its owner in without a name, and is listed, renamed and removed', async () => {
    const { administrator } = await world.foundAgency();
    const { authenticator, registered } = await register(administrator);
    expect(registered.status).toBe(201);
    const session = await signIn(authenticator.assert(await options(), { origin: origin() }));
    expect([session.status, session.body.userId]).toEqual([201, administrator.userId]);
    const me = createClient(session.body.accessToken);
    const { body: sessions } = await me.get<{ sessions: { current: boolean; method: string }[] }>(
      url('/sessions'),
    );
    expect(sessions.sessions.find(({ current }) => current)?.method).toBe('passkey');
    const path = url(`/me/passkeys/${registered.body.id}`);
    const renamed = await me.ask(path, { method: 'PATCH', body: { name: '手机' } });
    expect(renamed.body).toMatchObject({ name: '手机', synced: false });
    const { body: listed } = await me.get<{ passkeys: { name: string; lastUsedAt: string | null }[] }>(
      url('/me/passkeys'),
    );
    expect(listed.passkeys).toHaveLength(1);
    expect(listed.passkeys[0]?.lastUsedAt).not.toBeNull();
    expect((await me.ask(path, { method: 'DELETE' })).status).toBe(200);
    expect(await signIn(authenticator.assert(await options(), { origin: origin() }))).toMatchObject(refused);
  });

  it('answers each challenge once', async () => {
    const { administrator } = await world.foundAgency();
    const { authenticator } = await register(administrator);
    const asked = await options();
    const answer = authenticator.assert(asked, { origin: origin() });
    expect((await signIn(answer)).status).toBe(201);
    expect(await signIn(answer)).toMatchObject(refused);
    // Also with a new signature and a counter that has gone on.
    expect(await signIn(authenticator.assert(asked, { origin: origin() }))).toMatchObject(refused);
  });

  const cases: [string, (asked: Request) => [Request, Omit<Behaviour, 'origin'> & { origin?: string }]][] = [
    ['a counter that goes back, as a copy has', (asked) => [asked, { counter: 3 }]],
    ['the same counter again', (asked) => [asked, { counter: 5 }]],
    ['another origin', (asked) => [asked, { origin: 'https://yitu.evil.example' }]],
    ['another party', (asked) => [asked, { rpId: 'evil.example' }]],
    ['a signature by another key', (asked) => [asked, { otherKey: true }]],
    ['an owner nobody made sure of', (asked) => [asked, { ownerVerified: false }]],
    ['a challenge nobody gave', (asked) => [{ ...asked, challenge: 'AAAA' }, {}]],
  ];
  it.each(cases)('is refused with %s', async (_what, change) => {
    const { administrator } = await world.foundAgency();
    const { authenticator } = await register(administrator);
    const good = authenticator.assert(await options(), { origin: origin(), counter: 5 });
    expect((await signIn(good)).status).toBe(201);
    const [asked, behaviour] = change(await options());
    const answer = authenticator.assert(asked, { origin: origin(), counter: 9, ...behaviour });
    expect(await signIn(answer)).toMatchObject(refused);
    const again = authenticator.assert(await options(), { origin: origin(), counter: 10 });
    expect((await signIn(again)).status).toBe(201);
  });

  it('lets one of two answers with the same counter through, and leaves suspended people out', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    const { authenticator } = await register(person);
    const [one, two] = [await options(), await options()];
    const answers = await Promise.all(
      [one, two].map((asked) => signIn(authenticator.assert(asked, { origin: origin(), counter: 1 }))),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 401]);
    await agency.administrator.put(url(`/users/${person.userId}/active`), { active: false }, 1);
    expect(await signIn(authenticator.assert(await options(), { origin: origin() }))).toMatchObject(refused);
  });
});

describe('registering a passkey', () => {
  it('needs the password once more, a challenge of one’s own, and a key that is new', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const wrong = await administrator.post(url('/me/passkeys/options'), { password: 'wrong' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'identity/wrong-password' } });
    const { authenticator, registered, response } = await register(administrator);
    expect(registered.status).toBe(201);
    expect(await administrator.post(url('/me/passkeys'), { name: 'x', response })).toMatchObject(refused);
    expect((await register(administrator, authenticator)).registered).toMatchObject({
      status: 409,
      body: { code: 'identity/passkey-taken' },
    });
    const colleague = await agency.staff('sales');
    const { body } = await administrator.post<{ options: Creation }>(url('/me/passkeys/options'), {
      password,
    });
    const foreign = createAuthenticator().register(body.options, { origin: origin() });
    expect(await colleague.post(url('/me/passkeys'), { name: 'x', response: foreign })).toMatchObject(
      refused,
    );
  });

  it('is for its owner alone: others neither see nor change it', async () => {
    const agency = await world.foundAgency();
    const { registered } = await register(agency.administrator);
    const colleague = await agency.staff('sales');
    const path = url(`/me/passkeys/${registered.body.id}`);
    expect((await colleague.ask(path, { method: 'DELETE' })).status).toBe(404);
    expect((await colleague.ask(path, { method: 'PATCH', body: { name: 'mine' } })).status).toBe(404);
    expect((await colleague.get<{ passkeys: object[] }>(url('/me/passkeys'))).body.passkeys).toEqual([]);
  });
});

describe('a passkey as the second factor', () => {
  const withPassword = ({ code }: TestAgency) =>
    createClient().post<SignedIn>(url('/sessions'), { agency: code, login: 'admin', password });

  it('completes a sign-in of a role that needs one, and cannot be removed then', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const { authenticator, registered } = await register(administrator);
    expect((await withPassword(agency)).status).toBe(201);
    const roles = { roles: ['system-administrator'] };
    expect((await administrator.put(url('/agency/second-factor'), roles, 1)).status).toBe(200);
    const first = await withPassword(agency);
    expect([first.status, first.body.accessToken]).toEqual([202, undefined]);
    const { ticket = '', methods } = first.body.secondFactor ?? {};
    expect(methods).toEqual(['passkey']);
    const asked = await options(ticket);
    const anothers = authenticator.assert(await options(), { origin: origin(), ownerVerified: false });
    const complete = (passkey: object) =>
      createClient().post<SignedIn>(url('/sessions/second-factor'), { ticket, passkey });
    // A challenge for anybody is not one for this ticket.
    expect((await complete(anothers)).status).toBe(401);
    const answer = authenticator.assert(asked, { origin: origin(), ownerVerified: false });
    const session = await complete(answer);
    expect([session.status, session.body.userId]).toEqual([201, administrator.userId]);
    const path = url(`/me/passkeys/${registered.body.id}`);
    expect(await createClient(session.body.accessToken).ask(path, { method: 'DELETE' })).toMatchObject({
      status: 409,
      body: { code: 'identity/second-factor-required' },
    });
  });
});
