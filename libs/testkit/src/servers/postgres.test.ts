import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isPortFree } from './loopback-ports.ts';
import { type PostgresOptions, removePostgres, startPostgres } from './postgres.ts';
import { processesIn } from './processes-in.ts';
import type { Server } from './server.ts';

async function started(options: PostgresOptions = {}): Promise<Server> {
  const server = await startPostgres({ durability: 'unsafe', ...options });
  onTestFinished(() => server.stop());
  return server;
}

async function query(url: string, sql: string, timeoutMs = 10_000): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

function keptDir(): string {
  const parent = mkdtempSync(join(tmpdir(), 'yitu-postgres-test-'));
  const dataDir = join(parent, 'data');
  onTestFinished(async () => {
    await removePostgres(dataDir);
    rmSync(parent, { recursive: true });
  });
  return dataDir;
}

describe('the embedded PostgreSQL', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres({ durability: 'unsafe' });
  });
  afterAll(() => server.stop());

  test('is version 18, in UTF-8, in UTC, and takes connections when it is returned', async () => {
    const { url } = server;
    expect(await query(url, 'show server_version')).toEqual([expect.stringMatching(/^18\./)]);
    expect(await query(url, 'show server_encoding')).toEqual(['UTF8']);
    expect(await query(url, 'show timezone')).toEqual(['UTC']);
    // Coming back after a crash takes seconds without it.
    expect(await query(url, 'show recovery_init_sync_method')).toEqual(['syncfs']);
  });

  test('takes Chinese characters for letters and sorts them by pinyin on demand', async () => {
    const { url } = server;
    await query(url, 'create extension pg_trgm');
    expect(await query(url, `select similarity('春季北京五日游', '北京五日游') > 0.3`)).toEqual([true]);
    const names = `unnest(array['张', '李', '陈']) as name`;
    expect(await query(url, `select name from ${names} order by name collate "zh-x-icu"`)).toEqual([
      '陈',
      '李',
      '张',
    ]);
  });

  test('lets nobody in without the password', async () => {
    const { url } = server;
    const withWrongPassword = new URL(url);
    withWrongPassword.password = 'guessed';
    await expect(query(withWrongPassword.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('takes another port when the wanted one is busy', async () => {
    const second = await started({ port: server.port });
    expect(second.port).not.toBe(server.port);
    expect(await query(second.url, 'select 1')).toEqual([1]);
  });

  test('keeps what was committed when it is killed and started again on the same port', async () => {
    await query(server.url, 'create table kept (id int)');
    await query(server.url, 'insert into kept values (7)');
    const before = server.pid;
    await server.kill('SIGKILL');
    await expect(query(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    await server.restart();
    expect(server.pid).not.toBe(before);
    expect(await query(server.url, 'select id from kept')).toEqual([7]);
  });

  test('keeps its data between two starts on the same directory', async () => {
    const dataDir = keptDir();
    const first = await startPostgres({ dataDir, password: 'first', durability: 'unsafe' });
    await query(first.url, 'create table kept as select 7 as id');
    await first.stop();
    const second = await started({ dataDir, password: 'first' });
    expect(await query(second.url, 'select id from kept')).toEqual([7]);
  });

  test('answers nothing while it is frozen and everything after', async () => {
    await server.kill('SIGSTOP');
    await expect(query(server.url, 'select 1', 200)).rejects.toThrow(/timeout/);
    await server.kill('SIGCONT');
    expect(await query(server.url, 'select 1')).toEqual([1]);
  });

  test('says when it ended by itself, and not when it was asked to', async () => {
    const crashes: unknown[] = [];
    const crashed = new Promise((seen) => {
      server.onCrash((exit) => seen(crashes.push(exit)));
    });
    await server.restart();
    expect(crashes).toEqual([]);
    process.kill(server.pid, 'SIGKILL');
    await crashed;
    expect(crashes).toEqual([{ code: null, signal: 'SIGKILL' }]);
    await server.restart();
  });

  test('takes over the directory from a server that another process left running', async () => {
    const dataDir = keptDir();
    const left = await startPostgres({ dataDir, password: 'first', durability: 'unsafe' });
    const second = await started({ dataDir, password: 'first' });
    expect(await query(second.url, 'select 1')).toEqual([1]);
    expect(await isPortFree(left.port)).toBe(true);
  });

  test('leaves neither process nor file behind', async () => {
    const another = await startPostgres({ durability: 'unsafe' });
    const directory = another.logFile.replace(/\.log$/, '');
    await another.stop();
    expect(processesIn(join(directory, 'cluster'), 'postgres')).toEqual([]);
    expect(existsSync(directory)).toBe(false);
    expect(existsSync(another.logFile)).toBe(false);
  });

  test('shows the end of the log when it does not start', async () => {
    const broken = startPostgres({ settings: { shared_buffers: 'plenty' } });
    await expect(broken).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
  });
});
