import { randomUUID } from 'node:crypto';
import { copyDatabase } from '@yitu/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { servicesWithSchema } from '../migrate/migrate.ts';

let copy: Awaited<ReturnType<typeof copyDatabase>>;
beforeAll(async () => {
  copy = await copyDatabase(inject('postgresUrl'));
});
afterAll(() => copy.drop());

const columns = 'agency_id, id, occurred_at, actor, action, object_type, object_id, change';

/** What anybody can do who has a service's own login. */
async function loginOf(role: string): Promise<pg.Client> {
  const url = new URL(copy.url);
  Object.assign(url, { username: role, password: inject('secrets').rolePasswords[role] });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const insert = (client: pg.Client, service: string, agencyId: string, table = 'audit_records') =>
  client.query(
    `insert into "${service}".${table} (${columns}) values ($1, $2, now(), 'user:x', 'a.b.c', 'X', 'x', 'create')`,
    [agencyId, randomUUID()],
  );

const actFor = (client: pg.Client, agencyId: string) =>
  client.query(`select set_config('yitu.agency_id', $1, false), set_config('yitu.reach', 'agency', false)`, [
    agencyId,
  ]);

describe.each(servicesWithSchema)('the login of %s', (service) => {
  it('adds audit records of the agency it acts for, and of no other', async () => {
    const client = await loginOf(`yitu_${service}`);
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await expect(insert(client, service, ours)).rejects.toThrow('row-level security');
    await actFor(client, ours);
    expect((await insert(client, service, ours)).rowCount).toBe(1);
    await expect(insert(client, service, theirs)).rejects.toThrow('row-level security');
    await actFor(client, theirs);
    const { rows } = await client.query(`select from "${service}".audit_records where agency_id = $1`, [
      ours,
    ]);
    expect(rows).toEqual([]);
  });

  it('adds none to the records of other services', async () => {
    const client = await loginOf(`yitu_${service}`);
    const agencyId = randomUUID();
    await actFor(client, agencyId);
    for (const other of servicesWithSchema.filter((one) => one !== service))
      await expect(insert(client, other, agencyId), other).rejects.toThrow('permission denied');
  });

  it('changes and removes none, and goes round the rules by no partition', async () => {
    const client = await loginOf(`yitu_${service}`);
    const agencyId = randomUUID();
    await actFor(client, agencyId);
    await insert(client, service, agencyId);
    const { rows } = await copy.admin.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = '"${service}".audit_records'::regclass`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const name of [`"${service}".audit_records`, ...rows.map((row) => row.name)])
      for (const statement of [
        `update ${name} set actor = 'user:y'`,
        `update ${name} set gathered_at = now()`,
        `delete from ${name}`,
        `truncate ${name}`,
        `drop table ${name}`,
        `alter table ${name} disable row level security`,
      ])
        await expect(client.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    for (const { name } of rows)
      await expect(
        client.query(`insert into ${name} (${columns}) select ${columns} from "${service}".audit_records`),
      ).rejects.toThrow('permission denied');
  });

  it('of its relay says what was gathered, and no more', async () => {
    const client = await loginOf(`yitu_${service}_worker`);
    const name = `"${service}".audit_records`;
    await client.query(`update ${name} set gathered_at = now() where actor = 'nobody'`);
    for (const statement of [`update ${name} set actor = 'user:y'`, `delete from ${name}`])
      await expect(client.query(statement), statement).rejects.toThrow('permission denied');
    await expect(insert(client, service, randomUUID())).rejects.toThrow('permission denied');
  });
});
