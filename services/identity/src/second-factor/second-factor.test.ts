import { fixedClock } from '@yitu/kernel';
import {
  createClient,
  eventually,
  startWorld,
  type Client,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheSameMoment } from '../fixtures/at-the-same-moment.ts';
import { ofSecondFactor } from '../attempts/decide-attempt.ts';

const clock = fixedClock('2026-11-02T08:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'], clock });
});
afterAll(() => world.close());

const password = 'correct horse battery';
const url = (path: string) => `${world.url('identity')}/v1${path}`;
const codeOf = (secret: string) => generateSync({ secret, epoch: clock.now().epochMilliseconds / 1_000 });

interface Step {
  accessToken?: string;
  refreshToken?: string;
  device?: string;
  code?: string;
  recoveryCodes?: string[];
  secondFactor?: { ticket: string; purpose: string; methods: string[]; expiresInSeconds: number };
}

const withPassword = ({ code }: TestAgency, device?: string) =>
  createClient().post<Step>(url('/sessions'), {
    agency: code,
    login: 'admin',
    password,
    ...(device && { device }),
  });

async function ticketOf(agency: TestAgency, device?: string): Promise<string> {
  const { status, body } = await withPassword(agency, device);
  expect(status).toBe(202);
  return body.secondFactor?.ticket ?? '';
}

const complete = (ticket: string, factor: object, from = '192.0.2.1') =>
  createClient().post<Step>(
    url('/sessions/second-factor'),
    { ticket, ...factor },
    { 'x-forwarded-for': from },
  );

/** An authenticator in use; its clock has gone on since its first code. */
async function enrol(client: Client): Promise<{ secret: string; uri: string; codes: string[] }> {
  const { body } = await client.post<{ secret: string; uri: string }>(url('/me/totp'), { password });
  const confirmed = await client.post<{ recoveryCodes: string[] }>(url('/me/totp/confirmation'), {
    code: codeOf(body.secret),
  });
  expect(confirmed.status).toBe(201);
  clock.advance({ seconds: 60 });
  return { ...body, codes: confirmed.body.recoveryCodes };
}

describe('an authenticator', () => {
  it('is asked for after the password, from its first code on', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const begun = await administrator.post<{ secret: string }>(url('/me/totp'), { password });
    expect(begun.status).toBe(201);
    expect((await withPassword(agency)).status).toBe(201);
    const { secret, uri, codes } = await enrol(administrator);
    expect(uri).toMatch(new RegExp(`^otpauth://totp/Yitu:.*secret=${secret}`));
    expect(codes).toHaveLength(10);
    const first = await withPassword(agency);
    expect(first.status).toBe(202);
    expect(first.body).toEqual({
      secondFactor: {
        ticket: expect.any(String) as string,
        purpose: 'second-factor',
        methods: ['totp', 'recovery-code'],
        expiresInSeconds: 600,
      },
    });
    const session = await complete(first.body.secondFactor?.ticket ?? '', { code: codeOf(secret) });
    expect(session.status).toBe(201);
    const me = createClient(session.body.accessToken);
    const { body } = await me.get(url('/me/second-factor'));
    expect(body).toMatchObject({ totpSince: '2026-11-02T08:00:00Z', recoveryCodesLeft: 10, required: false });
    const { body: again } = await me.post(url('/me/totp'), { password });
    expect(again).toMatchObject({ status: 409, code: 'identity/totp-already-confirmed' });
  });

  it('has its secret sealed, and its codes kept as hashes', async () => {
    const { administrator } = await world.foundAgency();
    const { secret, codes } = await enrol(administrator);
    const { rows } = await world.admin.query<{ stored: string }>(
      `select jsonb_agg(to_jsonb(totp))::text || (select jsonb_agg(to_jsonb(codes))::text from identity.recovery_codes as codes)
         || (select jsonb_agg(to_jsonb(records))::text from identity.audit_records as records)
         || coalesce((select jsonb_agg(to_jsonb(keys))::text from identity.idempotency_keys as keys), '') as stored
       from identity.totp_authenticators as totp`,
    );
    expect(rows[0]?.stored).toContain('"secret": "v1.');
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(rows[0]?.stored).not.toContain(text);
  });

  it('has no code accepted twice, also when it comes several times at once', async () => {
    const agency = await world.foundAgency();
    const { secret } = await enrol(agency.administrator);
    const tickets = [await ticketOf(agency), await ticketOf(agency), await ticketOf(agency)];
    const code = codeOf(secret);
    const authenticator = {
      select: 'select from identity.totp_authenticators where agency_id = $1',
      parameters: [agency.id],
    };
    const answers = await atTheSameMoment(world, authenticator, () =>
      tickets.map((ticket) => complete(ticket, { code })),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 401, 401,
    ]);
    expect(await complete(await ticketOf(agency), { code })).toMatchObject({
      status: 401,
      body: { code: 'identity/second-factor-wrong' },
    });
    clock.advance({ seconds: 30 });
    expect((await complete(await ticketOf(agency), { code: codeOf(secret) })).status).toBe(201);
  });

  it('is not set up without the password by who has signed in with one', async () => {
    const { administrator } = await world.foundAgency();
    for (const path of ['/me/totp', '/me/totp/removal', '/me/recovery-codes', '/me/passkeys/options'])
      expect(await administrator.post(url(path), {})).toMatchObject({
        status: 403,
        body: { code: 'identity/sign-in-again' },
      });
  });

  it('is removed with the password alone, unless the role needs it', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    await enrol(administrator);
    const remove = (given: string) => administrator.post(url('/me/totp/removal'), { password: given });
    expect((await remove('wrong')).status).toBe(422);
    const rule = url('/agency/second-factor');
    await administrator.put(rule, { roles: ['system-administrator'] }, 1);
    expect(await remove(password)).toMatchObject({
      status: 409,
      body: { code: 'identity/second-factor-required' },
    });
    await administrator.put(rule, { roles: [] }, 2);
    expect((await remove(password)).status).toBe(200);
    expect((await withPassword(agency)).status).toBe(201);
  });
});

