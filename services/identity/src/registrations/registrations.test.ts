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
  world = await startWorld({ services: ['identity', 'crm', 'notifications'], smtpUrl: sink.smtpUrl });
});
afterAll(async () => {
  await world.close();
  await sink.stop();
});

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const refused = (status: number, code: string) => ({ status, body: { code } });
const password = 'three lazy geese';

const legal = (kind: string, changes: object = {}) => ({
  kind,
  textVersion: '2026-1',
  validFrom: Temporal.Now.plainDateISO('Asia/Shanghai').toString(),
  texts: { zh: '条款', en: 'Terms' },
  ...changes,
});

/** An agency that customers can register at. */
async function openAgency(): Promise<TestAgency> {
  const agency = await world.foundAgency();
  for (const kind of ['terms', 'privacy'])
    expect((await agency.administrator.post(url('/legal-texts'), legal(kind))).status).toBe(201);
  return agency;
}

let people = 0;
const customer = (agency: TestAgency, changes: object = {}) => {
  people += 1;
  return {
    agency: agency.code,
    userName: `lilei${people}`,
    displayName: '李雷',
    email: `lilei${people}@mail.example`,
    mobile: `1390000${String(people).padStart(4, '0')}`,
    locale: 'zh',
    password,
    passwordAgain: password,
    acceptedTerms: '2026-1',
    acceptedPrivacy: '2026-1',
    ...changes,
  };
};
const register = (body: object) =>
  createClient().post<{ state: string; errors?: { field: string }[] }>(url('/registrations'), body);
const confirm = (token: string) =>
  createClient().post<{ userId: string }>(url('/registration-confirmations'), { token });
const signIn = (agency: TestAgency, login: string) =>
  createClient().post<{ accessToken: string }>(url('/sessions'), { agency: agency.code, login, password });

/** Somebody who has registered and confirmed. */
async function registered(agency: TestAgency, changes: object = {}) {
  const person = customer(agency, changes);
  expect((await register(person)).status).toBe(202);
  const { status, body } = await confirm(await tokenIn(sink, person.email, 'registration'));
  expect(status).toBe(201);
  return { ...person, userId: body.userId };
}

