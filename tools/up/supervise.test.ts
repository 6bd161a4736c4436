import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Exit, freePort, identify } from '@yitu/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { ProcessPlan } from './services.ts';
import { type Supervised, type Watcher, supervise } from './supervise.ts';

const ANSWERING = `
  require('node:http').createServer((_request, response) => response.end()).listen(process.env.PORT, '127.0.0.1');
`;

interface Seen {
  readonly pids: number[];
  readonly crashes: { exit: Exit; said: string; againInMs: number }[];
  recovered: number;
}

async function supervised(program: string): Promise<{ service: Supervised; seen: Seen }> {
  const directory = mkdtempSync(join(tmpdir(), 'yitu-supervise-test-'));
  const port = await freePort();
  const plan: ProcessPlan = {
    name: 'tried',
    args: ['-e', program],
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    logFile: join(directory, 'tried.log'),
  };
  const seen: Seen = { pids: [], crashes: [], recovered: 0 };
  const watcher: Watcher = {
    started: (_plan, pid) => void seen.pids.push(pid),
    crashed: (_name, exit, said, againInMs) => void seen.crashes.push({ exit, said, againInMs }),
    recovered: () => void (seen.recovered += 1),
  };
  const service = await supervise(plan, watcher);
  onTestFinished(async () => {
    await service.stop();
    rmSync(directory, { recursive: true });
  });
  return { service, seen };
}

test('a killed process is started again at once and told when it is ready', async () => {
  const { service, seen } = await supervised(ANSWERING);
  await service.ready();
  process.kill(seen.pids[0] ?? 0, 'SIGKILL');
  await expect.poll(() => seen.recovered, { timeout: 10_000 }).toBe(1);
  expect(seen.crashes).toEqual([{ exit: { code: null, signal: 'SIGKILL' }, said: '', againInMs: 0 }]);
  expect(seen.pids).toHaveLength(2);
});

test('one that ends again and again is given up, with what it said last', async () => {
  const { service, seen } = await supervised(`console.error('PORT is not a number'); process.exit(2)`);
  await expect(service.ready()).rejects.toThrow(/tried ends again and again[^]*PORT is not a number/);
  expect(seen.crashes[0]).toEqual({
    exit: { code: 2, signal: null },
    said: 'PORT is not a number',
    againInMs: 0,
  });
});

test('a stopped process stays stopped', async () => {
  const { service, seen } = await supervised(ANSWERING);
  await service.ready();
  await service.stop();
  expect(seen.crashes).toEqual([]);
  expect(seen.pids.map(identify)).toEqual([undefined]);
});
