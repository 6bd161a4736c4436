import {
  createClient,
  eventually,
  startMailSink,
  startWorld,
  type MailSink,
  type Staff,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenIn } from '../fixtures/letters.ts';

let world: World;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl });
});
afterAll(async () => {
  await world.close();
  await sink.stop();
});

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const refused = (status: number, code: string) => ({ status, body: { code } });
const password = 'correct horse battery';
const change = (
  by: Staff,
  given: Readonly<Record<string, unknown>>,
  version = 1,
  currentPassword: string | undefined = password,
) =>
  by.ask<{ version: number; email: string }>(url('/me'), {
    method: 'PATCH',
    body: given['email'] === undefined ? given : { ...given, currentPassword },
    headers: { 'if-match': `"${version}"` },
  });
const confirm = (token: string) => createClient().post(url('/email-confirmations'), { token });
const emailOf = async (by: Staff) => (await by.get<{ user: { email: string } }>(url('/me'))).body.user.email;

describe('one’s own profile', () => {
  it('is changed by oneself, as it was read', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    const { headers } = await person.get(url('/me'));
    expect(headers.get('etag')).toBe('"1"');
    const changed = await change(person, { displayName: '王芳', locale: 'zh', mobile: '13812345678' });
    expect(changed).toMatchObject({
      status: 200,
      body: { displayName: '王芳', locale: 'zh', mobile: '+8613812345678', version: 2 },
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(await change(person, { mobile: null })).toMatchObject(refused(412, 'request/stale-version'));
    expect(await change(person, { mobile: null }, 2)).toMatchObject({ body: { mobile: null, version: 3 } });
    expect(await change(person, { displayName: '王芳' }, 3)).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    const { rows } = await world.admin.query<{ envelope: string }>(
      `select envelope from identity.outbox where subject like '%user.profile-changed%' and aggregate_id = $1 order by aggregate_version`,
      [person.userId],
    );
    expect(
      rows.map(
        ({ envelope }) => (JSON.parse(envelope) as { data: { changedFields: string[] } }).data.changedFields,
      ),
    ).toEqual([['displayName', 'locale', 'mobile'], ['mobile']]);
  });

  it('holds nothing that others decide', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    for (const body of [
      { roles: ['system-administrator'] },
      { branchId: agency.headquartersId },
      { active: true },
    ])
      expect(await change(person, body)).toMatchObject(refused(400, 'request/invalid'));
    expect(await change(person, { mobile: '010 6552 9988' })).toMatchObject(
      refused(422, 'identity/no-mobile-number'),
    );
    const other = await agency.staff('sales');
    await change(other, { mobile: '13812345679' });
    expect(await change(person, { mobile: '138 1234 5679' })).toMatchObject(
      refused(409, 'identity/mobile-taken'),
    );
    expect((await createClient().get(url('/me'))).status).toBe(401);
  });
});

describe('a new e-mail address', () => {
  it('is in force once its owner has opened the link; the old one is told before', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    const old = await emailOf(person);
    const wanted = `new-${person.userId}@mail.example`;
    expect((await change(person, { email: wanted })).body).toMatchObject({ email: old, version: 1 });
    const token = await tokenIn(sink, wanted, 'email');
    await eventually(() => {
      const [letter] = sink.messages(old);
      expect(letter?.subject).toBe('The e-mail address of your Test Travel account is to change');
      expect(letter?.text).not.toContain('/links/');
      expect(letter?.text).not.toContain(wanted);
    });
    expect(await createClient().get(url(`/email-confirmations?token=${token}`))).toMatchObject({
      body: { email: wanted },
    });
    expect(await emailOf(person)).toBe(old);
    expect((await confirm(token)).status).toBe(201);
    expect(await emailOf(person)).toBe(wanted);
    expect(await confirm(token)).toMatchObject(refused(410, 'identity/link-used'));
  });

  it('replaces the one that was asked for before, three times an hour', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    const [first, second] = [`a-${person.userId}@mail.example`, `b-${person.userId}@mail.example`];
    await change(person, { email: first });
    const token = await tokenIn(sink, first, 'email');
    await change(person, { email: second });
    expect(await confirm(token)).toMatchObject(refused(410, 'identity/link-used'));
    await change(person, { email: first });
    expect(await change(person, { email: second })).toMatchObject(
      refused(429, 'identity/too-many-addresses'),
    );
  });

  it('that somebody else has is told to its owner alone', async () => {
    const agency = await world.foundAgency();
    const [person, other] = [await agency.staff('sales'), await agency.staff('sales')];
    const taken = await emailOf(other);
    expect((await change(person, { email: taken })).status).toBe(200);
    expect(await confirm(await tokenIn(sink, taken, 'email'))).toMatchObject(
      refused(409, 'identity/email-taken'),
    );
  });
});