describe('a recovery code', () => {
  it('works once, however it is typed, and no more after new ones were made', async () => {
    const agency = await world.foundAgency();
    const { codes } = await enrol(agency.administrator);
    const [first = '', second = ''] = codes;
    const tickets = [await ticketOf(agency), await ticketOf(agency)];
    const answers = await Promise.all(
      tickets.map((ticket) => complete(ticket, { recoveryCode: first.toUpperCase() })),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 401]);
    const me = createClient(answers.find(({ status }) => status === 201)?.body.accessToken);
    expect((await me.get(url('/me/second-factor'))).body).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await me.post<{ recoveryCodes: string[] }>(url('/me/recovery-codes'), { password });
    expect((await complete(await ticketOf(agency), { recoveryCode: second })).status).toBe(401);
    const [newest = ''] = renewed.body.recoveryCodes;
    expect((await complete(await ticketOf(agency), { recoveryCode: newest })).status).toBe(201);
  });
});

describe('a ticket', () => {
  it('is good for one session, a few tries and ten minutes', async () => {
    const agency = await world.foundAgency();
    const { secret, codes } = await enrol(agency.administrator);
    const used = await ticketOf(agency);
    expect((await complete(used, { code: codeOf(secret) })).status).toBe(201);
    const gone = { status: 401, body: { code: 'identity/ticket-invalid' } };
    expect(await complete(used, { recoveryCode: codes[0] })).toMatchObject(gone);
    const old = await ticketOf(agency);
    clock.advance({ minutes: 10 });
    expect(await complete(old, { recoveryCode: codes[0] })).toMatchObject(gone);
    const tried = await ticketOf(agency);
    for (let address = 0; address < 5; address++)
      expect((await complete(tried, { code: '000000' }, `192.0.2.${address}`)).body.code).toBe(
        'identity/second-factor-wrong',
      );
    expect(await complete(tried, { recoveryCode: codes[0] })).toMatchObject(gone);
    for (const invented of [`${agency.id}.${'A'.repeat(43)}`, 'no ticket at all', `${crypto.randomUUID()}.x`])
      expect(await complete(invented, { code: '000000' })).toMatchObject(gone);
  });

  it('is good for nothing once the password is another one, or the sessions were ended', async () => {
    const agency = await world.foundAgency();
    const { secret, codes } = await enrol(agency.administrator);
    const gone = { status: 401, body: { code: 'identity/ticket-invalid' } };
    const before = await ticketOf(agency);
    await agency.administrator.ask(url('/sessions'), { method: 'DELETE' });
    expect(await complete(before, { code: codeOf(secret) })).toMatchObject(gone);
    const old = await ticketOf(agency);
    const another = 'another horse battery';
    const wish = { currentPassword: password, password: another, passwordAgain: another };
    const changed = await agency.administrator.ask(url('/me/password'), { method: 'PUT', body: wish });
    expect(changed.status).toBe(200);
    expect(await complete(old, { recoveryCode: codes[0] })).toMatchObject(gone);
  });

  it('says what is missing', async () => {
    const agency = await world.foundAgency();
    const { secret, codes } = await enrol(agency.administrator);
    const ticket = await ticketOf(agency);
    for (const factor of [{}, { code: codeOf(secret), recoveryCode: codes[0] }])
      expect(await complete(ticket, factor)).toMatchObject({
        status: 400,
        body: { code: 'identity/second-factor-missing' },
      });
    expect(await complete(ticket, { code: 'abcdef' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/code', rule: 'pattern' }] },
    });
  });

  it('makes who guesses codes wait, and nobody on a device of their own', async () => {
    const agency = await world.foundAgency();
    const own = await withPassword(agency);
    const { secret } = await enrol(agency.administrator);
    const guessed = await ticketOf(agency);
    for (let time = 0; time < ofSecondFactor.free; time++)
      expect((await complete(guessed, { code: '000000' })).status).toBe(401);
    const ticket = await ticketOf(agency);
    const waits = await complete(ticket, { code: codeOf(secret) });
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, '5']);
    const { device } = own.body;
    expect((await complete(await ticketOf(agency, device), { code: codeOf(secret), device })).status).toBe(
      201,
    );
  });
});

