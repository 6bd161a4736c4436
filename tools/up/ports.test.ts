import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from '@yitu/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { choosePorts } from './ports.ts';

async function takenPort(): Promise<number> {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return port;
}

describe('the ports of the system', () => {
  test('are all different', async () => {
    const { services, smtp, mail } = await choosePorts(undefined);
    const all = [...Object.values(services).flatMap(({ http, grpc }) => [http, grpc]), smtp, mail];
    expect(new Set(all).size).toBe(18);
  });

  test('contain the one that was asked for, even where another one is preferred elsewhere', async () => {
    const asked = await freePort();
    expect((await choosePorts(asked)).services.gateway.http).toBe(asked);
  });

  test('cannot contain one that is taken', async () => {
    const taken = await takenPort();
    await expect(choosePorts(taken)).rejects.toThrow(`Port ${taken} is taken`);
  });
});
