import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Load, Measured, Times, Tool } from './load.ts';

const script = fileURLToPath(import.meta.resolve('../k6/send.js'));

/** What k6 answers when a threshold was crossed: errors, or times that were promised otherwise; both are in the summary. */
const thresholdCrossed = 99;

/** @param program k6's file */
export const k6Tool = (program: string): Tool => ({
  name: 'k6',
  measure: async (load) => {
    const folder = await mkdtemp(join(tmpdir(), 'yitu-load-'));
    try {
      return await measure(program, load, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});

async function measure(program: string, load: Load, folder: string): Promise<Measured> {
  const [plan, summary] = [join(folder, 'plan.json'), join(folder, 'summary.json')];
  // It holds tokens: for its owner only.
  await writeFile(plan, JSON.stringify({ ...load, run: randomUUID() }), { mode: 0o600 });
  const { code, said } = await run(program, ['-e', `PLAN=${plan}`, '-e', `SUMMARY=${summary}`, script]);
  if (code !== 0 && code !== thresholdCrossed) throw new Error(`k6 ended with ${code}:\n${said}`);
  return measuredOf(await readFile(summary, 'utf8'), said, load.seconds);
}

async function run(program: string, args: readonly string[]) {
  const quiet = ['--quiet', '--no-color', '--no-usage-report', '--log-format=raw', '--address='];
  const k6 = spawn(program, ['run', ...quiet, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    k6.once('error', reject);
    k6.once('close', resolve);
  });
  const [said, code] = await Promise.all([text(k6.stderr), ended]);
  return { code, said };
}

/**
 * @param summary what k6/send.js wrote @param said k6's messages, one line each
 * @returns rates over the seconds in which requests were begun
 */
export function measuredOf(summary: string, said: string, seconds: number): Measured {
  const { placed, refused, errors, unsent, p50Ms, p95Ms, p99Ms, kinds } = JSON.parse(summary) as Summary; // written by our own script
  const firstError = said.split('\n').find((line) => line.startsWith('unexpected: '));
  return {
    rate: (placed ?? 0) / seconds,
    p50Ms: p50Ms ?? NaN,
    ...(p95Ms !== undefined && { p95Ms }),
    p99Ms: p99Ms ?? NaN,
    ...(kinds && { kinds }),
    ...(refused && { refused }),
    errors: (errors ?? 0) + (unsent ?? 0),
    ...(firstError !== undefined && { firstError: firstError.replace('unexpected: ', '') }),
    ...(firstError === undefined && unsent && { firstError: `${unsent} requests could not be sent in time` }),
  };
}

/** What k6/send.js writes; JSON leaves out what there is none of. */
interface Summary extends Partial<Times> {
  readonly placed?: number;
  readonly refused?: number;
  readonly errors?: number;
  readonly unsent?: number;
  readonly p99Ms?: number;
  readonly kinds?: Readonly<Record<string, Times>>;
}
