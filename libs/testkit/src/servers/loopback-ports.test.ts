import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort, isPortFree, onFreePort } from './loopback-ports.ts';

async function takenPort(host: string): Promise<number> {
  const port = await freePort();
  const server = createServer().listen(port, host);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return port;
}

describe('a free port', () => {
  test('is the preferred one when nobody listens there', async () => {
    const preferred = await freePort();
    expect(await freePort(preferred)).toBe(preferred);
  });

  test.each(['127.0.0.1', '0.0.0.0', '::'])('is another one when somebody listens on %s', async (host) => {
    const taken = await takenPort(host);
    expect(await isPortFree(taken)).toBe(false);
    expect(await freePort(taken)).not.toBe(taken);
  });

  test('is never the one given before: whoever got that has not begun to listen yet', async () => {
    const given = new Set<number>();
    for (let time = 0; time < 200; time++) given.add(await freePort());
    expect(given.size).toBe(200);
  });

  test('is looked for again when somebody else was faster', async () => {
    const tried: number[] = [];
    const { port } = await onFreePort(undefined, async (port) => {
      tried.push(port);
      if (tried.length === 1) throw new Error('bind: address already in use');
    });
    expect(tried).toHaveLength(2);
    expect(port).toBe(tried[1]);
  });

  test('is not looked for again when the start failed for another reason', async () => {
    const start = onFreePort(undefined, () => Promise.reject(new Error('out of memory')));
    await expect(start).rejects.toThrow('out of memory');
  });
});
