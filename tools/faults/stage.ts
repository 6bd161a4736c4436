import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBooks } from './facts/books.ts';
import { openStream } from './facts/read-stream.ts';
import { openHistory } from './history/history.ts';
import type { Watched } from './settle.ts';
import { startOwnSystem, type SystemPlan } from './system/own-system.ts';

/** A running system, and all that looks at it from outside. */
export interface Stage extends Watched {
  readonly directory: string;
  /** Stops everything. @param keepData for somebody who wants to look at what went wrong */
  close(keepData: boolean): Promise<void>;
}

const drainWithinMs = 90_000;

/** Starts a system in a directory of its own and begins its history there. */
export async function openStage(plan: Omit<SystemPlan, 'onCrash'>): Promise<Stage> {
  mkdirSync(plan.directory, { recursive: true });
  const history = openHistory(join(plan.directory, 'history.jsonl'));
  const onCrash = (name: string, how: string) => history.note('ended', { name, how });
  const system = await startOwnSystem({ ...plan, onCrash });
  const books = openBooks(system.databaseUrl, system.services);
  const stream = await openStream(system.natsUrl);
  return {
    ...{ directory: plan.directory, system, books, stream, history, drainWithinMs },
    close: async (keepData) => {
      await stream.close();
      await books.close();
      await system.stop();
      if (!keepData) await system.removeData();
    },
  };
}
