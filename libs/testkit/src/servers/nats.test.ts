import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPortFree } from './loopback-ports.ts';
import { type NatsOptions, startNats } from './nats.ts';
import { findNatsServer } from './nats-binary.ts';
import type { Server } from './server.ts';

async function started(options: NatsOptions = {}): Promise<Server> {
  const server = await startNats(options);
  onTestFinished(() => server.stop());
  return server;
}

async function connected(url: string): Promise<NatsConnection> {
  const { host, username, password } = new URL(url);
  const connection = await connect({ servers: host, user: username, pass: password, reconnect: false });
  onTestFinished(() => connection.close());
  return connection;
}

async function publish(url: string, subject: string): Promise<void> {
  const connection = await connected(url);
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'KEPT', subjects: ['kept.>'] });
  await jetstream(connection).publish(subject, 'seven');
}

async function messagesKept(url: string): Promise<number> {
  const manager = await jetstreamManager(await connected(url));
  return (await manager.streams.info('KEPT')).state.messages;
}

describe('the embedded NATS', () => {
  test('is at least version 2.12 and offers JetStream', async () => {
    const { info } = await connected((await started()).url);
    expect(info?.jetstream).toBe(true);
    const [, minor] = info?.version.split('.') ?? [];
    expect(Number(minor)).toBeGreaterThanOrEqual(12);
  });

  test('lets nobody in without the password', async () => {
    const url = new URL((await started()).url);
    url.password = 'guessed';
    await expect(connected(url.href)).rejects.toThrow(/Authorization Violation/i);
  });

  test('keeps what it acknowledged when it is killed and started again on the same port', async () => {
    const server = await started();
    await publish(server.url, 'kept.one');
    await server.kill('SIGKILL');
    expect(await isPortFree(server.port)).toBe(true);
    await server.restart();
    expect(await messagesKept(server.url)).toBe(1);
  });

  test('takes over the directory from a server that another process left running, with its data', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'yitu-nats-test-'));
    onTestFinished(() => rmSync(parent, { recursive: true }));
    const dataDir = join(parent, 'data');
    const left = await startNats({ dataDir });
    await publish(left.url, 'kept.one');
    const second = await started({ dataDir });
    expect(await messagesKept(second.url)).toBe(1);
    expect(await isPortFree(left.port)).toBe(true);
  });

  test('takes another port when the wanted one is busy', async () => {
    const first = await started();
    expect((await started({ port: first.port })).port).not.toBe(first.port);
  });
});

describe('the choice of the nats-server', () => {
  test('falls to the one that npm brought when the environment names none', () => {
    expect(findNatsServer({ PATH: '/nowhere' })).toMatch(/nats-server-linux-x64\/bin\/nats-server$/);
  });

  test('follows NATS_SERVER_BIN before anything else', () => {
    expect(findNatsServer({ NATS_SERVER_BIN: '/opt/nats-server', PATH: '/nowhere' })).toBe(
      '/opt/nats-server',
    );
  });
});
