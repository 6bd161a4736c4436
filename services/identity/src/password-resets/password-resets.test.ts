import {
  createClient,
  eventually,
  startMailSink,
  startWorld,
  type MailSink,
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
const password = 'three lazy geese';

const ask = ({ code }: TestAgency, login: string) =>
  createClient().post(url('/password-resets'), { agency: code, login });
const use = (token: string, changes: object = {}) =>
  createClient().post(url('/new-passwords'), { token, password, passwordAgain: password, ...changes });
const signIn = ({ code }: TestAgency, login: string, typed = password) =>
  createClient().post(url('/sessions'), { agency: code, login, password: typed });

/** Somebody with an address and a number of their own. */
async function somebody(agency: TestAgency) {
  const staff = await agency.staff('sales');
  const { body } = await agency.administrator.get<{ userName: string; email: string }>(
    url(`/users/${staff.userId}`),
  );
  return { ...staff, ...body };
}

/** What became of the requests at an agency, once all were looked at. */
const outcomes = (agency: TestAgency, number: number) =>
  eventually(async () => {
    const { rows } = await world.admin.query<{ state: string; login: string | null }>(
      'select state, login from identity.password_resets where agency_id = $1 order by id',
      [agency.id],
    );
    expect(rows.filter(({ state }) => state !== 'asked')).toHaveLength(number);
    return rows;
  });

describe('a forgotten password', () => {
  it('is replaced by the link in the letter, once; all sessions end', async () => {
    const agency = await world.foundAgency();
    const person = await somebody(agency);
    expect(await ask(agency, person.userName.toUpperCase())).toMatchObject({
      status: 202,
      body: { state: 'asked' },
    });
    const token = await tokenIn(sink, person.email, 'new-password');
    const form = await createClient().get(url(`/new-passwords?token=${token}`));
    expect(form.body).toMatchObject({ userName: person.userName, agencyCode: agency.code });
    expect((await person.get(url('/me'))).status).toBe(200);
    expect((await use(token)).status).toBe(201);
    await eventually(async () => {
      expect((await person.get(url('/me'))).status).toBe(401);
    });
    expect((await signIn(agency, person.userName)).status).toBe(201);
    expect((await signIn(agency, person.userName, 'correct horse battery')).status).toBe(401);
    expect(await use(token)).toMatchObject(refused(410, 'identity/link-used'));
  });

  it('answers the same for an account, for none, for one who has left, for one who is suspended, for no agency', async () => {
    const agency = await world.foundAgency();
    const [person, left, suspended] = [
      await somebody(agency),
      await somebody(agency),
      await somebody(agency),
    ];
    const { administrator } = agency;
    const departure = url(`/users/${left.userId}/departure`);
    await administrator.post(departure, { successorId: person.userId }, { 'if-match': '"1"' });
    await administrator.put(url(`/users/${suspended.userId}/active`), { active: false }, 1);
    const logins = [person.email, 'nobody', left.email, suspended.email];
    const answers = await Promise.all([
      ...logins.map((login) => ask(agency, login)),
      ask({ ...agency, code: 'no-such-agency' }, 'admin'),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([202, { state: 'asked' }]);
    const rows = await outcomes(agency, 4);
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['nobody', 'nobody', 'nobody', 'pending']);
    expect(rows.filter(({ login }) => login !== null)).toEqual([]); // what was typed is forgotten
    await tokenIn(sink, person.email, 'new-password');
    expect([...sink.messages(left.email), ...sink.messages(suspended.email)]).toEqual([]);
  });

  it('is noted and looked at for an agency that is none as for any other, and recorded nowhere', async () => {
    const code = `x${crypto.randomUUID().slice(0, 8)}`;
    const begun = new Date();
    const asked = await createClient().post(url('/password-resets'), { agency: code, login: 'admin' });
    expect(asked).toMatchObject({ status: 202, body: { state: 'asked' } });
    const made = await eventually(async () => {
      const { rows } = await world.admin.query<{ agency_id: string; login: string | null }>(
        `select agency_id, login from identity.password_resets where created_at >= $1 and state = 'nobody'
           and not exists (select from identity.agencies where agencies.agency_id = password_resets.agency_id)`,
        [begun],
      );
      expect(rows).toMatchObject([{ login: null }]);
      return rows[0]?.agency_id;
    });
    const { rows } = await world.admin.query<{ subject: string }>(
      'select subject from identity.outbox where agency_id = $1',
      [made],
    );
    expect(rows.map(({ subject }) => subject.split('.').slice(3).join('.'))).toEqual([
      'password-reset.due.v1',
    ]);
    const recorded = await world.admin.query('select from identity.audit_records where agency_id = $1', [
      made,
    ]);
    expect(recorded.rows).toEqual([]);
  });

  it('gets a link by mobile number, however it is written', async () => {
    const agency = await world.foundAgency();
    const person = await somebody(agency);
    const body = { mobile: '138 0013 8000' };
    const changed = await person.ask(url('/me'), { method: 'PATCH', body, headers: { 'if-match': '"1"' } });
    expect(changed.body).toMatchObject({ mobile: '+8613800138000' });
    await ask(agency, '+86 138-0013-8000');
    await tokenIn(sink, person.email, 'new-password');
  });

  it('gets three links an hour, of which the newest is good', async () => {
    const agency = await world.foundAgency();
    const person = await somebody(agency);
    for (let time = 0; time < 3; time++) {
      await ask(agency, person.email);
      await tokenIn(sink, person.email, 'new-password', time + 1);
    }
    const letters = sink.messages(person.email).map(({ text }) => /token=(\S+)/.exec(text ?? '')?.[1] ?? '');
    expect((await ask(agency, person.email)).status).toBe(202);
    await outcomes(agency, 4);
    expect(sink.messages(person.email)).toHaveLength(3);
    const answers = await Promise.all(letters.slice(1).map((token) => use(token)));
    for (const answer of answers) expect(answer).toMatchObject(refused(410, 'identity/link-used'));
    expect((await use(letters[0] ?? '')).status).toBe(201);
  });

  it('takes twenty requests an hour from one address, and answers the others as well', async () => {
    const agency = await world.foundAgency();
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_none, index) => ask(agency, `nobody${index}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const one = await ask(agency, 'admin');
    expect(one.status).toBe(202);
    const { rows } = await world.admin.query('select from identity.password_resets where agency_id = $1', [
      agency.id,
    ]);
    expect(rows.length).toBeLessThanOrEqual(25); // those that came at once do not see each other
    expect(rows.length).toBeGreaterThanOrEqual(20);
    const { rows: forAdmin } = await world.admin.query(
      'select from identity.password_resets where agency_id = $1 and user_id is not null',
      [agency.id],
    );
    expect(forAdmin).toEqual([]);
  });

  it('is not replaced by a weak one, nor by one typed wrong, nor by a link of another kind', async () => {
    const agency = await world.foundAgency();
    const person = await somebody(agency);
    await ask(agency, person.email);
    const token = await tokenIn(sink, person.email, 'new-password');
    expect(await use(token, { passwordAgain: 'three lazy ducks' })).toMatchObject(
      refused(422, 'identity/passwords-differ'),
    );
    const weak = await use(token, { password: 'qwertyuiop', passwordAgain: 'qwertyuiop' });
    expect(weak.body).toMatchObject({
      code: 'identity/weak-password',
      errors: [{ field: '/body/password', rule: 'guessable' }],
    });
    expect(await createClient().get(url(`/invitation-forms?token=${token}`))).toMatchObject(
      refused(401, 'access/invalid-link'),
    );
    await agency.administrator.put(url(`/users/${person.userId}/active`), { active: false }, 1);
    expect(await use(token)).toMatchObject(refused(410, 'identity/link-used'));
  });

  it('makes links to another address and to another password void', async () => {
    const agency = await world.foundAgency();
    const person = await somebody(agency);
    const wanted = `new-${person.userId}@mail.example`;
    const body = { email: wanted, currentPassword: 'correct horse battery' };
    await person.ask(url('/me'), { method: 'PATCH', body, headers: { 'if-match': '"1"' } });
    const toAddress = await tokenIn(sink, wanted, 'email');
    await ask(agency, person.email);
    // One letter tells the old address of the new one, the other has the link.
    const token = await tokenIn(sink, person.email, 'new-password', 2);
    const change = { currentPassword: 'correct horse battery', password, passwordAgain: password };
    expect((await person.ask(url('/me/password'), { method: 'PUT', body: change })).status).toBe(200);
    expect(await use(token)).toMatchObject(refused(410, 'identity/link-used'));
    const confirmed = await createClient().post(url('/email-confirmations'), { token: toAddress });
    expect(confirmed).toMatchObject(refused(410, 'identity/link-used'));
  });
});
