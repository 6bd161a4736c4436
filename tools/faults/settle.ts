import { until } from '../story/api.ts';
import type { Books } from './facts/books.ts';
import type { EventStream } from './facts/read-stream.ts';
import type { History } from './history/history.ts';
import type { LoadedAgency } from './load/agency.ts';
import type { OwnSystem } from './system/own-system.ts';

export interface Watched {
  readonly system: OwnSystem;
  readonly books: Books;
  readonly stream: EventStream;
  readonly history: History;
  /** How long everything on its way may take to arrive, milliseconds. */
  readonly drainWithinMs: number;
}

/** So far ahead that every hold of a run is over, one until the end of the first due day included. */
const holdsOverMinutes = 2 * 24 * 60;
const recoverWithinMs = 60_000;

/** Waits until every service answers again. @throws when one does not */
export async function recover({ system }: Pick<Watched, 'system'>): Promise<void> {
  for (const service of system.services)
    await until(`${service} to be ready`, () => isReady(system.url(service)), recoverWithinMs);
}

async function isReady(url: string): Promise<true | undefined> {
  try {
    const { status } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return status === 200 ? true : undefined;
  } catch {
    return undefined; // it is not listening yet
  }
}

/** Lets all holds end by time, then waits until nothing is on its way any more. What does not come is for the checkers to tell. */
export async function drain(watched: Watched, agency: LoadedAgency): Promise<Patience> {
  const { system, history } = watched;
  const patience = await quiet(watched, agency, { withinMs: watched.drainWithinMs });
  system.clock.moveAhead(holdsOverMinutes);
  const afterwards = await quiet(watched, agency, patience);
  history.note('drained', { at: system.clock.now().toString() });
  return afterwards;
}

/** How long everything on its way may take to arrive. */
export interface Patience {
  readonly withinMs: number;
}

/** What has not come once will not come the next time either. */
const afterDisappointmentMs = 10_000;

/**
 * Waits until nothing is on its way; seen twice in a row, for what is taken in may lead to something more.
 * @returns the patience for the next time
 */
export async function quiet(watched: Watched, agency: LoadedAgency, patience: Patience): Promise<Patience> {
  let quietTimes = 0;
  let left: Readonly<Record<string, number>> = {};
  const look = async () => {
    left = await onItsWay(watched, agency);
    quietTimes = Object.values(left).every((count) => count === 0) ? quietTimes + 1 : 0;
    return quietTimes >= 2 ? true : undefined;
  };
  try {
    await until('everything on its way to arrive', look, patience.withinMs);
    return patience;
  } catch (error) {
    // The checkers name what is missing.
    watched.history.note('not drained', { ...left, why: String(error) });
    return { withinMs: Math.min(patience.withinMs, afterDisappointmentMs) };
  }
}

async function onItsWay({ system, books, stream }: Watched, { id }: LoadedAgency) {
  const now = system.clock.now();
  const [unpublished, overdue, durables] = await Promise.all([
    books.unpublished(now),
    books.overdueHolds(id, now),
    stream.durables(),
  ]);
  const waiting = durables.reduce((sum, one) => sum + one.waiting, 0);
  return { unpublished, overdue, waiting };
}
