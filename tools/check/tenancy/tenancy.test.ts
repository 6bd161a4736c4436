import { startPostgres } from '@yitu/testkit';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findPowerfulRoles } from './roles.ts';
import { findOpenTables } from './tables.ts';

const schemas = ['atlas', 'globe'];
const guarded = `enable row level security; alter table atlas.orders force row level security;
  create policy agency on atlas.orders using (agency_id = (select nullif(current_setting('yitu.agency', true), '')::uuid))`;

let server: Awaited<ReturnType<typeof startPostgres>>;
let client: Client;

beforeAll(async () => {
  server = await startPostgres({ durability: 'unsafe' });
  client = new Client({ connectionString: server.url });
  await client.connect();
  for (const schema of schemas) {
    await client.query(`create role yitu_${schema}; create role yitu_${schema}_worker`);
  }
});

afterAll(async () => {
  await client.end();
  await server.stop();
});

/** Each test finds two schemas with their roles and one guarded table. */
beforeEach(async () => {
  for (const schema of schemas) {
    await client.query(`drop schema if exists ${schema} cascade; create schema ${schema};
      grant usage on schema ${schema} to yitu_${schema}, yitu_${schema}_worker`);
  }
  await client.query(`create table atlas.orders (agency_id uuid, id uuid, primary key (agency_id, id));
    alter table atlas.orders ${guarded}`);
});

function openTables(without = {}): Promise<string[]> {
  return findOpenTables(client, schemas, without);
}

it('accepts a table whose rows are guarded by agency', async () => {
  expect(await openTables()).toEqual([]);
});

it('finds row security that is off or not forced', async () => {
  await client.query(
    'alter table atlas.orders disable row level security; alter table atlas.orders no force row level security',
  );
  expect(await openTables()).toEqual([
    'atlas.orders: row security is not enabled',
    'atlas.orders: row security is not forced',
  ]);
});

it('finds a table without a policy for the role of its service', async () => {
  await client.query(`drop policy agency on atlas.orders;
    create policy relay on atlas.orders to yitu_atlas_worker using (true)`);
  expect(await openTables()).toEqual(['atlas.orders: no policy applies to the role of the service']);
});

it.each([
  'using (true)',
  'using (true) with check (agency_id is not null)',
  'using (agency_id is null) with check (true)',
])('finds a policy that does not look at the agency: %s', async (clauses) => {
  await client.query(`create policy everything on atlas.orders to yitu_atlas ${clauses}`);
  expect(await openTables()).toEqual(['atlas.orders: the policy everything does not look at agency_id']);
});

it('accepts a policy that shows nothing', async () => {
  await client.query('create policy nothing on atlas.orders to yitu_atlas using (false)');
  expect(await openTables()).toEqual([]);
});

it('accepts a restrictive policy that only narrows what the agency may see', async () => {
  await client.query(
    "create policy own on atlas.orders as restrictive using (id <> '00000000-0000-0000-0000-000000000000')",
  );
  expect(await openTables()).toEqual([]);
});

it('finds a table without agency until it is listed with a reason, and a listed one that is gone', async () => {
  await client.query('create table globe.keys (id uuid)');
  expect(await openTables()).toEqual([
    'globe.keys: has no agency_id and is not listed in tools/check/tenancy/without-agency.ts',
  ]);
  expect(await openTables({ 'globe.keys': 'public keys' })).toEqual([]);
  expect(await openTables({ '*.keys': 'public keys' })).toEqual([]);
  await client.query('drop table globe.keys');
  expect(await openTables({ 'globe.keys': 'public keys' })).toEqual([
    'globe.keys: listed as a table without agency, but there is none',
  ]);
});

it('accepts a partition that is reached through its parent only, and finds one that is open', async () => {
  await client.query(`create table atlas.visits (agency_id uuid, at date) partition by range (at);
    create table atlas.visits_2026 partition of atlas.visits for values from ('2026-01-01') to ('2027-01-01')`);
  await client.query(`alter table atlas.visits ${guarded.replaceAll('atlas.orders', 'atlas.visits')}`);
  expect(await openTables()).toEqual([]);
  await client.query('grant select on atlas.visits_2026 to yitu_atlas');
  expect(await openTables()).toContain('atlas.visits_2026: row security is not enabled');
});

it('finds a foreign key that leaves the agency out', async () => {
  await client.query(`alter table atlas.orders add unique (id), add parent uuid,
    add constraint orders_parent foreign key (parent) references atlas.orders (id)`);
  expect(await openTables()).toEqual(['atlas.orders: the foreign key orders_parent leaves out agency_id']);
});

it('accepts roles that own nothing and see one schema', async () => {
  expect(await findPowerfulRoles(client, schemas)).toEqual([]);
});

it('finds a role that does not exist', async () => {
  expect(await findPowerfulRoles(client, ['nowhere'])).toEqual([
    'yitu_nowhere: there is no such role',
    'yitu_nowhere_worker: there is no such role',
  ]);
});

it.each([
  [
    'alter role yitu_atlas bypassrls',
    'alter role yitu_atlas nobypassrls',
    'yitu_atlas: is superuser, bypasses row security',
  ],
  ['alter table atlas.orders owner to yitu_atlas', 'select 1', 'yitu_atlas: owns 1 objects'],
  ['grant create on schema atlas to yitu_atlas', 'select 1', 'yitu_atlas: may create objects in its schema'],
  ['grant usage on schema globe to yitu_atlas', 'select 1', 'yitu_atlas: may use the schema globe'],
  [
    'grant yitu_globe to yitu_atlas',
    'revoke yitu_globe from yitu_atlas',
    'yitu_atlas: is a member of yitu_globe',
  ],
])('finds the power given by "%s"', async (give, take, complaint) => {
  await client.query(give);
  const complaints = await findPowerfulRoles(client, schemas);
  await client.query(take);
  expect(complaints[0]).toContain(complaint);
});
