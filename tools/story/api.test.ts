import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi, newTraceId } from './api.ts';

const asked: string[] = [];
let answers: number[] = [];
const server = createServer((request, response) => {
  asked.push(String(request.headers['idempotency-key']));
  response.writeHead(answers.shift() ?? 200, { 'content-type': 'application/json' }).end('{"code":"no"}');
});
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens at a port

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('the API as the story calls it', () => {
  it('is asked again, under the same key, where a service was too busy to answer', async () => {
    asked.length = 0;
    answers = [503, 504, 201];
    await createApi(origin(), newTraceId()).post('/things', { name: 'a' });
    expect(asked).toHaveLength(3);
    expect(new Set(asked).size).toBe(1);
    await createApi(origin(), newTraceId()).post('/things', { name: 'a' });
    expect(new Set(asked).size).toBe(2);
  });

  it('is not asked again where it has refused, nor for ever', async () => {
    asked.length = 0;
    answers = [409, 503, 503, 503, 503, 503];
    const api = createApi(origin(), newTraceId());
    await expect(api.post('/things')).rejects.toThrow('409');
    expect(asked).toHaveLength(1);
    await expect(api.post('/things')).rejects.toThrow('503');
    expect(asked).toHaveLength(5);
  });
});
