import { readFileSync, statSync } from 'node:fs';
import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rotateKeys } from './rotate.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const kidOf = (token: string): unknown =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid?: unknown }).kid;

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

it('a new key is taken into use while requests go on: none is refused', async () => {
  const agency = await world.foundAgency();
  const identity = `${world.url('identity')}/v1`;
  const signedIn = await createClient().post<Tokens>(`${identity}/sessions`, {
    agency: agency.code,
    login: 'admin',
    password: 'correct horse battery',
  });
  const { signingKeysFile } = world.surroundings;
  const first = kidOf(signedIn.body.accessToken);
  const early = signedIn.body.accessToken;
  const { newKey } = rotateKeys(signingKeysFile, 3);
  let tokens = signedIn.body;
  const statuses = new Map<number, number>();
  const asked = async (token: string) => {
    for (const url of [`${world.url('crm')}/v1/surveys`, `${identity}/me`]) {
      const { status } = await createClient(token).get(url);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const kids = new Set<unknown>();
  await eventually(async () => {
    const next = await createClient().post<Tokens>(`${identity}/sessions/refresh`, {
      refreshToken: tokens.refreshToken,
    });
    statuses.set(next.status, (statuses.get(next.status) ?? 0) + 1);
    tokens = next.body;
    kids.add(kidOf(tokens.accessToken));
    await asked(tokens.accessToken);
    await asked(early);
    expect(kids.has(newKey.kid)).toBe(true);
  }, 20_000);
  expect([...kids]).toEqual([first, newKey.kid]);
  expect([...statuses.keys()].filter((status) => status === 401 || status >= 500)).toEqual([]);
  const jwks = await createClient().get<{ keys: Record<string, unknown>[] }>(
    `${world.url('identity')}/.well-known/jwks.json`,
  );
  expect(jwks.body.keys.map(({ kid }) => kid)).toEqual([first, newKey.kid]);
  expect(JSON.stringify(jwks.body)).not.toMatch(/"d"|signsFrom/);
  expect(statSync(signingKeysFile).mode & 0o777).toBe(0o600);
  expect(readFileSync(signingKeysFile, 'utf8')).toContain('signsFrom');
});
