import { createHash } from 'node:crypto';
import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheSameMoment } from '../fixtures/at-the-same-moment.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

interface Tokens {
  accessToken: string;
  refreshToken: string;
  device: string;
  code?: string;
}

const url = (path: string) => `${world.url('identity')}/v1${path}`;

async function signIn(): Promise<Tokens> {
  const { code } = await world.foundAgency();
  const body = { agency: code, login: 'admin', password: 'correct horse battery' };
  return (await createClient().post<Tokens>(url('/sessions'), body)).body;
}

const refresh = (refreshToken: string, device?: string) =>
  createClient().post<Tokens>(url('/sessions/refresh'), { refreshToken, ...(device && { device }) });

async function expectEnded({ accessToken }: Tokens): Promise<void> {
  await eventually(async () => {
    expect((await createClient(accessToken).get(url('/me'))).body['code']).toBe('access/session-ended');
  });
}

const sessionOf = ({ refreshToken }: Tokens) => ({
  select: `select from identity.sessions where id = (select session_id from identity.refresh_tokens where hash = $1)`,
  parameters: [createHash('sha256').update(refreshToken).digest('base64url')],
});

describe('two requests with one refresh token at the same moment', () => {
  it('from the device of the session get one and the same successor, which works once', async () => {
    const first = await signIn();
    const { refreshToken, device } = first;
    const answers = await atTheSameMoment(world, sessionOf(first), () => [
      refresh(refreshToken, device),
      refresh(refreshToken, device),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = answers.map(({ body }) => body);
    expect(one?.refreshToken).toBe(other?.refreshToken);
    const next = await refresh(one?.refreshToken ?? '', device);
    expect(next.status).toBe(200);
    // Whoever else has it too is found out now.
    expect((await refresh(one?.refreshToken ?? '', device)).status).toBe(401);
    await expectEnded(next.body);
  });

  it('without the device are a thief and an owner: one gets a successor, and the session ends', async () => {
    const first = await signIn();
    const { refreshToken } = first;
    const answers = await atTheSameMoment(world, sessionOf(first), () => [
      refresh(refreshToken),
      refresh(refreshToken),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 401]);
    await expectEnded(first);
  });
});

describe('a refresh token that comes back after it was used', () => {
  it('ends the session, also when it comes from its device and its successor is unused', async () => {
    const { refreshToken, device } = await signIn();
    const next = await refresh(refreshToken, device);
    expect(next.status).toBe(200);
    const replayed = await refresh(refreshToken, device);
    expect([replayed.status, replayed.body.code]).toEqual([401, 'identity/refresh-token-invalid']);
    expect((await refresh(next.body.refreshToken, device)).status).toBe(401);
    await expectEnded(next.body);
    const { rows } = await world.admin.query(
      `select data ->> 'reason' as reason from (select envelope::jsonb -> 'data' as data from identity.outbox where subject like '%session.ended.v1') as told
       where data ->> 'sessionId' = (select id::text from identity.sessions order by started_at desc limit 1)`,
    );
    expect(rows).toEqual([{ reason: 'token-reuse' }]);
  });
});
