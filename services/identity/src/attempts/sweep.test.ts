import { newId } from '@yitu/kernel';
import { openDatabase } from '@yitu/persistence';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { User } from '../users/user.ts';
import { sweepSignIns } from './sweep.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

it('takes away what has passed, of all agencies, and nothing else', async () => {
  const agencies = [newId(), newId()];
  for (const [index, agencyId] of agencies.entries())
    await world.admin.query(
      `insert into identity.sign_in_failures (agency_id, key, failures, since, last_at)
       values ($1, 'old', 1, now(), now() - interval '25 hours'), ($1, 'new', 1, now(), now() - interval '${index} hours')`,
      [agencyId],
    );
  const url = world.environment('identity')['DATABASE_URL'] ?? '';
  const database = await openDatabase({ service: 'identity', url, entities: [User] });
  await sweepSignIns(database);
  await database.close();
  const { rows } = await world.admin.query<{ key: string }>(
    'select key from identity.sign_in_failures where agency_id = any ($1)',
    [agencies],
  );
  expect(rows.map(({ key }) => key)).toEqual(['new', 'new']);
});
