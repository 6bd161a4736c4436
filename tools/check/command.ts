import { spawn } from 'node:child_process';
import type { Verdict } from './check.ts';
import { toolEnvironment } from './config.ts';

type Ended = { code: number; output: string; stdout: string };

/**
 * Runs a program of `node_modules/.bin` (or of the PATH) without a shell, and collects what it prints:
 * `output` is both streams as they came. Rejects when the program can't be started.
 */
export function runCommand(program: string, args: readonly string[]): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const child = spawn(program, args, { env: toolEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended: Ended = { code: 1, output: '', stdout: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.output += text;
    ended.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.output += text;
  });
  child.on('error', reject);
  child.on('close', (code) => resolve({ ...ended, code: code ?? 1 }));
  return promise;
}

/** A check that is one command: passed when it exits with 0. */
export async function commandVerdict(program: string, args: readonly string[]): Promise<Verdict> {
  const { code, output } = await runCommand(program, args);
  return { passed: code === 0, output };
}
