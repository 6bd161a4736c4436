import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessIdentity, identify } from '@yitu/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RunState, claimRun, readLiveRun } from './run-state.ts';

function runFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yitu-run-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, 'run.json');
}

async function otherProcess(): Promise<ProcessIdentity> {
  const child = spawn('/bin/sleep', ['600']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  if (identity === undefined) throw new Error('the process did not start');
  return identity;
}

function leave(file: string, by: ProcessIdentity, processes: RunState['processes'] = {}): void {
  const state: RunState = {
    ...by,
    startedAt: '2026-11-21T08:00:00Z',
    ready: true,
    url: 'http://127.0.0.1:8080',
    processes,
  };
  writeFileSync(file, JSON.stringify(state));
}

describe('the claim on a checkout', () => {
  test('is written where others find it, for its owner only, and is gone after its release', () => {
    const file = runFile();
    const { claim } = claimRun(file);
    claim.update({ ready: true, url: 'http://127.0.0.1:8080' });
    expect(readLiveRun(file)).toMatchObject({ pid: process.pid, ready: true, url: 'http://127.0.0.1:8080' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    claim.release();
    expect(existsSync(file)).toBe(false);
  });

  test('is refused while another process holds it, and says where that one answers', async () => {
    const file = runFile();
    const holder = await otherProcess();
    leave(file, holder);
    const expected = `Yitu already runs here (process ${holder.pid}): http://127.0.0.1:8080`;
    expect(() => claimRun(file)).toThrow(
      expect.objectContaining({ name: 'AlreadyRunning', message: expected }),
    );
  });

  test('is taken over from a process that has died, even when its pid belongs to another one now', async () => {
    const file = runFile();
    const { pid, startTicks } = await otherProcess();
    leave(file, { pid, startTicks: startTicks - 1 });
    expect(readLiveRun(file)).toBeUndefined();
    expect(claimRun(file).claim.state().pid).toBe(process.pid);
  });

  test('tells which processes of the dead one still run', async () => {
    const file = runFile();
    const alive = await otherProcess();
    const dead = { pid: alive.pid, startTicks: alive.startTicks - 1 };
    const named = (identity: ProcessIdentity) => ({ ...identity, url: '', logFile: '' });
    leave(file, dead, { booking: named(alive), crm: named(dead) });
    expect(claimRun(file).leftovers).toEqual([named(alive)]);
  });
});
