import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, spawnService, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillDocuments, numberAt } from '../load/a8/fill.ts';
import { rotate, type Wish } from './rotate.ts';

const count = 1_700;

let world: World;
let crm: Awaited<ReturnType<typeof startCrm>>;
let clockFile: string;

const startCrm = () => spawnService(world, 'crm', { CLOCK_FILE: clockFile });

beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
  clockFile = join(world.directory, 'clock');
  crm = await startCrm();
});
afterAll(async () => {
  await crm.stop();
  await world.close();
});

const api = () => `${world.url('gateway')}/api/crm/v1`;
const found = async (staff: Staff, place: number) => {
  const { body } = await staff.post<{ matches: { documentId: string; travellerId: string }[] }>(
    `${api()}/document-searches`,
    { number: numberAt(place) },
  );
  return body.matches[0] ?? { documentId: '', travellerId: '' };
};

async function filledAgency() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const officer = await agency.staff('visa-officer');
  const customer = await sales.post<{ id: string }>(`${api()}/customers`, {
    kind: 'person',
    name: { zh: '团' },
  });
  const customerId = customer.body.id;
  const { DATABASE_URL: databaseUrl = '' } = world.environment('crm');
  const store = { databaseUrl, rootKeysFile: world.surroundings.vaultRootKeysFile };
  const whose = { agencyId: agency.id, customerId, branchId: agency.headquartersId, ownerId: sales.userId };
  await fillDocuments(store, whose, count);
  const read = async (place: number) => {
    const { documentId, travellerId } = await found(officer, place);
    const at = `${api()}/customers/${customerId}/travellers/${travellerId}/documents/${documentId}`;
    return (await officer.post(`${at}/reveals`, { reason: 'rotation test' })).body['number'];
  };
  return { agency, read };
}

/** How many documents are sealed by the second version of their key. */
async function rotated(agencyId: string): Promise<number> {
  const { rows } = await world.admin.query<{ count: number }>(
    `select count(*)::int from crm.traveller_documents where agency_id = $1 and number_sealed like 'v1.2.%'`,
    [agencyId],
  );
  return rows[0]?.count ?? 0;
}

it('a rotation whose service is killed in the middle leaves everything readable, and goes on where it was', async () => {
  const { agency, read } = await filledAgency();
  const sample = [0, 1, 499, 500, 750, 1_000, 1_500, count - 1];
  for (const place of sample) expect(await read(place)).toBe(numberAt(place));
  const platform = {
    origin: world.url('gateway'),
    operatorSecret: world.surroundings.secrets.operatorSecret,
  };
  const wish: Wish = { kind: 'data-keys', services: ['crm'], parallel: 1 };
  const lines: string[] = [];

  const writing = await world.admin.connect();
  await writing.query('begin');
  await writing.query(
    'select from crm.traveller_documents where agency_id = $1 order by traveller_id desc limit 1 for update',
    [agency.id],
  ); // the last batch waits here
  const interrupted = rotate(platform, wish, (line) => lines.push(line)).catch((error: unknown) => error);
  await eventually(async () => expect(await rotated(agency.id)).toBe(1_500));
  process.kill(crm.pid, 'SIGKILL');
  expect(await interrupted).toBeInstanceOf(Error);
  await writing.query('rollback');
  writing.release();
  expect(await rotated(agency.id)).toBe(1_500);

  crm = await startCrm();
  for (const place of sample) expect(await read(place)).toBe(numberAt(place));
  const since = /--since (\S+)/.exec(lines[0] ?? '')?.[1] ?? '';
  const resumed = rotate(platform, { ...wish, since }, (line) => lines.push(line));
  await eventually(async () => expect(await rotated(agency.id)).toBe(count));
  await writeFile(clockFile, 'PT2M'); // the time of the retired keys is over
  expect(await resumed).toMatchObject({ agencies: 1, keys: count - 1_500 });
  for (const place of sample) expect(await read(place)).toBe(numberAt(place));
  const { rows } = await world.admin.query(
    `select count(*)::int as keys, count(distinct person_id)::int as persons, min(version) as oldest from crm.person_keys where agency_id = $1`,
    [agency.id],
  );
  expect(rows).toEqual([{ keys: count, persons: count, oldest: 2 }]);
}, 90_000);