describe('a role that needs a second factor', () => {
  it('leads who has none to setting one up, and nowhere else', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const rule = url('/agency/second-factor');
    expect((await administrator.put(rule, { roles: ['king'] }, 1)).status).toBe(422);
    await administrator.put(rule, { roles: ['system-administrator'] }, 1);
    expect((await administrator.get(rule)).body).toEqual({ roles: ['system-administrator'], version: 2 });
    const first = await withPassword(agency);
    expect(first.status).toBe(202);
    expect(first.body.secondFactor).toMatchObject({ purpose: 'enrolment', methods: ['totp'] });
    const ticket = first.body.secondFactor?.ticket ?? '';
    expect((await complete(ticket, { recoveryCode: 'aaaa-aaaa-aaaa-aaaa' })).status).toBe(401);
    expect((await complete(ticket, { code: '000000' })).status).toBe(401);
    const begun = await createClient().post<{ secret: string }>(url('/sessions/second-factor/totp'), {
      ticket,
    });
    const session = await complete(ticket, { code: codeOf(begun.body.secret) });
    expect([session.status, session.body.recoveryCodes?.length]).toEqual([201, 10]);
    const next = await withPassword(agency);
    expect(next.body.secondFactor).toMatchObject({ purpose: 'second-factor' });
    const other = next.body.secondFactor?.ticket ?? '';
    expect(await createClient().post(url('/sessions/second-factor/totp'), { ticket: other })).toMatchObject({
      status: 401,
      body: { code: 'identity/ticket-invalid' },
    });
  });

  it('ends sessions that began with a password alone when they are refreshed, and no others', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const alone = await withPassword(agency);
    const { secret } = await enrol(administrator);
    const full = await complete(await ticketOf(agency), { code: codeOf(secret) });
    const refresh = ({ body }: { body: Step }) =>
      createClient().post<Step>(url('/sessions/refresh'), { refreshToken: body.refreshToken });
    const next = await refresh(alone);
    expect(next.status).toBe(200);
    await administrator.put(url('/agency/second-factor'), { roles: ['system-administrator'] }, 1);
    expect(await refresh(next)).toMatchObject({
      status: 401,
      body: { code: 'identity/refresh-token-invalid' },
    });
    await eventually(async () => {
      const { body } = await createClient(next.body.accessToken).get(url('/me'));
      expect(body['code']).toBe('access/session-ended');
    });
    expect((await refresh(full)).status).toBe(200);
  });

  it('is named by administrators alone', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    expect((await sales.put(url('/agency/second-factor'), { roles: [] }, 1)).status).toBe(403);
    expect((await sales.get(url('/agency/second-factor'))).status).toBe(403);
    expect((await agency.administrator.put(url('/agency/second-factor'), { roles: [] }, 7)).status).toBe(412);
  });
});
