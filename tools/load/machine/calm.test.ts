import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { identify } from '@yitu/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { busyMsIn, untilCalm } from './calm.ts';

const children: ChildProcess[] = [];

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function running(program: string) {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  const identity = identify(child.pid ?? 0);
  if (!identity) throw new Error('the process has not started');
  return { child, identity };
}

afterEach(async () => {
  await Promise.all(children.splice(0).map(end));
});

describe('waiting for calm', () => {
  it('ends soon where nothing happens', async () => {
    const { identity } = await running("console.log('up'); setInterval(() => undefined, 1000)");
    expect(await untilCalm([identity], 20)).toBeLessThan(20);
  });

  it('ends without calm where one stays busy', async () => {
    const idle = await running("console.log('up'); setInterval(() => undefined, 1000)");
    const busy = await running("console.log('up', 1); for (;;);");
    expect(await untilCalm([busy.identity, idle.identity], 1)).toBeUndefined();
  });

  it('fails where one of the processes has ended', async () => {
    const { child, identity } = await running("console.log('up'); setInterval(() => undefined, 1000)");
    await end(child);
    await expect(untilCalm([identity])).rejects.toThrow('has ended');
  });
});

it('having to wait for a processor is being busy', () => {
  expect(busyMsIn('3000000 4500000 12\n')).toBe(7.5);
});
