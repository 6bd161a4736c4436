import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@yitu/kernel';
import { createClient, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const cases = 1_000;
const atOnce = 8;

/** Sessions with a refresh token each, as sign-ins would have left them: a thousand passwords to hash would say nothing about tokens. */
async function plantFamilies(agencyId: string, userId: string): Promise<string[]> {
  const families = Array.from({ length: cases }, () => ({
    session_id: newId(),
    token: `${agencyId}.${randomBytes(32).toString('base64url')}`,
  }));
  await world.admin.query(
    `with planted as (
       select session_id, hash from jsonb_to_recordset($3) as family (session_id uuid, hash text)
     ), sessions as (
       insert into identity.sessions (agency_id, id, user_id, user_agent, remote_address, started_at, last_used_at, version)
       select $1, session_id, $2, '', '', now(), now(), 1 from planted
     )
     insert into identity.refresh_tokens (agency_id, hash, session_id, issued_at, expires_at)
     select $1, hash, session_id, now(), now() + interval '14 days' from planted`,
    [
      agencyId,
      userId,
      JSON.stringify(
        families.map(({ session_id, token }) => ({
          session_id,
          hash: createHash('sha256').update(token).digest('base64url'),
        })),
      ),
    ],
  );
  return families.map(({ token }) => token);
}

const refresh = (refreshToken: string) =>
  createClient().post<{ refreshToken: string; sessionId: string }>(
    `${world.url('identity')}/v1/sessions/refresh`,
    {
      refreshToken,
    },
  );

/** A token is used, used again by somebody else, and then the family's newest one is tried. @returns the family, where it is refused from then on */
async function replay(token: string): Promise<string | undefined> {
  const next = await refresh(token);
  expect(next.status).toBe(200);
  const replayed = await refresh(token);
  const after = await refresh(next.body.refreshToken);
  return replayed.status === 401 && after.status === 401 ? next.body.sessionId : undefined;
}

it('A4: the family of a refresh token that is used twice ends, every time', async () => {
  const agency = await world.foundAgency();
  const waiting = await plantFamilies(agency.id, agency.administrator.userId);
  const refused: string[] = [];
  const drive = async () => {
    for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
      const family = await replay(token);
      if (family !== undefined) refused.push(family);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, drive));
  const { rowCount: revoked } = await world.admin.query(
    `select from identity.sessions where id = any ($1) and end_reason = 'token-reuse'`,
    [refused],
  );
  console.log(JSON.stringify({ id: 'A4', cases, revoked }));
  expect(revoked).toBe(cases);
}, 600_000);
