import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ProcessIdentity, identify, isRunning } from './process-identity.ts';

/** A parent that launches a child with the guard, prints the child's pid, and then waits to be killed. */
const PARENT = `
  const { launch } = await import(${JSON.stringify(join(import.meta.dirname, 'server-process.ts'))});
  const sleep = { command: '/bin/sleep', args: ['600'], logFile: '/dev/null', stopSignal: 'SIGTERM' };
  const child = await launch(sleep);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

async function parentWithChild(): Promise<{ parent: ReturnType<typeof spawn>; child: ProcessIdentity }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [line]: unknown[] = await once(parent.stdout, 'data');
  const child = identify(Number(String(line)));
  if (child === undefined) throw new Error('the child did not start');
  return { parent, child };
}

describe('the guard against orphans', () => {
  test('ends the servers of a parent that was killed', async () => {
    const { parent, child } = await parentWithChild();
    expect(isRunning(child)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
  });
});

describe('the identity of a process', () => {
  test('is not that of another process with the same pid', () => {
    const self = identify(process.pid);
    expect(self).toBeDefined();
    expect(isRunning({ pid: process.pid, startTicks: (self?.startTicks ?? 0) - 1 })).toBe(false);
  });

  test('is none for a process that has ended', async () => {
    const child = spawn('/bin/true');
    const { pid } = child;
    await once(child, 'exit');
    expect(identify(pid ?? 0)).toBeUndefined();
  });
});
