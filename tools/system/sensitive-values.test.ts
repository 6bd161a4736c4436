import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  createClient,
  eventually,
  spawnService,
  startOtlpCollector,
  startWorld,
  type Client,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILD, build, programOf } from '../build/build.ts';
import { findInBytes, findInFiles, type Needles } from './plain-text.ts';
import { takeBackup, dumpTables } from './take-copies.ts';
import { accountNumber, passport, password, permit, residentNumber, totpCode } from './sensitive-people.ts';

const names = ['identity', 'crm', 'analytics', 'notifications', 'gateway'] as const;

let world: World;
let collector: Awaited<ReturnType<typeof startOtlpCollector>>;
let folder: string;
let copies: string;
let processes: Awaited<ReturnType<typeof spawnService>>[];

beforeAll(async () => {
  collector = await startOtlpCollector();
  world = await startWorld({ services: [], logLevel: 'trace' });
  const telemetry = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OTEL_TRACES_SAMPLER_ARG: '1',
  };
  folder = await mkdtemp(join(BUILD, '../build-'));
  copies = await mkdtemp(join(BUILD, '../copies-'));
  await build(folder);
  processes = await Promise.all(
    names.map((name) => spawnService(world, name, telemetry, programOf(name, folder))),
  );
}, 90_000);

/**
 * Keeps all WAL that is written from now on: a checkpoint would have its files written over, and other tests on the same server bring checkpoints.
 */
const kept = `sensitive_values_${process.pid}`;
const keepWal = () => world.admin.query('select pg_create_physical_replication_slot($1, true)', [kept]);
const letWalGo = () =>
  world.admin.query(
    'select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1',
    [kept],
  );

afterAll(async () => {
  await letWalGo();
  for (const one of processes) await one.stop();
  await world.close();
  await collector.stop();
  await Promise.all([folder, copies].map((one) => rm(one, { recursive: true })));
});

const birthDate = '1987-04-23';

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  return sizes.reduce((total, size) => total + size, 0);
}

const wrongDigit = (number: string) => number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
const spaced = (number: string) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;

const card = residentNumber(birthDate);
const { number: passportNumber, mrz } = passport(birthDate);
const account = accountNumber();
const planted = {
  card,
  'card as typed': spaced(card),
  'mistyped card': wrongDigit(card),
  'second card': residentNumber(birthDate),
  passport: passportNumber,
  'machine-readable zone': mrz[1] ?? '',
  'mistyped zone': (mrz[1] ?? '').replace('CHN', 'CHM'),
  permit: permit(),
  account,
  'account as typed': spaced(account),
  password: password(),
  'wrong password': password(),
} satisfies Needles;

const api = (path: string) => `${world.url('gateway')}/api${path}`;

/** Everything people do with sensitive values, right and wrong, through the gateway. */
async function use(): Promise<{ agencyId: string; customerName: string; secrets: Needles }> {
  const agency = await world.foundAgency();
  const person = {
    branchId: agency.headquartersId,
    userName: 'bian.ji',
    email: `bian@${agency.code}.example`,
    displayName: '边界',
    locale: 'zh',
    roles: ['branch-manager', 'visa-officer', 'finance'],
    password: planted.password,
  };
  expect((await agency.administrator.post(api('/identity/v1/users'), person)).status).toBe(201);
  const signIn = (secret: string) =>
    createClient().post<{ accessToken: string; refreshToken: string }>(api('/identity/v1/sessions'), {
      agency: agency.code,
      login: 'bian.ji',
      password: secret,
    });
  expect((await signIn(planted['wrong password'])).status).toBe(401);
  const { body: session } = await signIn(planted.password);
  const manager = createClient(session.accessToken);
  const customerName = `对照${crypto.randomUUID()}`;
  const customer = await manager.post<{ id: string }>(api('/crm/v1/customers'), {
    kind: 'person',
    name: { zh: customerName },
  });
  const at = api(`/crm/v1/customers/${customer.body.id}`);
  const person2 = {
    name: '张小美',
    latinName: 'ZHANG XIAOMEI',
    birthDate,
    nationality: 'CN',
    relation: 'friend',
  };
  const traveller = await manager.post<{ id: string }>(`${at}/travellers`, person2);
  await useDocuments(manager, `${at}/travellers/${traveller.body.id}/documents`);
  await useAccount(manager, `${at}/bank-accounts`);
  await mistype(session.accessToken, at, `${at}/travellers/${traveller.body.id}/documents`);
  const secrets = { 'refresh token': session.refreshToken, ...(await useSecrets(agency, manager)) };
  return { agencyId: agency.id, customerName, secrets };
}

