import { systemClock } from '@yitu/kernel';
import { createClient, startMailSink, startWorld, type Client, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOperations, type Operation } from '../generate/operations.ts';
import { assemble, demoPassword, type Stage } from '../story/cast.ts';
import { agencies, fillDemo } from '../story/demo.ts';
import { playMainJob } from '../story/main-job.ts';

let world: World;
let mail: Awaited<ReturnType<typeof startMailSink>>;
let stage: Stage;
let operations: Operation[];
const told: string[] = [];

beforeAll(async () => {
  mail = await startMailSink();
  const services = [
    'identity',
    'crm',
    'booking',
    'itinerary',
    'finance',
    'notifications',
    'analytics',
    'gateway',
  ] as const;
  world = await startWorld({ services, smtpUrl: mail.smtpUrl });
  const { operatorSecret } = world.surroundings.secrets;
  stage = { origin: world.url('gateway'), operatorSecret, mailUrl: mail.httpUrl, clock: systemClock };
  operations = await listOperations();
  const log = (line: string) => told.push(line);
  await fillDemo({
    gatewayUrl: stage.origin,
    operatorSecret,
    mailSinkUrl: mail.httpUrl,
    clock: systemClock,
    log,
  });
  const [, { code }] = agencies;
  await playMainJob(stage, await assemble(stage, code), (line) => log(`whole ${line}`));
}, 120_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
});

/** Somebody who may read everything of their agency. */
async function auditor(agency: string): Promise<Client> {
  const body = { agency, login: 'sun.yue', password: demoPassword(stage) };
  const { body: session } = await createClient().post<{ accessToken: string }>(
    `${stage.origin}/api/identity/v1/sessions`,
    body,
  );
  return createClient(session.accessToken);
}

/** The ids of everything an agency has, over all schemas. */
async function idsOf(code: string): Promise<string[]> {
  const { rows: tables } = await world.admin.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.columns as ids
     where column_name = 'id' and data_type = 'uuid' and table_schema = any ($1)
       and exists (select from information_schema.columns as keys where keys.table_schema = ids.table_schema
         and keys.table_name = ids.table_name and keys.column_name = 'agency_id')
       and exists (select from pg_class where oid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass and not relispartition)`,
    [['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics']],
  );
  const lists = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await world.admin.query<{ id: string }>(
        `select id from ${name} where agency_id = (select agency_id from identity.agencies where code = $1) limit 20`,
        [code],
      );
      return rows.map(({ id }) => id);
    }),
  );
  return [...new Set(lists.flat())];
}

const reads = (parameters: number) =>
  operations.filter(
    ({ method, path, access }) =>
      method === 'GET' &&
      path.split(':').length - 1 === parameters &&
      access !== 'anyone' &&
      access !== 'link',
  );

describe('the main job', () => {
  it('comes to its end in both agencies, step by step', () => {
    const [first, second] = agencies;
    const lengths = [first.code, second.code, 'whole'].map(
      (mark) => told.filter((line) => line.startsWith(mark)).length,
    );
    // The first one's catalogue is a line of its own, and so are its travel guides.
    expect(lengths).toEqual([12, 4, 10]);
    expect(told.filter((line) => line.includes('failed'))).toEqual([]);
  });
});

describe('two agencies', () => {
  it('see nothing of each other in any list of any service', async () => {
    const [ours, theirs] = agencies;
    const foreign = await idsOf(theirs.code);
    expect(foreign.length).toBeGreaterThan(50);
    const reader = await auditor(ours.code);
    const seen: string[] = [];
    for (const { service, path } of reads(0)) {
      const { status, body } = await reader.get(`${stage.origin}/api/${service}${path}`);
      const text = JSON.stringify(body);
      expect(status, `${service} ${path}: ${text.slice(0, 300)}`).toBeLessThan(500);
      if (status === 200) seen.push(service);
      for (const id of foreign) expect(text, `${service} ${path}`).not.toContain(id);
    }
    expect(new Set(seen)).toEqual(
      new Set(['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics']),
    );
  });

  it('find nothing of each other by its id', async () => {
    const [ours, theirs] = agencies;
    // As many at each of some hundred addresses as stay below what the gateway lets a person ask in a minute.
    const foreign = (await idsOf(theirs.code)).slice(0, 50);
    const reader = await auditor(ours.code);
    const leaks: string[] = [];
    for (const { service, path } of reads(1))
      await Promise.all(
        foreign.map(async (id) => {
          const { status, body } = await reader.get(
            `${stage.origin}/api/${service}${path.replace(/:\w+/, id)}`,
          );
          // An empty list about something unknown is as good as "there is none".
          const nothing =
            status === 200 ? !JSON.stringify(body).includes('"id"') : [400, 403, 404].includes(status);
          if (!nothing) leaks.push(`${service} ${path}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
        }),
      );
    expect(leaks).toEqual([]);
    // More with every operation that is added.
  }, 180_000);
});
