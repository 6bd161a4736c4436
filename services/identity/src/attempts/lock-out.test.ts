import { fixedClock } from '@yitu/kernel';
import {
  createClient,
  eventually,
  startWorld,
  type Answer,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, burst, fromAddress } from './decide-attempt.ts';

const clock = fixedClock('2026-11-02T08:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'], clock });
});
afterAll(() => world.close());

const right = 'correct horse battery';

interface Attempt {
  agency: string;
  login?: string;
  password?: string;
  device?: string | undefined;
  from?: string;
  language?: string;
}

/** An attempt from an address, as the gateway would pass it on. */
const attempt = ({
  agency,
  login = 'admin',
  password = 'wrong',
  device,
  from = '192.0.2.1',
  language = 'en',
}: Attempt) =>
  createClient().post<{ code?: string; title?: string; device?: string }>(
    `${world.url('identity')}/v1/sessions`,
    { agency, login, password, ...(device && { device }) },
    { 'x-forwarded-for': from, 'accept-language': language },
  );

async function fail(times: number, what: Attempt): Promise<Answer<{ code?: string; title?: string }>[]> {
  const answers = [];
  for (let time = 0; time < times; time++) answers.push(await attempt(what));
  return answers;
}

const shape = ({ status, headers, body }: Answer<{ code?: string; title?: string }>) => [
  status,
  body.code,
  body.title,
  headers.get('retry-after'),
];

const told = async (agency: TestAgency, type: string) => {
  const { rows } = await world.admin.query<{ data: Record<string, unknown> }>(
    `select envelope::jsonb -> 'data' as data from identity.outbox where agency_id = $1 and subject = $2`,
    [agency.id, `evt.${agency.id}.identity.${type}.v1`],
  );
  return rows.map(({ data }) => data);
};

describe('guessing a password', () => {
  it('looks the same for an account, an unknown account and an unknown agency: the answers, and when the wait begins', async () => {
    const { code } = await world.foundAgency();
    const tries = fromAddress.free + 2;
    const [known, unknown, nowhere] = await Promise.all([
      fail(tries, { agency: code, from: '198.51.100.1' }),
      fail(tries, { agency: code, login: 'nobody', from: '198.51.100.2' }),
      fail(tries, { agency: 'no-such-agency', from: '198.51.100.3' }),
    ]);
    expect(known.map(shape)).toEqual([
      ...Array.from({ length: fromAddress.free }, () => [
        401,
        'identity/wrong-credentials',
        'Agency, account or password is wrong.',
        null,
      ]),
      ...Array.from({ length: 2 }, () => [
        429,
        'identity/too-many-attempts',
        'Too many attempts; try again in 5 seconds.',
        '5',
      ]),
    ]);
    expect(unknown.map(shape)).toEqual(known.map(shape));
    expect(nowhere.map(shape)).toEqual(known.map(shape));
  });

  it('is told in Chinese to wait', async () => {
    const { code } = await world.foundAgency();
    await fail(fromAddress.free, { agency: code });
    const { body } = await attempt({ agency: code, language: 'zh' });
    expect(body.title).toBe('尝试次数过多，请在 5 秒后重试。');
  });

  it('gets no more tries by making them all at once, whatever process answers', async () => {
    const { code } = await world.foundAgency();
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt({ agency: code })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(fromAddress.free);
    await world.stop('identity');
    await world.start('identity');
    expect((await attempt({ agency: code, password: right })).status).toBe(429);
  });

  it('goes on after the wait, which then is twice as long', async () => {
    const { code } = await world.foundAgency();
    await fail(fromAddress.free, { agency: code });
    clock.advance({ seconds: 5 });
    expect((await attempt({ agency: code })).status).toBe(401);
    expect((await attempt({ agency: code })).headers.get('retry-after')).toBe('10');
    clock.advance({ seconds: 10 });
    expect((await attempt({ agency: code, password: right })).status).toBe(201);
    expect((await attempt({ agency: code })).status).toBe(401);
  });
});

describe('the owner of an account', () => {
  it('gets in with a known device from the very address somebody guesses from, and from any other without one', async () => {
    const { code } = await world.foundAgency();
    const { device } = (await attempt({ agency: code, password: right })).body;
    await fail(fromAddress.free, { agency: code });
    expect((await attempt({ agency: code, password: right })).status).toBe(429);
    expect((await attempt({ agency: code, password: right, device })).status).toBe(201);
    expect((await attempt({ agency: code, password: right, from: '192.0.2.99' })).status).toBe(201);
  });

  it('is not known by a device that is somebody else’s, or nobody’s', async () => {
    const agency = await world.foundAgency();
    await agency.staff('sales');
    const { rows } = await world.admin.query<{ user_name: string }>(
      `select user_name from identity.users where agency_id = $1 and user_name like 'sales-%'`,
      [agency.id],
    );
    const other = await attempt({ agency: agency.code, login: rows[0]?.user_name ?? '', password: right });
    await fail(fromAddress.free, { agency: agency.code });
    for (const device of [other.body.device, 'A'.repeat(43)])
      expect((await attempt({ agency: agency.code, password: right, device })).status).toBe(429);
  });

  it('keeps one token on a device, also one that several people use', async () => {
    const agency = await world.foundAgency();
    await agency.staff('sales');
    const { device } = (await attempt({ agency: agency.code, password: right })).body;
    expect((await attempt({ agency: agency.code, password: right, device })).body.device).toBe(device);
    const invented = await attempt({ agency: agency.code, password: right, device: 'B'.repeat(43) });
    expect(invented.body.device).not.toBe('B'.repeat(43));
  });

  it('gets in from a new address while many addresses guess; each of these fails once', async () => {
    const agency = await world.foundAgency();
    const guess = (address: number) => attempt({ agency: agency.code, from: `203.0.113.${address}` });
    await Promise.all(Array.from({ length: attack.failures }, (_none, index) => guess(index)));
    expect((await guess(201)).status).toBe(401);
    expect((await guess(201)).status).toBe(429);
    expect((await attempt({ agency: agency.code, password: right, from: '203.0.113.202' })).status).toBe(201);
    const burstTold = await told(agency, 'agency.sign-ins-failing');
    expect(burstTold).toEqual([{ failures: burst.failures, windowSeconds: burst.windowSeconds }]);
    expect(await told(agency, 'user.locked-out')).toHaveLength(1);
  });
});

describe('a lock-out', () => {
  it('is told to others once, and failures are recorded with the account', async () => {
    const agency = await world.foundAgency();
    await fail(fromAddress.free + 1, { agency: agency.code });
    await fail(fromAddress.free + 1, { agency: agency.code, from: '192.0.2.2' });
    const { userId } = agency.administrator;
    expect(await told(agency, 'user.locked-out')).toEqual([{ userId, failures: fromAddress.free }]);
    const { rows } = await world.admin.query<{ remote_address: string; after: object }>(
      `select remote_address, after from identity.audit_records where agency_id = $1 and object_type = 'SignInFailure' and object_id = $2 order by occurred_at, id`,
      [agency.id, userId],
    );
    expect(rows).toHaveLength(2 * fromAddress.free);
    expect(rows[0]).toEqual({ remote_address: '192.0.2.1', after: { reason: 'wrong-password' } });
    await eventually(async () => {
      const { rows: waiting } = await world.admin.query(
        'select from identity.outbox where agency_id = $1 and published_at is null',
        [agency.id],
      );
      expect(waiting).toEqual([]);
    });
  });
});
