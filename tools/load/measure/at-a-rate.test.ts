import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { measureAtRate } from './at-a-rate.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serving(answer: (count: number) => { status: number; afterMs: number }): Promise<string> {
  let count = 0;
  const started = createServer((request, response) => {
    const { status, afterMs } = answer(count++);
    request.resume().on('end', () => setTimeout(() => response.writeHead(status).end('told'), afterMs));
  });
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return `http://127.0.0.1:${address.port}/`;
}

const load = (url: string, connections: number) => ({
  requests: [{ url, token: '', body: {} }],
  seconds: 0.5,
  connections,
});

describe('requests at a rate', () => {
  it('are sent as many as are due, and what is not 201 is an error', async () => {
    const url = await serving((count) => ({ status: count === 3 ? 422 : 201, afterMs: 0 }));
    const { rate, errors, firstError } = await measureAtRate(load(url, 4), 100);
    expect({ rate, errors, firstError }).toEqual({ rate: 98, errors: 1, firstError: '422 told' });
  });

  it('that have to wait for a connection are the slower for it', async () => {
    // Every 10 ms one is due, each takes 50 ms, two at a time: the last waits for more than half a second.
    const url = await serving(() => ({ status: 201, afterMs: 50 }));
    const { p50Ms, p99Ms } = await measureAtRate(load(url, 2), 100);
    expect(p50Ms).toBeGreaterThan(200);
    expect(p99Ms).toBeGreaterThan(500);
  });

  it('are measured by their names, where they have some', async () => {
    const url = await serving((count) => ({ status: 200, afterMs: count % 2 === 0 ? 0 : 60 }));
    const requests = ['quick', 'slow'].map((name) => ({ url, token: '', name }));
    const { kinds, errors } = await measureAtRate({ requests, seconds: 0.5, connections: 8 }, 40);
    expect(errors).toBe(0);
    expect(Object.keys(kinds ?? {})).toEqual(['quick', 'slow']);
    expect(kinds?.['slow']?.p50Ms).toBeGreaterThanOrEqual(60);
  });

  it('without an answer are errors', async () => {
    const url = await serving(() => ({ status: 201, afterMs: 0 }));
    server?.close();
    const { rate, errors, p99Ms, firstError } = await measureAtRate(load(url, 2), 20);
    expect({ rate, errors, p99Ms }).toEqual({ rate: 0, errors: 10, p99Ms: NaN });
    expect(firstError).toContain('ECONNREFUSED');
  });
});
