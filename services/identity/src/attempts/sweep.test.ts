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

async function sweep(): Promise<void> {
  const url = world.environment('identity')['DATABASE_URL'] ?? '';
  const database = await openDatabase({ service: 'identity', url, entities: [User] });
  await sweepSignIns(database);
  await database.close();
}

it('takes away requests that have been over for a day: forgotten passwords, new addresses, registrations', async () => {
  const { id: agencyId, administrator, headquartersId } = await world.foundAgency();
  const { userId } = administrator;
  const old = `now() - interval '25 hours'`;
  const tables = {
    password_resets: `(agency_id, id, remote_address, user_id, branch_id, state, expires_at, created_at)
      select $1, id, '', $2, $3, 'pending', ends, now()`,
    email_changes: `(agency_id, id, user_id, branch_id, old_email, new_email, state, expires_at, created_at)
      select $1, id, $2, $3, 'a@a.example', 'b@b.example', 'confirmed', ends, now()`,
  };
  const ends = `from (values (gen_random_uuid(), ${old}), (gen_random_uuid(), now())) as rows (id, ends)`;
  for (const [table, values] of Object.entries(tables))
    await world.admin.query(`insert into identity.${table} ${values} ${ends}`, [
      agencyId,
      userId,
      headquartersId,
    ]);
  await registered(agencyId, headquartersId, ends);
  await sweep();
  for (const table of [...Object.keys(tables), 'registrations']) {
    const { rows } = await world.admin.query<{ fresh: boolean }>(
      `select expires_at > ${old} as fresh from identity.${table} where agency_id = $1`,
      [agencyId],
    );
    expect([table, rows]).toEqual([table, [{ fresh: true }]]);
  }
});

async function registered(agencyId: string, branchId: string, ends: string): Promise<void> {
  for (const kind of ['terms', 'privacy'])
    await world.admin.query(
      `insert into identity.legal_texts (agency_id, id, kind, text_version, valid_from, texts, version, created_at)
       values ($1, gen_random_uuid(), $2, '1', '2026-01-01', '{}', 1, now())`,
      [agencyId, kind],
    );
  const text = (kind: string) =>
    `(select id from identity.legal_texts where agency_id = $1 and kind = '${kind}')`;
  await world.admin.query(
    `insert into identity.registrations (agency_id, id, branch_id, user_name, display_name, email, mobile, locale, password_hash, terms_id, privacy_id,
       remote_address, state, expires_at, created_at)
     select $1, id, $2, 'li', 'Li', 'li@a.example', '+8613800138000', 'zh', '', ${text('terms')}, ${text('privacy')}, '', 'pending', ends, now() ${ends}`,
    [agencyId, branchId],
  );
}

it('takes away what has passed, of all agencies, and nothing else', async () => {
  const agencies = [newId(), newId()];
  for (const [index, agencyId] of agencies.entries())
    await world.admin.query(
      `insert into identity.sign_in_failures (agency_id, key, failures, since, last_at)
       values ($1, 'old', 1, now(), now() - interval '25 hours'), ($1, 'new', 1, now(), now() - interval '${index} hours')`,
      [agencyId],
    );
  await sweep();
  const { rows } = await world.admin.query<{ key: string }>(
    'select key from identity.sign_in_failures where agency_id = any ($1)',
    [agencies],
  );
  expect(rows.map(({ key }) => key)).toEqual(['new', 'new']);
});
