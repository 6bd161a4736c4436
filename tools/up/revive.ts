import { setTimeout as delay } from 'node:timers/promises';
import type { BackOff } from './back-off.ts';

export interface Revival {
  /** @throws when it did not come up */
  readonly restart: () => Promise<void>;
  readonly backOff: BackOff;
  /** How long it ran before it ended, in milliseconds. */
  readonly ranMs: number;
  /** Ends the attempts: the wait for the next one rejects with its reason. */
  readonly stopping: AbortSignal;
  /** Told of each attempt that failed. */
  readonly failed: (error: unknown) => void;
}

/**
 * Starts a server that has ended again, and again, the longer apart the more often it failed, until it runs: what keeps
 * it down may pass, like a disk without room.
 * @returns whether it runs: it does unless it is to stop
 */
export async function revive({ restart, backOff, ranMs, stopping, failed }: Revival): Promise<boolean> {
  let ran = ranMs;
  while (!stopping.aborted) {
    await delay(backOff.next(ran), undefined, { signal: stopping });
    const startedAt = performance.now();
    try {
      await restart();
      return true;
    } catch (error) {
      failed(error);
      ran = performance.now() - startedAt;
    }
  }
  return false;
}
