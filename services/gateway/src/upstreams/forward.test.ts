import { once } from 'node:events';
import { request as httpRequest, type ServerResponse } from 'node:http';
import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startStubService, type StubService } from '../fixtures/stub-service.ts';

const answers: Record<string, (response: ServerResponse) => void> = {
  '/v1/echo': (response) =>
    response.writeHead(201, { 'content-type': 'application/json', etag: '"7"' }).end('{"a":1}'),
  '/v1/nothing': (response) => response.writeHead(204).end(),
  '/v1/cookie': (response) => response.writeHead(200, { 'set-cookie': 'a=b', 'yitu-x': '1' }).end('{}'),
  '/v1/never': () => undefined,
  '/v1/held': (response) => void (held = response),
  '/v1/drip': (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('first'),
  '/v1/live': (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('first');
    response.once('close', () => streamsEnded.push(response));
    streaming = response;
  },
  '/v1/cut': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"half":', () => response.destroy());
  },
  '/v1/dead': (response) => response.destroy(),
  '/v1/large': (response) => response.writeHead(200).end(Buffer.alloc(8 * 1024 * 1024, 'x')),
};

let world: World;
let service: StubService;
let dripping: ServerResponse | undefined;
let held: ServerResponse | undefined;
let streaming: ServerResponse | undefined;
const streamsEnded: ServerResponse[] = [];

beforeAll(async () => {
  service = await startStubService((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/v1/drip') dripping = response;
    answers[path]?.(response);
  });
  const gateway = { BOOKING_URL: service.url, NOTIFICATIONS_URL: service.url, REQUEST_TIMEOUT_MS: '300' };
  world = await startWorld({ services: ['gateway'], environment: { gateway } });
});
afterAll(async () => {
  await world.close();
  await service.stop();
});

const at = (path: string) => `${world.url('gateway')}/api/booking${path}`;
const lastReceived = () => service.received.at(-1);

