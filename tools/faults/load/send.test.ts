import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { send } from './send.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
  (status: number, body: object): Answering =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const refusal = answer(409, { code: 'booking/not-enough-seats' });
const breaking: Answering = (request) => void request.socket.destroy();

/** Sends to a server that gives these answers, one after the other. */
async function sendTo(answers: readonly Answering[]) {
  const keys: unknown[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    left.shift()?.(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  const renewed = { times: 0 };
  const account = {
    token: () => 'token',
    renew: () => Promise.resolve(void renewed.times++),
    api: () => {
      throw new Error('not asked for here');
    },
  };
  const asked = { method: 'POST', path: '/orders', body: {}, version: 2 } as const;
  const began = performance.now();
  const sending = { origin: `http://127.0.0.1:${port}`, account, asked, key: 'key-1' };
  const sent = await send({ ...sending, now: () => performance.now() - began });
  server.close();
  server.closeAllConnections();
  return { ...sent, keys, renewed: renewed.times };
}

describe('a request', () => {
  it('that is answered is done', async () => {
    const { outcome, answer: body } = await sendTo([answer(201, { id: 'order-1' })]);
    expect([outcome, body]).toEqual(['ok', { id: 'order-1' }]);
  });

  it('that is refused has failed', async () => {
    const { outcome, attempts } = await sendTo([refusal]);
    expect(outcome).toBe('failed');
    expect(attempts).toMatchObject([{ status: 409, said: 'booking/not-enough-seats' }]);
  });

  it('is sent again with the same key after an error or a broken connection', async () => {
    const { outcome, keys } = await sendTo([answer(503, {}), breaking, answer(201, {})]);
    expect([outcome, keys]).toEqual(['ok', ['key-1', 'key-1', 'key-1']]);
  });

  it('that is refused after one that remained without an answer is unknown: the first may still arrive', async () => {
    expect((await sendTo([breaking, refusal])).outcome).toBe('unknown');
    expect((await sendTo([answer(500, {}), refusal])).outcome).toBe('unknown');
  });

  it('that was not let in has not happened: it signs in again', async () => {
    const { outcome, renewed } = await sendTo([answer(401, {}), refusal]);
    expect([outcome, renewed]).toEqual(['failed', 1]);
  });
});
