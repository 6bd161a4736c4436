import { createServer } from 'node:net';
import { freePort } from '@yitu/testkit';
import { expect, it } from 'vitest';
import type { Resolve } from './outside-addresses.ts';
import { isUnreachable, providerConnections } from './provider-connections.ts';

/** Listens inside, as a service of ours would. */
async function inside() {
  const state = { connections: 0 };
  const port = await freePort();
  const server = createServer((socket) => {
    state.connections += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening);
  });
  return { port, state, stop: () => new Promise((closed) => server.close(closed)) };
}

/** A resolver whose answer changes: each address is given once, the last one from then on. */
function resolverOf(...addresses: string[]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _options, callback) => {
    asked.push(hostname);
    const address = addresses[Math.min(asked.length, addresses.length) - 1] ?? '';
    callback(null, [{ address, family: 4 }]);
  };
  return { resolve, asked };
}

/** The names of an error and of what caused it. */
const namesOf = (error: unknown): string[] =>
  error instanceof Error ? [error.name, ...namesOf(error.cause)] : [];

it('a name that means an address of the inside once the connection is made is not connected to', async () => {
  const { port, state, stop } = await inside();
  const { resolve, asked } = resolverOf('203.0.113.1', '203.0.113.1', '127.0.0.1');
  const connect = providerConnections(false, resolve);
  const issuer = `https://rebound.example:${port}`;
  const failure: unknown = await connect({ issuer, clientId: 'yitu', clientSecret: 'secret' }).catch(
    (error: unknown) => error,
  );
  // Looked at before the discovery, before the request, and by the connection.
  expect(asked).toEqual(Array(3).fill('rebound.example'));
  expect(namesOf(failure)).toContain('AddressRefused');
  expect(isUnreachable(failure)).toBe(true);
  expect(state.connections).toBe(0);
  await stop();
});

it('a name with one address of the inside among others is refused before anything is asked', async () => {
  const resolve: Resolve = (_hostname, _options, callback) =>
    callback(null, [
      { address: '203.0.113.1', family: 4 },
      { address: 'fd00::1', family: 6 },
    ]);
  const connect = providerConnections(false, resolve);
  await expect(
    connect({ issuer: 'https://mixed.example', clientId: 'yitu', clientSecret: 'secret' }),
  ).rejects.toMatchObject({ name: 'AddressRefused' });
});
