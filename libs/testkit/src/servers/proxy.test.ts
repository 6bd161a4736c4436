import { on, once } from 'node:events';
import { type Socket, createConnection, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { onFreePort } from './loopback-ports.ts';
import { type Proxy, startProxy } from './proxy.ts';

/** A server that sends back what it gets, behind a proxy. */
async function echoBehindProxy(): Promise<Proxy> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).pipe(socket));
  const { port } = await onFreePort(undefined, async (port) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  });
  const proxy = await startProxy(`tcp://127.0.0.1:${port}`);
  onTestFinished(async () => {
    await proxy.stop();
    server.close();
  });
  return proxy;
}

async function clientOf(proxy: Proxy): Promise<Socket> {
  const client = createConnection({ port: proxy.port, host: '127.0.0.1' });
  onTestFinished(() => void client.destroy());
  await once(client, 'connect');
  return client;
}

async function echo(client: Socket, text: string): Promise<string> {
  const answered = once(client, 'data');
  client.write(text);
  const [answer]: unknown[] = await answered;
  return String(answer);
}

async function bytesFrom(client: Socket, count: number): Promise<void> {
  let missing = count;
  for await (const [data] of on(client, 'data')) {
    missing -= Buffer.byteLength(data);
    if (missing <= 0) return;
  }
}

describe('the proxy', () => {
  test('carries bytes both ways', async () => {
    expect(await echo(await clientOf(await echoBehindProxy()), 'hello')).toBe('hello');
  });

  test('breaks open connections and lets none through while it is cut', async () => {
    const proxy = await echoBehindProxy();
    const open = await clientOf(proxy);
    await echo(open, 'hello');
    proxy.cut();
    await once(open, 'close');
    await expect(clientOf(proxy).then((late) => echo(late, 'hello'))).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  test('lets new connections through when it is healed', async () => {
    const proxy = await echoBehindProxy();
    proxy.cut();
    proxy.heal();
    expect(await echo(await clientOf(proxy), 'again')).toBe('again');
  });

  test('carries nothing while it is paused and all of it in order after', async () => {
    const proxy = await echoBehindProxy();
    const client = await clientOf(proxy);
    await echo(client, 'hello');
    proxy.pause();
    const seen: string[] = [];
    client.on('data', (data) => seen.push(data.toString()));
    client.write('one ');
    const another = await echoBehindProxy();
    await echo(await clientOf(another), 'time enough for an echo');
    client.write('two');
    expect(seen).toEqual([]);
    proxy.heal();
    await expect.poll(() => seen.join('')).toBe('one two');
  });

  test('delays both ways, however much is on the wire', async () => {
    const proxy = await echoBehindProxy();
    const client = await clientOf(proxy);
    await echo(client, 'hello');
    proxy.delay(60);
    const before = performance.now();
    client.write(Buffer.alloc(1_000_000));
    await bytesFrom(client, 1_000_000);
    const took = performance.now() - before;
    expect(took).toBeGreaterThanOrEqual(119);
    // One megabyte is some sixteen pieces: were they delayed one after the other, it would be two seconds.
    expect(took).toBeLessThan(1_500);
  });

  test('names the server by its own port and keeps user and password', async () => {
    const proxy = await startProxy('nats://yitu:secret@127.0.0.1:4222');
    onTestFinished(() => proxy.stop());
    expect(proxy.url).toBe(`nats://yitu:secret@127.0.0.1:${proxy.port}`);
  });
});