describe('what a service gets', () => {
  it('is the method, address and body as they were sent', async () => {
    const body = '{"name":"张三", "n" : 1.0}';
    const response = await fetch(at('/v1/echo?a=%20b&a=2'), {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"7"' },
      body,
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"7"');
    expect(lastReceived()).toMatchObject({ method: 'PATCH', url: '/v1/echo?a=%20b&a=2', body });
    expect(lastReceived()?.headers).toMatchObject({
      'content-type': 'application/merge-patch+json',
      'if-match': '"7"',
    });
  });

  it('says where the request came from, and holds neither cookies nor what only we may say', async () => {
    await fetch(at('/v1/echo'), {
      headers: { cookie: 'yitu-access=t0ken; other=1', 'x-forwarded-for': '10.9.8.7', 'yitu-agency': 'x' },
    });
    const headers = lastReceived()?.headers ?? {};
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', authorization: 'Bearer t0ken' });
    expect(headers['x-forwarded-host']).toBe(new URL(world.url('gateway')).host);
    expect(headers['cookie']).toBeUndefined();
    expect(headers['yitu-agency']).toBeUndefined();
  });

  it('keeps the Authorization header a client sends beside a cookie', async () => {
    await fetch(at('/v1/echo'), { headers: { cookie: 'yitu-access=t0ken', authorization: 'Bearer own' } });
    expect(lastReceived()?.headers.authorization).toBe('Bearer own');
  });
});

describe('what a client gets', () => {
  it('is the answer as the service gives it, without its cookies', async () => {
    const response = await fetch(at('/v1/cookie'));
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(at('/v1/nothing'), { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(at('/v1/echo'), { method: 'HEAD' })).headers.get('etag')).toBe('"7"');
  });

  it('comes as it is sent, not when it is complete', async () => {
    const response = await fetch(at('/v1/drip'));
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first');
    dripping?.end('last');
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last');
  });

  it('is whole when it is large, also for a client that reads slowly', async () => {
    const read = await (await fetch(at('/v1/large'))).arrayBuffer();
    expect(read.byteLength).toBe(8 * 1024 * 1024);
  });

  it('is 504 when the service does not begin its answer in time', async () => {
    const answer = await createClient().get(at('/v1/never'));
    expect(answer.status).toBe(504);
    expect(answer.body['code']).toBe('gateway/timeout');
  });

  it('is 503 when the service dies before its answer, and a cut when it dies in between', async () => {
    expect((await createClient().get(at('/v1/dead'))).body['code']).toBe('booking/unavailable');
    const response = await fetch(at('/v1/cut'));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });
});

describe('a stream of events', () => {
  const live = (of: World) => `${of.url('gateway')}/api/notifications/v1/live?watch=booking.order`;

  it('goes on through pauses that would end any other answer', async () => {
    const reader = (await fetch(live(world))).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first');
    const other = await fetch(at('/v1/drip'));
    await expect(other.text()).rejects.toThrow('terminated');
    streaming?.write('last');
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last');
    await reader?.cancel();
    await eventually(() => expect(streamsEnded).toContain(streaming));
  });

  it('leaves the connections of other requests alone, however many listen', async () => {
    const gateway = { NOTIFICATIONS_URL: service.url, REQUEST_TIMEOUT_MS: '5000' };
    const crowded = await startWorld({ services: ['gateway'], environment: { gateway } });
    const listening = Array.from({ length: 140 }, () => fetch(live(crowded)));
    expect((await Promise.all(listening)).map(({ status }) => status)).toEqual(Array(140).fill(200));
    const response = await fetch(`${crowded.url('gateway')}/api/notifications/v1/echo`);
    expect(response.status).toBe(201);
    await crowded.close();
  });

  it('ends when the gateway stops, and does not hold it up', async () => {
    const gateway = { NOTIFICATIONS_URL: service.url, REQUEST_TIMEOUT_MS: '60000' };
    const stopping = await startWorld({ services: ['gateway'], environment: { gateway } });
    const response = await fetch(live(stopping));
    const answer = streaming;
    await stopping.close();
    expect(await response.text()).toBe('first');
    await eventually(() => expect(streamsEnded).toContain(answer));
  });
});

describe('a body', () => {
  it.each([1, 2, 3])('of 2 MB is refused and never reaches the service (%i)', async () => {
    const seen = service.received.length;
    const answer = await createClient().post(at('/v1/echo'), 'x'.repeat(2_000_000));
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({
      code: 'request/too-large',
      title: 'The body is larger than 1048576 bytes.',
    });
    expect(service.received).toHaveLength(seen);
  });

  it('of 1 MiB is taken, also when its length is not told beforehand', async () => {
    const body = new Blob(['x'.repeat(1024 * 1024)]).stream();
    const response = await fetch(at('/v1/echo'), { method: 'POST', body, duplex: 'half' });
    expect(response.status).toBe(201);
    expect(lastReceived()?.body).toHaveLength(1024 * 1024);
  });
});

describe('a client that leaves', () => {
  it('before the answer begins is no failure of the service: nothing is logged as one', async () => {
    const gateway = { BOOKING_URL: service.url, REQUEST_TIMEOUT_MS: '60000' };
    const lines: string[] = [];
    const write = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((line) => lines.push(String(line)) > 0);
    const patient = await startWorld({ services: ['gateway'], environment: { gateway }, logLevel: 'error' });
    const leaving = httpRequest(`${patient.url('gateway')}/api/booking/v1/held`).end();
    leaving.on('error', () => undefined);
    await eventually(() => expect(held).toBeDefined());
    leaving.destroy();
    await new Promise((resolve) => leaving.once('close', resolve)); // its error is expected
    held?.writeHead(200).write('too late');
    await eventually(() => expect(held?.destroyed).toBe(true));
    await patient.close();
    write.mockRestore();
    expect(lines.filter((line) => line.includes('a request failed'))).toEqual([]);
  });

  it('ends the answer at the service as well', async () => {
    // So patient that nothing but the client's leaving can end it.
    const gateway = { BOOKING_URL: service.url, REQUEST_TIMEOUT_MS: '60000' };
    const patient = await startWorld({ services: ['gateway'], environment: { gateway } });
    const leaving = httpRequest(`${patient.url('gateway')}/api/booking/v1/drip`).end();
    leaving.on('error', () => undefined);
    const [response] = (await once(leaving, 'response')) as [NodeJS.ReadableStream];
    await once(response, 'data');
    leaving.destroy();
    await eventually(() => {
      expect(dripping?.destroyed).toBe(true);
    });
    await patient.close();
  });
});