describe('whoever asks for another address', () => {
  const ask = (by: Staff, body: object) =>
    by.ask(url('/me'), { method: 'PATCH', body, headers: { 'if-match': '"1"' } });
  const email = 'thief@mail.example';

  it('gives the password once more, where another address is meant', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    const needed = { errors: [{ field: '/body/currentPassword', rule: 'required' }] };
    expect(await ask(person, { email })).toMatchObject(refused(403, 'identity/sign-in-again'));
    expect(await ask(person, { email })).toMatchObject({ body: needed });
    expect(await ask(person, { email, currentPassword: 'guessed' })).toMatchObject(
      refused(422, 'identity/wrong-password'),
    );
    expect((await ask(person, { email: (await emailOf(person)).toUpperCase(), locale: 'en' })).status).toBe(
      200,
    );
    const { rows } = await world.admin.query('select from identity.email_changes where user_id = $1', [
      person.userId,
    ]);
    expect(rows).toEqual([]);
  });

  it('has signed in a moment ago, where there is no password to give', async () => {
    const person = await (await world.foundAgency()).staff('sales');
    const began = (minutesAgo: number) =>
      world.admin.query(
        `update identity.sessions set method = 'provider', started_at = now() - make_interval(mins => $2) where user_id = $1`,
        [person.userId, minutesAgo],
      );
    await began(6);
    expect(await ask(person, { email })).toMatchObject(refused(403, 'identity/sign-in-again'));
    await began(4);
    expect((await ask(person, { email })).status).toBe(200);
  });

  it('is nobody who is suspended when the link comes back', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    const wanted = `new-${person.userId}@mail.example`;
    await change(person, { email: wanted });
    const token = await tokenIn(sink, wanted, 'email');
    await agency.administrator.put(url(`/users/${person.userId}/active`), { active: false }, 1);
    expect(await confirm(token)).toMatchObject(refused(410, 'identity/link-used'));
  });
});

describe('one’s own password', () => {
  const put = (by: Staff, body: object) => by.ask(url('/me/password'), { method: 'PUT', body });
  const typed = (password: string, currentPassword = 'correct horse battery') => ({
    currentPassword,
    password,
    passwordAgain: password,
  });
  const nameOf = async (by: Staff) =>
    (await by.get<{ user: { userName: string } }>(url('/me'))).body.user.userName;
  const signIn = ({ code }: TestAgency, login: string, password: string) =>
    createClient().post<{ accessToken: string }>(url('/sessions'), { agency: code, login, password });

  it('is changed with the old one; this session goes on, the others end', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    const userName = await nameOf(person);
    const elsewhere = createClient(
      (await signIn(agency, userName, 'correct horse battery')).body.accessToken,
    );
    expect((await elsewhere.get(url('/me'))).status).toBe(200);
    expect((await put(person, typed('three lazy geese'))).status).toBe(200);
    await eventually(async () => {
      expect((await elsewhere.get(url('/me'))).status).toBe(401);
    });
    expect((await person.get(url('/me'))).status).toBe(200);
    expect((await signIn(agency, userName, 'three lazy geese')).status).toBe(201);
    expect((await signIn(agency, userName, 'correct horse battery')).status).toBe(401);
  });

  it.each([
    ['a wrong old one', typed('three lazy geese', 'wrong'), 'wrong-password', '/body/currentPassword'],
    [
      'two that differ',
      { ...typed('three lazy geese'), passwordAgain: 'other' },
      'passwords-differ',
      '/body/passwordAgain',
    ],
    ['a common one', typed('password1234'), 'weak-password', '/body/password'],
  ])('is not changed with %s', async (_what, body, code, field) => {
    const person = await (await world.foundAgency()).staff('sales');
    expect(await put(person, body)).toMatchObject({
      status: 422,
      body: { code: `identity/${code}`, errors: [{ field }] },
    });
  });
});
