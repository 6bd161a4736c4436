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

let world: World;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications', 'gateway'], smtpUrl: sink.smtpUrl });
});
afterAll(async () => {
  await world.close();
  await sink.stop();
});

const identity = (path: string) => `${world.url('gateway')}/api/identity/v1${path}`;
const password = 'three lazy geese';

/** The link in the newest letter to an address, opened in the browser's language. */
const linkTo = (email: string): Promise<string> =>
  eventually(() => {
    const [, link] = /(http:\/\/\S+\/links\/\S+)/.exec(sink.messages(email)[0]?.text ?? '') ?? [];
    if (!link) throw new Error('no link yet');
    return link;
  });

async function open(url: string, language = 'zh') {
  const response = await fetch(url, { headers: { 'accept-language': language } });
  return { status: response.status, text: await response.text() };
}

/** Sends the form of a page: its hidden fields and what is typed. */
async function send(link: string, typed: Record<string, string> = {}, language = 'zh') {
  const { origin, pathname, searchParams } = new URL(link);
  const response = await fetch(`${origin}${pathname}?lang=${language}`, {
    method: 'POST',
    body: new URLSearchParams({ token: searchParams.get('token') ?? '', ...typed }),
    redirect: 'manual',
  });
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}

const signIn = ({ code }: TestAgency, login: string) =>
  createClient().post(identity('/sessions'), { agency: code, login, password });

describe('the page of an invitation', () => {
  it('opens the account with a name and a password of one’s own, in either language, without a script', async () => {
    const agency = await world.foundAgency();
    const email = `han@${agency.code}.example`;
    const person = {
      branchId: agency.headquartersId,
      displayName: '韩<梅>梅',
      email,
      locale: 'zh',
      roles: ['sales'],
    };
    expect((await agency.administrator.post(identity('/invitations'), person)).status).toBe(201);
    const link = await linkTo(email);
    expect(link.startsWith(world.url('gateway'))).toBe(true);
    const page = await open(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('韩&lt;梅&gt;梅，您好！测试旅行社邀请您加入。');
    expect(page.text).not.toMatch(/<script|\son\w+=|\sstyle=/);
    expect((await open(link, 'en')).text).toContain('Open the account');

    const wrong = await send(link, { userName: 'han"mei', password: 'short', passwordAgain: 'other' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('value="han&quot;mei"');
    expect(wrong.text).toContain('<span class="problem" id="password-problem">至少 10 个字符</span>');
    expect(wrong.text).toMatch(
      /name="userName"[^>]*aria-describedby="userName-hint userName-problem"[^>]*aria-invalid="true"/,
    );
    expect(wrong.text).not.toContain('value="short"');

    const typed = { userName: 'han.mei', password, passwordAgain: password };
    const done = await send(link, typed, 'en');
    expect([done.status, done.location]).toEqual([303, '/links/done?what=invitation&lang=en']);
    expect((await open(`${world.url('gateway')}${done.location}`)).text).toContain('Your account is ready.');
    expect((await signIn(agency, 'han.mei')).status).toBe(201);
    expect(await send(link, typed)).toMatchObject({ status: 410 });
    expect((await open(link)).text).toContain('此链接已使用过，或已被新的链接取代。');
  });
});

describe('the page of a forgotten password', () => {
  it('sets the new one, says of each field what is wrong, and works once', async () => {
    const agency = await world.foundAgency();
    const { userId } = await agency.staff('sales');
    const { body } = await agency.administrator.get<{ email: string; userName: string }>(
      identity(`/users/${userId}`),
    );
    await createClient().post(identity('/password-resets'), { agency: agency.code, login: body.email });
    const link = await linkTo(body.email);
    const page = await open(link, 'en');
    expect(page.text).toContain(`account ${body.userName}`);
    const common = await send(link, { password: 'password1234', passwordAgain: 'password1234' }, 'en');
    expect(common.status).toBe(422);
    expect(common.text).toContain('is common or easy to guess');
    const differ = await send(link, { password, passwordAgain: 'three lazy ducks' }, 'zh');
    expect(differ.text).toContain(
      '<span class="problem" id="passwordAgain-problem">两次输入的密码不一致</span>',
    );
    expect((await send(link, { password, passwordAgain: password })).status).toBe(303);
    expect((await signIn(agency, body.email)).status).toBe(201);
    expect((await open(link)).status).toBe(410);
  });
});

describe('the page of a new e-mail address', () => {
  it('asks before it confirms, since programs open links too', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    const email = `new-${person.userId}@mail.example`;
    await person.ask(identity('/me'), {
      method: 'PATCH',
      body: { email, currentPassword: 'correct horse battery' },
      headers: { 'if-match': '"1"' },
    });
    const link = await linkTo(email);
    for (let time = 0; time < 2; time++) expect((await open(link)).text).toContain(email);
    const done = await send(link);
    expect(done.location).toBe('/links/done?what=email&lang=zh');
    const me = await person.get<{ user: { email: string } }>(identity('/me'));
    expect(me.body.user.email).toBe(email);
    expect((await send(link)).status).toBe(410);
  });

  it('is a page also for a link that is none', async () => {
    const page = await open(`${world.url('gateway')}/links/registration?token=invented`);
    expect([page.status, page.text.includes('链接无效')]).toEqual([401, true]);
  });
});