describe('a registration', () => {
  it('is an account once its e-mail address is confirmed, with what was accepted, when and from where', async () => {
    const agency = await openAgency();
    const person = customer(agency);
    expect(await register(person)).toMatchObject({ status: 202, body: { state: 'asked' } });
    const token = await tokenIn(sink, person.email, 'registration');
    expect((await signIn(agency, person.userName)).status).toBe(401);
    const form = await createClient().get(url(`/registration-confirmations?token=${token}`));
    expect(form.body).toMatchObject({ userName: person.userName, email: person.email });
    const { status, body } = await confirm(token);
    expect(status).toBe(201);
    expect(await confirm(token)).toMatchObject(refused(410, 'identity/link-used'));
    const session = await signIn(agency, person.userName);
    const me = await createClient(session.body.accessToken).get(url('/me'));
    expect(me.body).toMatchObject({
      user: {
        account: 'customer',
        roles: ['customer'],
        branchId: agency.headquartersId,
        displayName: '李雷',
      },
    });
    const { rows } = await world.admin.query(
      `select kind, text_version, locale, remote_address <> '' as "from", accepted_at < now() as "before"
       from identity.legal_acceptances join identity.legal_texts on legal_texts.id = legal_text_id where user_id = $1 order by kind`,
      [body.userId],
    );
    const accepted = { text_version: '2026-1', locale: 'zh', from: true, before: true };
    expect(rows).toEqual([
      { kind: 'privacy', ...accepted },
      { kind: 'terms', ...accepted },
    ]);
    const own = await createClient(session.body.accessToken).get(url('/me/legal-acceptances'));
    expect(own.body.accepted).toHaveLength(2);
    expect(own.body.accepted).toContainEqual({
      ...{ kind: 'terms', textVersion: '2026-1', texts: { zh: '条款', en: 'Terms' } },
      acceptedAt: expect.any(String),
    });
    const nobodyElse = await agency.administrator.get(url('/me/legal-acceptances'));
    expect(nobodyElse.body).toEqual({ accepted: [] });
  });

  it('is answered the same where somebody has name or addresses already; the owner is told', async () => {
    const agency = await openAgency();
    const owner = await registered(agency);
    const fresh = await register(customer(agency));
    const attempts = [{ email: owner.email.toUpperCase() }, { mobile: `+86 ${owner.mobile}` }];
    for (const [index, same] of attempts.entries()) {
      const attempt = customer(agency, same);
      const answer = await register(attempt);
      expect([answer.status, answer.body]).toEqual([fresh.status, fresh.body]);
      await eventually(() => {
        const [letter, ...before] = sink.messages(owner.email);
        expect([letter?.subject, before.length]).toEqual(['有人使用您的资料在测试旅行社注册', index + 1]);
        expect(letter?.text).not.toContain('/links/');
      });
    }
    const sameName = customer(agency, { userName: owner.userName.toUpperCase() });
    expect((await register(sameName)).status).toBe(202);
    await eventually(() => {
      const [letter] = sink.messages(sameName.email);
      expect(letter?.subject).toBe('您在测试旅行社的注册未能完成');
      expect(letter?.text).not.toContain('/links/');
    });
  });

  it('sends one address three letters an hour', async () => {
    const agency = await openAgency();
    const email = 'often@mail.example';
    for (let time = 0; time < 5; time++)
      expect((await register(customer(agency, { email }))).status).toBe(202);
    await eventually(async () => {
      const { rows } = await world.admin.query(
        `select from identity.registrations where agency_id = $1 and state = 'pending'`,
        [agency.id],
      );
      expect(rows).toHaveLength(5);
      expect(sink.messages(email)).toHaveLength(3);
    });
    await tokenIn(sink, email, 'registration', 3);
  });

  it.each([
    [
      'outdated terms',
      { acceptedTerms: '2025-1' },
      422,
      'identity/legal-texts-not-current',
      ['/body/acceptedTerms'],
    ],
    [
      'passwords that differ',
      { passwordAgain: 'x' },
      422,
      'identity/passwords-differ',
      ['/body/passwordAgain'],
    ],
    [
      'the own address as password',
      { email: 'weak.word@mail.example', password: 'weak.word@mail', passwordAgain: 'weak.word@mail' },
      422,
      'identity/weak-password',
      ['/body/password'],
    ],
    ['a land line', { mobile: '010 6552 9988' }, 422, 'identity/no-mobile-number', ['/body/mobile']],
    ['a role', { roles: ['system-administrator'] }, 400, 'request/invalid', ['/body/roles']],
    ['no such branch', { branchCode: 'NONE' }, 422, 'identity/no-such-branch', []],
  ])('is refused with %s', async (_what, changes, status, code, fields) => {
    const agency = await openAgency();
    const answer = await register(customer(agency, changes));
    expect(answer).toMatchObject(refused(status, code));
    expect((answer.body.errors ?? []).map((error) => error.field)).toEqual(fields);
  });

  it('is refused alike at an agency that is none and at one that takes no registrations', async () => {
    const closed = await world.foundAgency();
    const answers = await Promise.all(
      [closed.code, 'nobody'].map((agency) => register(customer(closed, { agency }))),
    );
    const [one, other] = answers.map(({ status, body }) => ({ status, body }));
    expect(one).toMatchObject(refused(422, 'identity/legal-texts-not-current'));
    expect(other).toEqual(one);
  });

  it('goes by the texts in force on the day, which are published ahead and never changed', async () => {
    const agency = await openAgency();
    const tomorrow = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 1 }).toString();
    const next = legal('terms', { textVersion: '2026-2', validFrom: tomorrow });
    const { administrator } = agency;
    expect((await administrator.post(url('/legal-texts'), next)).status).toBe(201);
    expect(await administrator.post(url('/legal-texts'), next)).toMatchObject(
      refused(409, 'identity/legal-text-known'),
    );
    const past = legal('terms', { textVersion: '2020', validFrom: '2020-01-01' });
    expect(await administrator.post(url('/legal-texts'), past)).toMatchObject(
      refused(422, 'identity/valid-before-today'),
    );
    const sales = await agency.staff('sales');
    expect((await sales.post(url('/legal-texts'), next)).status).toBe(403);
    const current = await createClient().get(url(`/current-legal-texts?agency=${agency.code}`));
    expect(current.body).toMatchObject({
      terms: { textVersion: '2026-1' },
      privacy: { textVersion: '2026-1' },
    });
    expect(await register(customer(agency, { acceptedTerms: '2026-2' }))).toMatchObject({ status: 422 });
    expect(await createClient().get(url('/current-legal-texts?agency=nobody'))).toMatchObject(
      refused(404, 'identity/no-legal-texts'),
    );
  });
});

describe('a customer with an account', () => {
  const customersOf = async (agency: TestAgency, userId: string) => {
    const { rows } = await world.admin.query<{
      id: string;
      email: string;
      phone: string;
      name: object;
      source: string;
    }>('select id, email, phone, name, source from crm.customers where agency_id = $1 and user_id = $2', [
      agency.id,
      userId,
    ]);
    return rows;
  };

  it('becomes a customer of crm, with the name and addresses asked of identity', async () => {
    const agency = await openAgency();
    const { userId, email, mobile } = await registered(agency);
    await eventually(async () => {
      expect(await customersOf(agency, userId)).toMatchObject([
        { email, phone: `+86${mobile}`, name: { zh: '李雷' }, source: 'website' },
      ]);
    });
  });

  it('is the customer who is known by the address they have confirmed, not by a number anybody can type', async () => {
    const agency = await openAgency();
    const seller = await agency.staff('sales');
    const enter = async (body: object) => {
      const entered = await seller.post<{ id: string }>(`${world.url('crm')}/v1/customers`, {
        kind: 'person',
        name: { zh: '韩梅梅' },
        ...body,
      });
      expect(entered.status).toBe(201);
      return entered.body.id;
    };
    const byMail = await enter({ email: 'Known@mail.example' });
    const byPhone = await enter({ phone: '13911112222' });
    const known = await registered(agency, { email: 'known@mail.example' });
    const typed = await registered(agency, { mobile: '13911112222' });
    await eventually(async () => {
      expect((await customersOf(agency, known.userId)).map(({ id }) => id)).toEqual([byMail]);
      const [made] = await customersOf(agency, typed.userId);
      expect(made?.id).toBeDefined();
      expect(made?.id).not.toBe(byPhone);
    });
  });
});
