import type { Report } from './report.ts';

/** In which order things are stopped: nobody loses what he still needs. */
export type Rank = 'gateway' | 'service' | 'mail' | 'bus' | 'database';

const ORDER: readonly Rank[] = ['gateway', 'service', 'mail', 'bus', 'database'];

/** Something that was started and has to be stopped. */
export interface Stoppable {
  readonly name: string;
  /** In order. */
  stop(): Promise<void>;
  /** At once. */
  kill(): void;
}

/** Everything that was started. */
export interface Stops {
  add(rank: Rank, stoppable: Stoppable): void;
  /** Stops everything in order, with a line each. One that fails is told and does not keep the others. */
  stopAll(): Promise<void>;
  /** Ends everything at once. */
  killAll(): void;
}

export function createStops(report: Report): Stops {
  const started: { rank: Rank; stoppable: Stoppable }[] = [];
  const stopOne = async (stoppable: Stoppable) => {
    const since = performance.now();
    try {
      await stoppable.stop();
      report.done(`${stoppable.name} stopped`, since);
    } catch (error) {
      report.failed(error);
    }
  };
  return {
    add: (rank, stoppable) => started.push({ rank, stoppable }),
    async stopAll() {
      for (const rank of ORDER) {
        const next = started.filter((one) => one.rank === rank);
        await Promise.all(next.map(({ stoppable }) => stopOne(stoppable)));
      }
    },
    killAll() {
      for (const { stoppable } of started) stoppable.kill();
    },
  };
}
