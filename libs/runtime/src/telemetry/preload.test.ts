import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually, startOtlpCollector } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

type Collector = Awaited<ReturnType<typeof startOtlpCollector>>;
type LogLine = Record<string, unknown>;

/** The fixture running with the preload: where it answers and what it has logged so far. */
interface Program {
  readonly url: string;
  readonly log: LogLine[];
  readonly errors: string[];
  stop(): Promise<void>;
}

const preload = join(import.meta.dirname, 'preload.ts');
const fixture = join(import.meta.dirname, 'fixtures/traced-program.ts');

async function startProgram(env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, ['--import', preload, fixture, inject('postgresUrl')], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: inject('postgresUrl'),
      OTEL_BSP_SCHEDULE_DELAY: '50',
      ...env,
    },
  });
  const log: LogLine[] = [];
  const errors: string[] = [];
  createInterface(child.stdout).on('line', (line) => log.push(JSON.parse(line)));
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const port = await eventually(() => {
    const listening = log.find((line) => line['msg'] === 'listening');
    if (listening === undefined) throw new Error(`it does not listen: ${errors.join('\n')}`);
    return listening['port'];
  });
  return { url: `http://127.0.0.1:${String(port)}`, log, errors, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Asks with a trace of one's own, as a gateway would, and tells which trace that was. */
async function ask(program: Program, path: string, flags = '01'): Promise<string> {
  const traceId = crypto.randomUUID().replaceAll('-', '');
  const headers = { traceparent: `00-${traceId}-00000000000000aa-${flags}` };
  await (await fetch(program.url + path, { headers })).text();
  return traceId;
}

describe('with a collector', () => {
  let collector: Collector;
  let program: Program;
  beforeAll(async () => {
    collector = await startOtlpCollector();
    program = await startProgram({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_SERVICE_NAME: 'greeter',
    });
  });
  afterAll(async () => {
    await program.stop();
    await collector.stop();
  });

  /** The spans of a trace once there are as many as expected. */
  const spansOf = (traceId: string, count: number) =>
    eventually(() => {
      const spans = collector.spansOf(traceId);
      expect(spans.map((span) => span.name)).toHaveLength(count);
      return spans;
    });

  test('a request over HTTP, gRPC and SQL is one chain of spans, and log lines carry its trace id', async () => {
    const traceId = await ask(program, '/greetings/Li');
    const spans = await spansOf(traceId, 4);
    const find = (kind: string, name: string) =>
      spans.find((span) => span.kind === kind && span.name === name);
    const rpc = 'grpc.yitu.fixture.v1.Greeter/Greet';
    const server = find('server', 'GET /greetings/:name');
    expect(
      collector.isChain(server, find('client', rpc), find('server', rpc), find('client', 'SELECT yitu')),
    ).toBe(true);
    expect(server).toMatchObject({ service: 'greeter', parentSpanId: '00000000000000aa', status: 'unset' });
    expect(server?.attributes).toMatchObject({
      'http.route': '/greetings/:name',
      'http.response.status_code': 200,
    });
    expect(
      program.log.find((line) => line['msg'] === 'greeting' && line['trace_id'] === traceId),
    ).toMatchObject({
      span_id: server?.spanId,
    });
  });

  test.each(['/fetched', '/requested', '/passed'])('%s carries the trace on', async (path) => {
    const traceId = await ask(program, path);
    const spans = await spansOf(traceId, 3);
    const [entry, exit, next] = [`GET ${path}`, 'GET', 'GET /headers'].map((name) =>
      spans.find((span) => span.name === name),
    );
    expect(collector.isChain(entry, exit, next)).toBe(true);
  });

  test('nothing a person typed and no secret is in any span', async () => {
    const traceIds = await Promise.all([
      ask(program, '/greetings/13900139000?token=s3cret-asked'),
      ask(program, '/greetings/nobody'),
      ask(program, '/fetched?token=s3cret-asked'),
      ask(program, '/requested'),
    ]);
    const counts = [4, 5, 3, 3];
    const spans = await Promise.all(traceIds.map((traceId, place) => spansOf(traceId, counts[place] ?? 0)));
    // The phone number is in the path and in a statement, the document number in a statement and in PostgreSQL's error.
    expect(spans.flat().filter((span) => /s3cret|13900139000|13800138000|G12345678/.test(span.raw))).toEqual(
      [],
    );
    const failed = spans.flat().filter((span) => span.status === 'error');
    expect(failed.map((span) => span.name).toSorted()).toEqual([
      'GET /greetings/:name',
      'SELECT yitu',
      'grpc.yitu.fixture.v1.Greeter/Greet',
      'grpc.yitu.fixture.v1.Greeter/Greet',
    ]);
  });

  test('a trace its caller does not record is not recorded here, but keeps its id', async () => {
    const unrecorded = await ask(program, '/greetings/Wang', '00');
    const recorded = await ask(program, '/greetings/Wang');
    await spansOf(recorded, 4);
    expect(collector.spansOf(unrecorded)).toEqual([]);
    expect(program.log.filter((line) => line['trace_id'] === unrecorded)).not.toEqual([]);
  });

  test('probes and scrapes are neither traced nor measured', async () => {
    const probe = await ask(program, '/livez');
    await spansOf(await ask(program, '/greetings/Zhao'), 4);
    expect(collector.spansOf(probe)).toEqual([]);
    expect(await (await fetch(`${program.url}/metrics`)).text()).not.toContain('livez');
  });

  test('a stream of changes is neither traced nor measured, nor is it where it is passed on', async () => {
    const stream = await ask(program, '/api/notifications/v1/live?watch=s3cret');
    await spansOf(await ask(program, '/passed'), 3);
    const live = collector
      .spans()
      .filter(({ traceId, raw }) => traceId === stream || raw.includes('v1/live'));
    expect(live).toEqual([]);
    const text = await (await fetch(`${program.url}/metrics`)).text();
    expect(text).toMatch(/^yitu_gateway_passing_duration_count\{server_address="headers".*\} \d+$/m);
    expect(text).not.toMatch(/server_address="changes"|v1\/live/);
  });

  test('metrics of requests, rpc, messages, pool, relay and process can be scraped', async () => {
    await ask(program, '/greetings/Sun');
    const text = await (await fetch(`${program.url}/metrics`)).text();
    const rpc = 'rpc_system_name="grpc",rpc_method="yitu.fixture.v1.Greeter/Greet",rpc_status_code="OK"';
    for (const expected of [
      /^http_server_request_duration_count\{.*http_route="\/greetings\/:name".*\} \d+$/m,
      new RegExp(`^rpc_server_call_duration_count\\{${rpc}\\} \\d+$`, 'm'),
      new RegExp(`^rpc_client_call_duration_count\\{${rpc}\\} \\d+$`, 'm'),
      /^db_client_operation_duration_count\{.*db_operation_name="SELECT".*\} \d+$/m,
      /^db_client_connection_count\{db_client_connection_pool_name="requests",db_client_connection_state="idle"\} \d+$/m,
      /^db_client_connection_pending_requests\{db_client_connection_pool_name="requests"\} 0$/m,
      /^yitu_outbox_relay_lag 1\.5$/m,
      /^messaging_client_sent_messages_total\{.*messaging_operation_name="publish".*\} 1$/m,
      /^messaging_client_consumed_messages_total\{.*messaging_consumer_group_name="fixture".*error_type="23505"\} 1$/m,
      /^yitu_messaging_quarantined_messages_total\{.*\} 1$/m,
      /^messaging_process_duration_count\{.*\} 1$/m,
      /^nodejs_eventloop_delay_p99 [\d.e-]+$/m,
      /^process_memory_usage \d+$/m,
      /^process_cpu_time_total\{cpu_mode="user"\} [\d.]+$/m,
    ])
      expect(text).toMatch(expected);
    expect(text).toContain('messaging_destination_template="evt.*.fixture.greeting.sent.v1"');
    expect(text).not.toContain('agency-7');
  });

  test('the instrumentations add no labels or pool counters of their own, and exporting is not measured', async () => {
    const traceIds = [
      await ask(program, '/greetings/Qian'),
      await ask(program, '/fetched'),
      await ask(program, '/requested'),
    ];
    await Promise.all(traceIds.map((traceId, place) => spansOf(traceId, place === 0 ? 4 : 3)));
    const text = await (await fetch(`${program.url}/metrics`)).text();
    expect(text).not.toContain('db_client_connection_max');
    // An operation ends with its word, even where a line ends there too.
    expect(text).not.toMatch(/db_operation_name="[A-Z]*[^A-Z"]/);
    expect(text).not.toContain(`server_port="${new URL(collector.url).port}"`);
    // Two instrumentations that describe one family differently would be warned about.
    expect(program.errors).toEqual([]);
  });

  test('a statement outside any request makes no trace', async () => {
    await spansOf(await ask(program, '/greetings/Hu'), 4);
    expect(
      collector.spans().filter((span) => span.kind === 'client' && span.parentSpanId === undefined),
    ).toEqual([]);
  });

  test('what is still waiting is sent at shutdown', async () => {
    const patient = await startProgram({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '60000',
    });
    const traceId = await ask(patient, '/greetings/Zhou');
    expect(collector.spansOf(traceId)).toEqual([]);
    await patient.stop();
    expect(collector.spansOf(traceId)).toHaveLength(4);
  });
});

test('without a collector trace ids exist, stand in the log and travel on unrecorded', async () => {
  const program = await startProgram({});
  // The fixture answers with the headers it received from itself.
  const answer = await (await fetch(`${program.url}/fetched`)).text();
  await program.stop();
  const [, traceId, flags] =
    /"traceparent":"00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})"/.exec(answer) ?? [];
  expect(flags).toBe('00');
  expect(program.log.filter((line) => line['trace_id'] === traceId)).not.toEqual([]);
});

test('a collector that is down costs one warning, no request and no delay at shutdown', async () => {
  const program = await startProgram({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
  });
  for (const name of ['Wu', 'Zheng', 'Feng']) await ask(program, `/greetings/${name}`);
  await eventually(() => expect(program.errors).toHaveLength(1));
  const answer = await fetch(`${program.url}/greetings/Chen`);
  expect(answer.status).toBe(200);
  const begun = performance.now();
  await program.stop();
  expect(performance.now() - begun).toBeLessThan(4_000);
  expect(program.errors).toHaveLength(1);
  expect(program.errors[0]).toContain('telemetry: connect ECONNREFUSED 127.0.0.1:9');
});