/** An authenticator set up with its first code, and an API client with its secret. */
async function useSecrets(agency: TestAgency, manager: Client): Promise<Needles> {
  const totp = await manager.post<{ secret: string }>(api('/identity/v1/me/totp'), {
    password: planted.password,
  });
  expect(totp.status).toBe(201);
  const { secret } = totp.body;
  const confirmed = await manager.post<{ recoveryCodes: string[] }>(
    api('/identity/v1/me/totp/confirmation'),
    { code: totpCode(secret) },
  );
  expect(confirmed.status).toBe(201);
  const created = await agency.administrator.post<{ client: { id: string }; secret: string }>(
    api('/identity/v1/clients'),
    {
      name: 'Integration',
      branchId: agency.headquartersId,
      scopes: ['identity.user.read:agency'],
    },
  );
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  return {
    'secret of an authenticator': secret,
    'recovery code': confirmed.body.recoveryCodes[0] ?? '',
    'secret of a client': created.body.secret,
  };
}

async function useDocuments(manager: Client, documents: string): Promise<void> {
  const enter = async (entry: object, key: string) => {
    const { status, body } = await manager.post<{ id: string }>(documents, entry, { 'idempotency-key': key });
    expect(status, JSON.stringify(body)).toBe(201);
    return `${documents}/${body.id}`;
  };
  const first = await enter({ kind: 'identity-card', number: planted['card as typed'] }, 'card');
  const second = await enter({ kind: 'passport', mrz }, 'passport');
  await enter({ kind: 'taiwan-permit', number: planted.permit }, 'permit');
  const look = (at: string) =>
    manager.post(`${at}/reveals`, { reason: '核对证件' }, { 'idempotency-key': 'look' });
  expect((await look(first)).body['number']).toBe(card);
  expect((await look(second)).body).toMatchObject({ number: passportNumber, mrz });
  const search = { number: planted['card as typed'] };
  const { body } = await manager.post(api('/crm/v1/document-searches'), search, {
    'idempotency-key': 'search',
  });
  expect(body).toMatchObject({ matches: [{ kind: 'identity-card' }] });
  const changed = await manager.ask(first, {
    method: 'PATCH',
    body: { number: planted['second card'] },
    headers: { 'if-match': '"1"' },
  });
  expect(changed.status).toBe(200);
  // A row that was moved does not open: the failure is logged.
  await world.admin.query(
    `update crm.traveller_documents set number_sealed = (select number_sealed from crm.traveller_documents where id = $1) where id = $2`,
    [first.split('/').at(-1), second.split('/').at(-1)],
  );
  expect((await look(second)).status).toBe(500);
}

async function useAccount(manager: Client, accounts: string): Promise<void> {
  const { body } = await manager.post<{ id: string }>(accounts, {
    holder: '张小美',
    bank: '中国银行',
    number: planted['account as typed'],
  });
  const look = await manager.post(`${accounts}/${body.id}/reveals`, { reason: '核对退款账号' });
  expect(look.body['number']).toBe(account);
  const search = await manager.post(api('/crm/v1/bank-account-searches'), { number: account });
  expect(search.body).toMatchObject({ matches: [{ bankAccountId: body.id }] });
}

