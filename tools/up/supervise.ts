import { statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Exit, type ServerProcess, lastLines, launch } from '@yitu/testkit/servers';
import { newBackOff } from './back-off.ts';
import { lastWords } from './last-words.ts';
import { ROOT } from './places.ts';
import type { ProcessPlan } from './services.ts';

/** Hears what happens to supervised processes. */
export interface Watcher {
  started(plan: ProcessPlan, pid: number): void;
  crashed(name: string, exit: Exit, said: string, againInMs: number): void;
  recovered(name: string): void;
}

/** A process that is started again whenever it ends by itself. */
export interface Supervised {
  readonly name: string;
  /** @throws when it ends again and again instead of getting ready */
  ready(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
  /** Ends it for good, and at once. */
  kill(): void;
}

const POLL_MS = 100;
const CRASHES_BEFORE_GIVING_UP = 3;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
const LINES_READ = 50;

/** Starts a process and keeps it running until `stop()`. */
export async function supervise(plan: ProcessPlan, watcher: Watcher): Promise<Supervised> {
  const stopping = new AbortController();
  const backOff = newBackOff();
  let current = await start(plan, watcher);
  const said = () => lastWords(lastLines(plan.logFile, LINES_READ, current.logFrom));

  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const exit = await current.exited;
      if (stopping.signal.aborted) return;
      const againInMs = backOff.next(performance.now() - startedAt);
      watcher.crashed(plan.name, exit, said(), againInMs);
      await delay(againInMs, undefined, { signal: stopping.signal });
      const started = await start(plan, watcher);
      current = started;
      // One that has ended again meanwhile is no news.
      void untilReady(plan, stopping.signal, () => started.hasExited()).then(
        (ready) => ready && watcher.recovered(plan.name),
      );
    }
  };
  const kept = keepRunning().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });

  return {
    name: plan.name,
    async ready() {
      const gaveUp = () => backOff.crashes >= CRASHES_BEFORE_GIVING_UP;
      if (await untilReady(plan, stopping.signal, gaveUp)) return;
      const why = gaveUp() ? 'ends again and again' : `is not ready after ${READY_WITHIN_MS / 1000} s`;
      throw new Error(`${plan.name} ${why}; it says (${plan.logFile}):\n${said()}`);
    },
    async stop() {
      stopping.abort();
      if (!current.hasExited()) await current.stop(STOP_WITHIN_MS);
      await kept;
    },
    kill() {
      stopping.abort();
      if (!current.hasExited()) process.kill(current.pid, 'SIGKILL');
    },
  };
}

async function start(plan: ProcessPlan, watcher: Watcher): Promise<ServerProcess & { logFrom: number }> {
  const logFrom = statSync(plan.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const started = await launch({
    command: process.execPath,
    args: plan.args,
    env: plan.env,
    cwd: ROOT,
    logFile: plan.logFile,
    stopSignal: 'SIGTERM',
  });
  watcher.started(plan, started.pid);
  return { ...started, logFrom };
}

/** Asks `/readyz` until it answers 200. False when that is no longer to be expected. */
async function untilReady(plan: ProcessPlan, signal: AbortSignal, gaveUp = () => false): Promise<boolean> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!signal.aborted && !gaveUp() && performance.now() < deadline) {
    if (await answers(`${plan.url}/readyz`)) return true;
    await delay(POLL_MS);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    // Not listening yet, or too busy to answer: the next attempt will tell.
    return false;
  }
}
