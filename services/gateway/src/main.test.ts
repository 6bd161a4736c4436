import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { eventually, freePort } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStubService, type StubService } from './fixtures/stub-service.ts';

let service: StubService;
const held: ServerResponse[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  service = await startStubService((request, response) => {
    const path = request.url;
    if (path === '/v1/held') held.push(response);
    else if (path === '/v1/late') return;
    else if (path === '/v1/dead') response.destroy();
    else if (path === '/v1/begun') response.writeHead(200, { 'content-length': '9' }).write('be');
    else if (path === '/v1/cut')
      response.writeHead(200, { 'content-length': '9' }).write('cu', () => response.destroy());
    else response.end('{}');
  });
});
afterAll(async () => {
  // Whatever a failed test has left behind.
  for (const child of children) child.kill('SIGKILL');
  await service.stop();
});

const upstreams = ['IDENTITY', 'CRM', 'BOOKING', 'ITINERARY', 'FINANCE', 'NOTIFICATIONS', 'ANALYTICS'];

/** The gateway as it runs outside of tests: a process with telemetry loaded first. */
function startProcess(environment: Record<string, string>) {
  const root = join(import.meta.dirname, '../../..');
  const args = ['--import', '@yitu/runtime/telemetry', 'services/gateway/src/main.ts'];
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended };
}

async function startGateway(environment: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, ended } = startProcess({
    PORT: String(port),
    YITU_ENV: 'local',
    PUBLIC_URL: url,
    ...Object.fromEntries(upstreams.map((name) => [`${name}_URL`, service.url])),
    ...environment,
  });
  await eventually(async () => {
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });
  return { url, child, ended };
}

it('measures what it passes on by what became of it', async () => {
  const { url, child, ended } = await startGateway({ REQUEST_TIMEOUT_MS: '300' });
  const get = (path: string, signal?: AbortSignal) =>
    fetch(`${url}/api/booking/v1/${path}`, signal ? { signal } : {});
  expect((await get('x')).status).toBe(200);
  expect((await get('dead')).status).toBe(503);
  expect((await get('late')).status).toBe(504);
  await expect((await get('cut')).text()).rejects.toThrow('terminated');
  const leaving = new AbortController();
  const begun = await get('begun', leaving.signal);
  leaving.abort();
  await expect(begun.text()).rejects.toThrow('aborted');
  const counted = /^yitu_gateway_passing_duration_count\{server_address="booking",(.*)\} (\d+)$/gm;
  await eventually(async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(
      Object.fromEntries([...text.matchAll(counted)].map(([, labels, count]) => [labels, count])),
    ).toEqual({
      'http_response_status_code="200"': '1',
      'error_type="unanswered"': '1',
      'error_type="late"': '1',
      'error_type="cut"': '1',
      'error_type="client-left"': '1',
    });
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('passes the trace on and, told to stop, finishes what it has begun', async () => {
  const { url, child, ended } = await startGateway();
  for (let probe = 0; probe < 10; probe++) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  // Seven services behind one address, each asked once a second at most: seventy times, if each probe asked.
  expect(service.received.filter(({ url: asked }) => asked === '/livez').length).toBeLessThan(70);
  const traceId = 'a'.repeat(32);
  await fetch(`${url}/api/booking/v1/x`, { headers: { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` } });
  // Twice would be one header with a comma: two processes claiming to be the parent.
  expect(service.received.at(-1)?.headers['traceparent']).toMatch(
    new RegExp(`^00-${traceId}-(?!b{16})[0-9a-f]{16}-0[01]$`),
  );
  const inHand = fetch(`${url}/api/booking/v1/held`);
  await eventually(() => {
    expect(held).toHaveLength(1);
  });
  child.kill('SIGTERM');
  await eventually(async () => {
    await expect(fetch(`${url}/livez`)).rejects.toThrow('fetch failed');
  });
  held[0]?.end('whole');
  expect(await (await inHand).text()).toBe('whole');
  expect(await ended).toBe(0);
});

it('does not start with an environment that does not fit, and says what is wrong', async () => {
  const { child, ended } = startProcess({
    PORT: '0',
    PUBLIC_URL: 'http://yitu.example',
    ...Object.fromEntries(upstreams.map((name) => [`${name}_URL`, service.url])),
  });
  const [told] = (await once(child.stderr, 'data')) as [Buffer];
  expect(told.toString()).toContain('PUBLIC_URL must be https');
  expect(await ended).toBe(2);
});