/** Values in the wrong place, of the wrong form, in a body that is none. */
async function mistype(accessToken: string, at: string, documents: string): Promise<void> {
  const manager = createClient(accessToken);
  const statuses = [
    await manager.post(documents, { kind: 'identity-card', number: planted['mistyped card'] }),
    await manager.post(documents, { kind: 'passport', mrz: [mrz[0], planted['mistyped zone']] }),
    await manager.post(documents, { kind: 'identity-card', [card]: card }),
    await manager.post(documents, { kind: card, number: card }),
    await manager.post(at, { documentNumber: card }),
    await manager.get(`${at}/travellers?limit=${card}`),
    await manager.get(api(`/crm/v1/customers?q=${card}&phone=${account}&idCard=${passportNumber}`)),
    await manager.get(api(`/crm/v1/customers?q=${card}`)),
    await manager.get(api(`/crm/v1/customers/${card}`)),
    await manager.get(api(`/crm/v1/${card}`)),
    await manager.ask(documents, { headers: { 'if-none-match': card, 'x-card': card } }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([422, 422, 400, 400, 405, 400, 400, 200, 400, 404, 200]);
  for (const [token, status] of [
    [accessToken, 400],
    [card, 401],
  ] as const) {
    const broken = await fetch(documents, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: `{"kind": "identity-card", "number": "${card}`,
    });
    expect(broken.status).toBe(status);
  }
}

/** The copies somebody could carry away, and how much of each there is to search. */
interface Copies {
  /** Every table row by row as text, as a dump holds it. */
  readonly dump: string;
  /** A base backup of the running server by PostgreSQL's own protocol: the files of its directory, and the WAL it needs. */
  readonly backup: string;
  /** The server's own directory. */
  readonly data: string;
  /** The files of this world's database therein. */
  readonly base: string;
}

async function takeCopies(): Promise<Copies> {
  const { rows } = await world.admin.query<{ data: string; base: string }>(
    `select setting as data, setting || '/base/' || (select oid from pg_database where datname = current_database()) as base
     from pg_settings where name = 'data_directory'`,
  );
  const { data = '', base = '' } = rows[0] ?? {};
  const [dump, backup] = [join(copies, 'dump'), join(copies, 'backup')];
  await dumpTables(world.admin, dump);
  // All pages are written, and the WAL goes on in a new file: nothing is in memory alone.
  await world.admin.query('checkpoint');
  await world.admin.query('select pg_switch_wal()');
  await takeBackup(world.admin, data, backup);
  return { dump, backup, data, base };
}

type Place = 'dump' | 'backup' | 'data files' | 'WAL' | 'NATS' | 'logs' | 'spans';

/**
 * What of `needles` was found in each place: as text, in hex, in base64 and in UTF-16. WAL is what was written since `firstSegment`; NATS is its whole
 * store; logs are those of all services at their most talkative, of PostgreSQL and of NATS; spans are all that were exported.
 */
async function searchEverywhere(
  needles: Needles,
  firstSegment: string,
  { dump, backup, data, base }: Copies,
): Promise<Record<Place, string[]>> {
  const above = dirname(data);
  const postgresLogs = (await readdir(above)).filter((name) => name.endsWith('.log'));
  const logs = [
    ...processes.map(({ logFile }) => logFile),
    world.nats.logFile,
    ...postgresLogs.map((name) => join(above, name)),
  ];
  const inSpans = collector.spans().flatMap(({ raw }) => findInBytes(Buffer.from(raw), needles));
  const text = (finds: { value: string; place: string }[]) =>
    finds.map(({ value, place }) => `${value} in ${place}`);
  return {
    dump: text(await findInFiles(dump, needles)),
    backup: text(await findInFiles(backup, needles)),
    'data files': text(await findInFiles(base, needles)),
    WAL: text(await findInFiles(join(data, 'pg_wal'), needles, (name) => name >= firstSegment)),
    NATS: text(await findInFiles(world.nats.logFile.replace(/\.log$/, ''), needles)),
    logs: text((await Promise.all(logs.map((file) => findInFiles(file, needles)))).flat()),
    spans: inSpans,
  };
}

it('sensitive values stand in plain text in no dump, backup, data file, WAL file, message, log line or span', async () => {
  await keepWal();
  const segment = await world.admin.query<{ name: string }>(
    'select pg_walfile_name(pg_current_wal_lsn()) as name',
  );
  const firstSegment = segment.rows[0]?.name ?? '';
  const { agencyId, customerName, secrets } = await use();
  await eventually(async () => {
    const { rows } = await world.admin.query(
      'select from crm.outbox where agency_id = $1 and published_at is null',
      [agencyId],
    );
    expect(rows).toEqual([]);
    expect(
      collector.spans().some(({ name, service }) => service === 'crm' && name.includes('document-searches')),
    ).toBe(true);
  }, 20_000);
  await Promise.all(processes.map((one) => one.stop())); // the last spans and lines are out

  const taken = await takeCopies();
  // What does stand there, so that the search is known to find: it would show as well if a place were empty.
  const known = {
    'a name': customerName,
    'an agency': agencyId,
    'a line': 'crm listens',
    'an operation': '/v1/document-searches',
  };
  const all = await searchEverywhere({ ...planted, ...secrets, ...known }, firstSegment, taken);
  const places = Object.keys(all) as Place[]; // which are its keys
  const isKnown = (line: string) => Object.keys(known).some((name) => line.startsWith(name));
  const found = places.flatMap((place) =>
    all[place].flatMap((line) => (isKnown(line) ? [] : [`${place}: ${line}`])),
  );
  console.log(
    JSON.stringify({
      id: 'A5',
      planted: Object.keys({ ...planted, ...secrets }).length,
      places,
      bytes: { dump: await sizeOf(taken.dump), backup: await sizeOf(taken.backup) },
      found: found.length,
    }),
  );
  expect(found).toEqual([]);

  const sees = (place: Place, start: string) => all[place].some((line) => line.startsWith(start));
  expect(sees('dump', `a name in ${join(taken.dump, 'crm.customers')}`)).toBe(true);
  expect(sees('backup', `a name in ${join(taken.backup, 'base')}`)).toBe(true);
  expect(sees('data files', 'a name in')).toBe(true);
  expect(sees('WAL', 'a name in')).toBe(true);
  expect(sees('NATS', 'an agency in')).toBe(true);
  expect(sees('logs', 'a line in')).toBe(true);
  expect(sees('spans', 'an operation')).toBe(true);
  // Names of people do not travel either.
  for (const place of ['NATS', 'logs', 'spans'] as const) expect(sees(place, 'a name')).toBe(false);
}, 180_000);
