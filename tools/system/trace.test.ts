import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { enterCustomer, knowsBranch, scheduleDeparture } from '../../services/booking/src/fixtures/desk.ts';
import {
  createClient,
  eventually,
  spawnService,
  startOtlpCollector,
  startWorld,
  type Client,
  type World,
} from '@yitu/testkit';
import { BUILD, build, programOf } from '../build/build.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Collector = Awaited<ReturnType<typeof startOtlpCollector>>;
type Span = ReturnType<Collector['spans']>[number];

let world: World;
let collector: Collector;
let folder: string;
let processes: Awaited<ReturnType<typeof spawnService>>[];

beforeAll(async () => {
  collector = await startOtlpCollector();
  world = await startWorld({ services: [], logLevel: 'info' });
  const telemetry = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OTEL_TRACES_SAMPLER_ARG: '1',
  };
  const names = ['identity', 'crm', 'booking', 'notifications', 'gateway'] as const;
  // As they run in earnest: built, not as sources.
  folder = await mkdtemp(join(BUILD, '../build-'));
  await build(folder);
  processes = await Promise.all(
    names.map((name) => spawnService(world, name, telemetry, programOf(name, folder))),
  );
}, 90_000);

afterAll(async () => {
  for (const one of processes) await one.stop();
  await world.close();
  await collector.stop();
  await rm(folder, { recursive: true });
});

describe('one order', () => {
  it('is one trace from the gateway over HTTP, SQL, outbox and NATS to the last consumer', async () => {
    const agency = await world.foundAgency();
    const [sales, manager] = [await agency.staff('sales'), await agency.staff('project-manager')];
    const departureId = await scheduleDeparture(world, manager);
    const customerId = await enterCustomer(world, sales);
    await knowsBranch(world, agency);
    const traceId = randomBytes(16).toString('hex');
    const placed = await createClient(sales.token).post<{ id: string }>(
      `${world.url('gateway')}/api/booking/v1/orders`,
      { customerId, departureId, counts: [{ category: 'adult', count: 1 }] },
      { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` },
    );
    expect(placed.status).toBe(201);
    await eventually(() => isInTheAuditTrail(agency.administrator, placed.body.id, traceId));

    await eventually(() => {
      const spans = collector.spansOf(traceId);
      const inGateway = find(spans, 'gateway', /^POST/, 'server');
      const inBooking = find(spans, 'booking', /^POST/, 'server');
      expect(collector.isChain(inGateway, inBooking)).toBe(true);
      expect(
        spans.some((span) => span.service === 'booking' && isSql(span) && collector.isChain(inBooking, span)),
      ).toBe(true);
      const published = find(spans, 'booking', /^publish booking.order.placed.v1$/, 'producer');
      expect(collector.isChain(inBooking, published)).toBe(true);
      const processed = find(spans, 'notifications', /^process booking.order.placed.v1$/, 'consumer');
      expect(collector.isChain(published, processed)).toBe(true);
      expect(
        spans.some(
          (span) => span.service === 'notifications' && isSql(span) && collector.isChain(processed, span),
        ),
      ).toBe(true);
    }, 30_000);
  });

  it('is one trace from the gateway over HTTP and gRPC to the database of the service that was asked', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    await enterCustomer(world, sales);
    const traceId = randomBytes(16).toString('hex');
    const found = await fetch(
      `${world.url('gateway')}/api/booking/v1/orders?customerName=${encodeURIComponent('李')}`,
      {
        headers: {
          authorization: `Bearer ${sales.token}`,
          traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
        },
      },
    );
    expect(found.status).toBe(200);
    await eventually(() => {
      const spans = collector.spansOf(traceId);
      const inBooking = find(spans, 'booking', /^GET/, 'server');
      const inCrm = find(spans, 'crm', /FindCustomers/, 'server');
      expect(collector.isChain(inBooking, inCrm)).toBe(true);
      expect(
        spans.some((span) => span.service === 'crm' && isSql(span) && collector.isChain(inCrm, span)),
      ).toBe(true);
    }, 30_000);
  });

  it('names the trace in the problem answer of a request that is refused', async () => {
    const traceId = randomBytes(16).toString('hex');
    const { status, body } = await createClient().post(
      `${world.url('gateway')}/api/booking/v1/orders`,
      {},
      { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` },
    );
    expect([status, body['code'], body['traceId']]).toEqual([401, 'access/unauthenticated', traceId]);
  });
});

describe('every service', () => {
  it('tells Prometheus of requests, rpc, messages, pool and relay lag', async () => {
    const familiesOf = async (service: 'booking' | 'crm') => {
      const text = await (await fetch(`${world.url(service)}/metrics`)).text();
      return new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, family]) => family));
    };
    const booking = [
      'http_server_request_duration',
      'rpc_client_call_duration',
      'messaging_client_sent_messages_total',
      'db_client_connection_count',
      'yitu_outbox_relay_lag',
    ];
    expect([...(await familiesOf('booking'))]).toEqual(expect.arrayContaining(booking));
    expect([...(await familiesOf('crm'))]).toContain('rpc_server_call_duration');
  });

  it('tells of nothing that the documentation does not name', async () => {
    const documented = await readFile(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
    const texts = await Promise.all(
      (['identity', 'crm', 'booking', 'notifications', 'gateway'] as const).map(async (service) =>
        (await fetch(`${world.url(service)}/metrics`)).text(),
      ),
    );
    const families = texts.flatMap((text) =>
      [...text.matchAll(/^# TYPE (\w+)/gm)].flatMap(([, one]) => one ?? []),
    );
    const undocumented = families.filter((family) => !documented.includes(`\`${family}\``));
    expect(new Set(undocumented)).toEqual(new Set());
    expect(new Set(families).size).toBeGreaterThan(10);
  });

  it('writes its log as JSON lines, without a secret', async () => {
    const text = (await Promise.all(processes.map(({ logFile }) => readFile(logFile, 'utf8')))).join('');
    const lines = text.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) as string });
    const { operatorSecret, rolePasswords } = world.surroundings.secrets;
    for (const secret of [operatorSecret, ...Object.values(rolePasswords), 'correct horse battery'])
      expect(text).not.toContain(secret);
  });
});

/** Who placed the order, from where and in which trace: as the gateway saw it, gathered from booking. */
async function isInTheAuditTrail(administrator: Client, orderId: string, traceId: string): Promise<void> {
  const { body } = await administrator.get<{ entries: object[] }>(
    `${world.url('gateway')}/api/identity/v1/audit-entries?objectId=${orderId}&action=booking.order.place`,
  );
  expect(body.entries).toMatchObject([{ service: 'booking', traceId, remoteAddress: '127.0.0.1' }]);
}

const isSql = (span: Span) => 'db.system.name' in span.attributes || 'db.system' in span.attributes;

function find(spans: readonly Span[], service: string, name: RegExp, kind: string): Span {
  const found = spans.find((span) => span.service === service && name.test(span.name) && span.kind === kind);
  if (!found)
    throw new Error(
      `no ${kind} span ${name.source} of ${service} among ${spans.map((one) => `${one.service} ${one.name} ${one.kind}`).join(', ')}`,
    );
  return found;
}
