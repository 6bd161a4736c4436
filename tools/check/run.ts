import type { Check, Verdict } from './check.ts';

type Tally = { passed: number; failed: number };

/**
 * Runs the checks, at most `width` at a time, and prints a line for each as it ends: name, outcome,
 * seconds; then its notices, and the whole output of one that failed.
 */
export async function runChecks(
  checks: readonly Check[],
  width: number,
  print: (line: string) => void,
): Promise<Tally> {
  const waiting = [...checks];
  const tally: Tally = { passed: 0, failed: 0 };
  async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const verdict = await judge(check);
      tally[verdict.passed ? 'passed' : 'failed'] += 1;
      print(describeVerdict(check.name, verdict, performance.now() - started));
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  return tally;
}

async function judge(check: Check): Promise<Verdict> {
  try {
    return await check.run();
  } catch (error) {
    return { passed: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function describeVerdict(name: string, verdict: Verdict, milliseconds: number): string {
  const seconds = (milliseconds / 1000).toFixed(1).padStart(5);
  const lines = [`${name.padEnd(12)} ${verdict.passed ? 'ok    ' : 'FAILED'} ${seconds} s`];
  for (const notice of verdict.notices ?? []) lines.push(`  note: ${notice}`);
  if (!verdict.passed) lines.push(verdict.output.trimEnd());
  return lines.join('\n');
}
