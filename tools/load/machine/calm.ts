import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type ProcessIdentity, isRunning } from '@yitu/testkit';

/** A process whose main thread runs, or waits for a processor, for less of the time than this has nothing to do. */
const calmShare = 0.25;
const lookMs = 500;

/**
 * Waits until the processes have done what is left to do: what a measurement leaves behind must not weigh on the next.
 * @returns seconds it took, or undefined when one was still busy after `withinSeconds`
 * @throws when one of them has ended
 */
export async function untilCalm(
  processes: readonly ProcessIdentity[],
  withinSeconds = 60,
): Promise<number | undefined> {
  const startedAt = performance.now();
  let [before, beforeAt] = [timesOf(processes), startedAt];
  while (performance.now() - startedAt < withinSeconds * 1_000) {
    await pause(lookMs);
    const [after, afterAt] = [timesOf(processes), performance.now()];
    const busiest = Math.max(...after.map((ms, index) => ms - (before[index] ?? 0)));
    if (busiest / (afterAt - beforeAt) < calmShare) return (afterAt - startedAt) / 1_000;
    [before, beforeAt] = [after, afterAt];
  }
  return undefined;
}

function timesOf(processes: readonly ProcessIdentity[]): number[] {
  const ended = processes.find((one) => !isRunning(one));
  if (ended) throw new Error(`process ${ended.pid} of the system has ended`);
  return processes.map(({ pid }) => busyMsIn(readFileSync(`/proc/${pid}/schedstat`, 'utf8')));
}

/**
 * How long a main thread has had something to do. Waiting for a processor counts: on a crowded machine the busiest process may hardly run.
 * @param schedstat the content of /proc/<pid>/schedstat: nanoseconds run, nanoseconds waited, turns @returns milliseconds
 */
export function busyMsIn(schedstat: string): number {
  const [ran, waited] = schedstat.split(' ').map(Number);
  return ((ran ?? NaN) + (waited ?? NaN)) / 1e6;
}
