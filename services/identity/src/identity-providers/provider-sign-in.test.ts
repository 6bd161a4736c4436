import { createClient, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Arrival, type Browser } from './fixtures/browser.ts';
import { startForgingProvider } from './fixtures/forging-provider.ts';
import { startTestProvider, type TestProvider } from './fixtures/test-provider.ts';

let world: World;
const started: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
});
afterEach(async () => {
  for (const provider of started.splice(0)) await provider.stop();
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;
const callback = ({ code }: TestAgency) => at(`/session/oidc/${code}/callback`);
const api = (path: string) => at(`/api/identity/v1${path}`);

/** Lets the agency's people sign in through a provider. */
async function configured(agency: TestAgency, provider: { issuer: string }, changes: object = {}) {
  const answer = await agency.administrator.post(api('/identity-provider'), {
    issuer: provider.issuer,
    clientId: 'yitu',
    clientSecret: 'a secret: with/special+signs',
    emailDomains: [`${agency.code}.example`],
    ...changes,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

/** An agency with a provider that knows its administrator as `boss`. */
async function agencyWithProvider(
  changes: object = {},
): Promise<{ agency: TestAgency; provider: TestProvider }> {
  const agency = await world.foundAgency();
  const provider = await startTestProvider(callback(agency));
  started.push(provider);
  provider.accounts['boss'] = { email: `Admin@${agency.code}.example`, email_verified: true };
  provider.be('boss');
  await configured(agency, provider, changes);
  return { agency, provider };
}

/** An agency whose provider says what the test tells it to. */
async function forgery() {
  const agency = await world.foundAgency();
  const right = { sub: 'boss', email: `admin@${agency.code}.example`, email_verified: true };
  const provider = await startForgingProvider(right);
  started.push(provider);
  await configured(agency, provider);
  return { agency, provider };
}

const cookiesOf = (browser: Browser): string =>
  Object.entries(browser.cookies(at('/')))
    .map((pair) => pair.join('='))
    .join('; ');

const signIn = (agency: TestAgency, browser = openBrowser(), query = '') =>
  browser.go(at(`/session/oidc/${agency.code}${query}`));

/** Who a browser is at the gateway. */
async function whoIs(browser: Browser): Promise<unknown> {
  const cookie = cookiesOf(browser);
  const { status, body } = await createClient().ask<{ user: { id: string } }>(api('/me'), {
    headers: { cookie },
  });
  return status === 200 ? body.user.id : status;
}

function expectRefused({ status, text, headers }: Arrival): void {
  expect(status).toBe(401);
  expect(text).toContain('The sign-in through the identity provider was not accepted');
  expect(headers.getSetCookie().some((cookie) => cookie.startsWith('yitu-access'))).toBe(false);
}

async function reasons({ id }: TestAgency): Promise<unknown[]> {
  const { rows } = await world.admin.query<{ reason: string }>(
    `select after ->> 'refused' as reason from identity.audit_records where agency_id = $1 and after ? 'refused' order by id`,
    [id],
  );
  return rows.map(({ reason }) => reason);
}

describe('signing in through a provider', () => {
  it('starts a session of the person with the verified address, and leads to the page they wanted', async () => {
    const { agency } = await agencyWithProvider();
    const browser = openBrowser();
    const { status, headers, text } = await signIn(agency, browser, '?return=/orders%3Fstate%3Ddraft');
    expect(status, text).toBe(200);
    expect(headers.get('refresh')).toBe('0; url=/orders?state=draft');
    expect(text).toContain('<a href="/orders?state=draft">');
    expect(headers.get('cache-control')).toBe('no-store');
    const cookies = headers.getSetCookie();
    expect(cookies.find((cookie) => cookie.startsWith('yitu-access'))).toMatch(/HttpOnly; SameSite=Strict$/);
    // With the device, two tabs that refresh at the same moment are known to be one browser.
    expect(Object.keys(browser.cookies(at('/'))).toSorted()).toEqual([
      'yitu-access',
      'yitu-device',
      'yitu-refresh',
      'yitu-signed-in',
    ]);
    expect(await whoIs(browser)).toBe(agency.administrator.userId);
  });

  it('knows the person by the subject from then on, whatever becomes of the address', async () => {
    const { agency, provider } = await agencyWithProvider();
    expect((await signIn(agency)).status).toBe(200);
    provider.accounts['boss'] = { email: 'boss@elsewhere.example', email_verified: false };
    const browser = openBrowser();
    expect((await signIn(agency, browser)).status).toBe(200);
    expect(await whoIs(browser)).toBe(agency.administrator.userId);
    // Somebody else who gets the address at the provider does not get the account with it.
    provider.accounts['thief'] = { email: `admin@${agency.code}.example`, email_verified: true };
    provider.be('thief');
    expectRefused(await signIn(agency));
    expect(await reasons(agency)).toEqual(['linked-to-another-subject']);
  });

  it('leads to no other site', async () => {
    const { agency } = await agencyWithProvider();
    const { headers } = await signIn(agency, openBrowser(), '?return=//evil.example/');
    expect(headers.get('refresh')).toBe('0; url=/');
  });

  it('sends state, nonce and a PKCE challenge along, and keeps what proves them in a cookie of this browser', async () => {
    const { agency, provider } = await agencyWithProvider();
    const asked = new URL((await openBrowser().go(at(`/session/oidc/${agency.code}`), provider.issuer)).url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'yitu',
      redirect_uri: callback(agency),
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    const { headers } = await fetch(at(`/session/oidc/${agency.code}`), { redirect: 'manual' });
    expect(headers.getSetCookie()[0]).toMatch(
      /^yitu-provider=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe('what comes back from a provider', () => {
  /** A browser that has been at the provider, and the address it was sent back to. */
  async function onTheWayBack(agency: TestAgency, browser = openBrowser()) {
    const { url } = await browser.go(at(`/session/oidc/${agency.code}`), callback(agency));
    expect(url).toContain('code=');
    return { browser, url: new URL(url) };
  }

  it('is refused with another state', async () => {
    const { agency } = await agencyWithProvider();
    const { browser, url } = await onTheWayBack(agency);
    url.searchParams.set('state', 'x'.repeat(43));
    expectRefused(await browser.go(url.href));
    expect(await whoIs(browser)).toBe(401);
  });

  it('is refused in another browser: nobody can sign somebody else in as themselves', async () => {
    const { agency } = await agencyWithProvider();
    const { url } = await onTheWayBack(agency);
    const without = await openBrowser().go(url.href);
    expect([without.status, without.text.includes('begun in another window')]).toEqual([400, true]);
    const { browser } = await onTheWayBack(agency);
    expectRefused(await browser.go(url.href));
  });

  it('is refused the second time, with its cookie too, also where the provider takes a code twice', async () => {
    const { agency } = await forgery();
    const { browser, url } = await onTheWayBack(agency);
    const cookie = cookiesOf(browser);
    expect((await browser.go(url.href)).status).toBe(200);
    const replayed = await fetch(url, { headers: { cookie, 'accept-language': 'en' } });
    expect(replayed.status).toBe(401);
    expect(await replayed.text()).toContain('was not accepted');
  });

  it('is refused with a code that was used for another sign-in', async () => {
    const { agency } = await agencyWithProvider();
    const first = await onTheWayBack(agency);
    expect((await first.browser.go(first.url.href)).status).toBe(200);
    const second = await onTheWayBack(agency);
    second.url.searchParams.set('code', first.url.searchParams.get('code') ?? '');
    expectRefused(await second.browser.go(second.url.href));
  });

  it('is refused when the provider says no', async () => {
    const { agency } = await agencyWithProvider();
    const { browser, url } = await onTheWayBack(agency);
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    expectRefused(await browser.go(url.href));
  });

  it('is refused with a token of somebody’s own making', async () => {
    const { agency } = await agencyWithProvider();
    const { browser, url } = await onTheWayBack(agency);
    const [payload = '', signature = ''] = (browser.cookies(at('/'))['yitu-provider'] ?? '').split('.');
    const parts = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
    const forged = Buffer.from(JSON.stringify(parts.with(3, 9_999_999_999))).toString('base64url');
    const parameters = url.search.slice(1);
    const answer = await createClient().post(api('/sessions/oidc'), {
      ...{ agency: agency.code, token: `${forged}.${signature}`, parameters },
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 'identity/provider-sign-in-refused' } });
  });

  it('is refused at another agency', async () => {
    const [{ agency }, other] = [await agencyWithProvider(), await agencyWithProvider()];
    const { browser, url } = await onTheWayBack(agency);
    expectRefused(await browser.go(url.href.replace(agency.code, other.agency.code)));
  });
});

describe('a token that is not what it should be', () => {
  const seconds = () => Math.floor(Date.now() / 1_000);

  it.each([
    ['another issuer', () => ({ iss: 'https://evil.example' })],
    ['another audience', () => ({ aud: 'somebody-else' })],
    ['another nonce', () => ({ nonce: 'x' })],
    ['no nonce', () => ({ nonce: undefined })],
    ['an end that is over', () => ({ exp: seconds() - 60, iat: seconds() - 120 })],
    ['no subject', () => ({ sub: undefined })],
  ])('is refused with %s', async (_what, claims) => {
    const { agency, provider } = await forgery();
    provider.lie = { claims: claims() };
    expectRefused(await signIn(agency));
    provider.lie = {};
    expect((await signIn(agency)).status).toBe(200);
  });

  it('is refused with the signature of another key', async () => {
    const { agency, provider } = await forgery();
    provider.lie = { key: (await generateKeyPair('RS256')).privateKey };
    expectRefused(await signIn(agency));
  });
});

describe('people', () => {
  it('are refused alike: unknown, suspended, with an unverified or a foreign address', async () => {
    const { agency, provider } = await agencyWithProvider();
    const domain = `${agency.code}.example`;
    const suspended = await agency.staff('sales');
    const users = api(`/users/${suspended.userId}`);
    const { body: user } = await agency.administrator.get<{ email: string }>(users);
    await agency.administrator.put(`${users}/active`, { active: false }, 1);
    Object.assign(provider.accounts, {
      unverified: { email: `admin@${domain}`, email_verified: false },
      unknown: { email: `nobody@${domain}`, email_verified: true },
      foreign: { email: 'admin@evil.example', email_verified: true },
      suspended: { email: user.email, email_verified: true },
      nameless: {},
    });
    const pages = new Set<string>();
    for (const subject of ['unverified', 'unknown', 'foreign', 'suspended', 'nameless']) {
      provider.be(subject);
      const arrival = await signIn(agency);
      expectRefused(arrival);
      pages.add(arrival.text.replaceAll(/state=[^"&]+|code=[^"&]+/g, ''));
    }
    expect(pages.size).toBe(1);
    expect(await reasons(agency)).toEqual([
      'unverified-email',
      'unknown-person',
      'foreign-domain',
      'not-active',
      'unverified-email',
    ]);
  });

  it('who were linked are out with their suspension', async () => {
    const { agency, provider } = await agencyWithProvider();
    const { userId } = await agency.staff('sales');
    const users = api(`/users/${userId}`);
    const { body: user } = await agency.administrator.get<{ email: string }>(users);
    provider.accounts['li'] = { email: user.email, email_verified: true };
    provider.be('li');
    expect((await signIn(agency)).status).toBe(200);
    await agency.administrator.put(`${users}/active`, { active: false }, 1);
    expectRefused(await signIn(agency));
  });

  it('of one agency are not for another agency’s provider to name', async () => {
    const victim = await world.foundAgency();
    const { agency, provider } = await agencyWithProvider({ emailDomains: [`${victim.code}.example`] });
    provider.accounts['boss'] = { email: `admin@${victim.code}.example`, email_verified: true };
    expectRefused(await signIn(agency));
    expect((await signIn(victim)).status).toBe(404);
    const sessions = 'select count(*)::int as count from identity.sessions where agency_id = $1';
    expect((await world.admin.query(sessions, [victim.id])).rows).toEqual([{ count: 1 }]);
  });

  it('enter with an address the provider says nothing about where the agency trusts it with that', async () => {
    const { agency, provider } = await agencyWithProvider();
    provider.accounts['boss'] = { email: `admin@${agency.code}.example` };
    expectRefused(await signIn(agency));
    const { body: before } = await agency.administrator.get(api('/identity-provider'));
    expect(before).toMatchObject({ trustEmail: false });
    const { issuer, clientId, emailDomains } = before;
    const changed = { issuer, clientId, emailDomains, trustEmail: true };
    expect(await agency.administrator.put(api('/identity-provider'), changed, 1)).toMatchObject({
      status: 200,
      body: { trustEmail: true },
    });
    provider.accounts['thief'] = { email: `admin@${agency.code}.example`, email_verified: false };
    provider.be('thief');
    expectRefused(await signIn(agency));
    provider.be('boss');
    const browser = openBrowser();
    expect((await signIn(agency, browser)).status).toBe(200);
    expect(await whoIs(browser)).toBe(agency.administrator.userId);
    expect(await reasons(agency)).toEqual(['unverified-email', 'unverified-email']);
  });

  it('have an address verified where the provider says so elsewhere, of this very address', async () => {
    const { agency, provider } = await forgery();
    const own = `admin@${agency.code}.example`;
    const silent = { email_verified: undefined };
    provider.lie = { claims: silent, userInfo: { email: 'other@evil.example', email_verified: true } };
    expectRefused(await signIn(agency));
    provider.lie = { claims: silent, userInfo: { email: own, email_verified: false } };
    expectRefused(await signIn(agency));
    provider.lie = { claims: silent, userInfo: { email: own, email_verified: true } };
    expect((await signIn(agency)).status).toBe(200);
    expect(await reasons(agency)).toEqual(['unverified-email', 'unverified-email']);
  });

  it('whom only the provider knows get an account where the agency says so', async () => {
    const agency = await world.foundAgency();
    const provider = await startTestProvider(callback(agency));
    started.push(provider);
    const newcomers = { role: 'sales', branchId: agency.headquartersId };
    await configured(agency, provider, { newcomers });
    const profile = { name: '韩梅梅', preferred_username: 'han.meimei', locale: 'zh-CN' };
    provider.accounts['han'] = { email: `han@${agency.code}.example`, email_verified: true, ...profile };
    provider.be('han');
    const browser = openBrowser();
    expect((await signIn(agency, browser)).status).toBe(200);
    const { body } = await agency.administrator.get<{ users: { id: string }[] }>(api('/users'));
    const id = await whoIs(browser);
    expect(body.users.find((user) => user.id === id)).toMatchObject({
      userName: 'han.meimei',
      displayName: '韩梅梅',
      roles: ['sales'],
      locale: 'zh',
    });
    // They have no password: that they have signed in just now stands for it.
    const me = createClient(browser.cookies(at('/'))['yitu-access']);
    expect((await me.post(api('/me/totp'), {})).status).toBe(201);
    expect((await me.post(api('/me/passkeys/options'), {})).status).toBe(200);
    const earlier = `update identity.sessions set started_at = started_at - interval '5 minutes' where user_id = $1`;
    await world.admin.query(earlier, [id]);
    for (const path of ['/me/totp', '/me/passkeys/options'])
      expect(await me.post(api(path), {})).toMatchObject({
        status: 403,
        body: { code: 'identity/sign-in-again' },
      });
    // A second one of the same name is refused without telling that the name is taken.
    provider.accounts['other'] = { ...provider.accounts['han'], email: `other@${agency.code}.example` };
    provider.be('other');
    expectRefused(await signIn(agency));
  });
});

describe('newcomers', () => {
  const name = { zh: '客户数据保护', en: 'Protecting customers’ data' };

  it('do not get a role without its course, nor into a branch that has closed, and are told', async () => {
    const agency = await world.foundAgency();
    const provider = await startTestProvider(callback(agency));
    started.push(provider);
    const { administrator } = agency;
    const branchId = await agency.openBranch();
    const newcomers = { role: 'sales', branchId };
    await configured(agency, provider, { newcomers });
    const closing = api(`/branches/${branchId}/closing`);
    expect((await administrator.post(closing, {}, { 'if-match': '"1"' })).status).toBe(200);
    const email = `han@${agency.code}.example`;
    provider.accounts['han'] = { email, email_verified: true, preferred_username: 'han.meimei' };
    provider.be('han');
    const closed = await signIn(agency);
    expect([closed.status, closed.text.includes('The branch is closed.')]).toEqual([409, true]);
    const moved = { ...newcomers, branchId: agency.headquartersId };
    const rules = {
      ...{ issuer: provider.issuer, clientId: 'yitu', emailDomains: [`${agency.code}.example`] },
      required: false,
    };
    const configure = (version: number) =>
      administrator.put(api('/identity-provider'), { ...rules, newcomers: moved }, version);
    expect((await configure(1)).status).toBe(200);
    await administrator.post(api('/courses'), {
      code: 'DATA-1',
      name,
      roles: ['sales'],
      validityMonths: 12,
      passingScore: 60,
      mandatory: false,
    });
    const required = await administrator.put(
      api('/roles/sales/required-courses'),
      { courses: ['DATA-1'] },
      1,
    );
    expect(required.status, JSON.stringify(required.body)).toBe(200);
    const refused = await signIn(agency);
    expect([
      refused.status,
      refused.text.includes('The role sales needs a valid certificate of: DATA-1.'),
    ]).toEqual([422, true]);
    expect(await reasons(agency)).toEqual(['identity/branch-closed', 'identity/course-required']);
    const { rows } = await world.admin.query(
      'select from identity.users where agency_id = $1 and email = $2',
      [agency.id, email],
    );
    expect(rows).toEqual([]);
    // Nor is it said any more that they get it.
    expect(await configure(2)).toMatchObject({
      status: 422,
      body: { code: 'identity/course-required', errors: [{ field: '/body/newcomers/role' }] },
    });
  });
});

describe('a provider that does not answer', () => {
  it('is named as what it is, before and after', async () => {
    const { agency, provider } = await agencyWithProvider();
    const browser = openBrowser();
    const { url } = await browser.go(at(`/session/oidc/${agency.code}`), callback(agency));
    await provider.stop();
    started.splice(0);
    const arrival = await browser.go(url);
    expect([arrival.status, arrival.text.includes('cannot be reached at the moment')]).toEqual([503, true]);
    await world.stop('identity');
    await world.start('identity'); // which forgets what it has discovered
    const again = await signIn(agency);
    expect([again.status, again.text.includes('cannot be reached at the moment')]).toEqual([503, true]);
  });

  it('is not asked where there is none', async () => {
    const agency = await world.foundAgency();
    for (const code of [agency.code, 'nowhere']) {
      const { status, text } = await openBrowser().go(at(`/session/oidc/${code}`));
      expect(status).toBe(404);
      expect(text).toContain('There is no sign-in through an identity provider here.');
    }
  });
});

describe('where the provider is required', () => {
  it('staff have no other way in, administrators keep theirs', async () => {
    const { agency, provider } = await agencyWithProvider({ required: true });
    const password = 'correct horse battery';
    const person = {
      branchId: agency.headquartersId,
      userName: 'li',
      displayName: 'Li',
      locale: 'en',
      password,
    };
    const added = await agency.administrator.post(api('/users'), {
      ...person,
      email: `li@${agency.code}.example`,
      roles: ['sales'],
    });
    expect(added.status).toBe(201);
    const byPassword = (login: string, secret = password) =>
      createClient().post(at('/session'), { agency: agency.code, login, password: secret });
    expect(await byPassword('li')).toMatchObject({
      status: 403,
      body: { code: 'identity/sign-in-through-provider' },
    });
    expect(await byPassword('li', 'wrong')).toMatchObject({ body: { code: 'identity/wrong-credentials' } });
    expect((await byPassword('admin')).status).toBe(201);
    provider.accounts['li'] = { email: `li@${agency.code}.example`, email_verified: true };
    provider.be('li');
    expect((await signIn(agency)).status).toBe(200);
  });
});
