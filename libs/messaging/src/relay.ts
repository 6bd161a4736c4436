import type { Clock } from '@yitu/kernel';
import { markPublished, pendingMessages } from '@yitu/persistence';
import type { Pool, PoolClient } from 'pg';
import type { Bus, Connected } from './bus.ts';
import type { Log } from './log.ts';
import type { MessageMetrics } from './metrics.ts';
import { Alarm } from './alarm.ts';
import { publishAll } from './publish.ts';
import { handsOver, takeTurns } from './turns.ts';

export interface RelayOptions {
  readonly service: string;
  /** Connections of the worker role. */
  readonly workers: Pool;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: MessageMetrics;
}

/** Publishes what the service's transactions have put into the outbox. */
export interface Relay {
  /** Something was committed: look now. */
  wake(): void;
  /** Finishes the batch in hand and gives the lock back. */
  stop(): Promise<void>;
}

/** JetStream takes no more than 1,000 as one batch. */
const batchSize = 500;
const maintenanceMs = 3_600_000;
/**
 * From the beginning of one batch to that of the next, unless the first was full. What comes alone goes at once; of what comes all the time more goes
 * together, through the database, the bus and everybody who takes it: each batch wakes a dozen processes. The more come, the longer they are gathered.
 */
const betweenBatches = { shortestMs: 8, longestMs: 24 };
/** Waits between looks at an empty outbox: short after a commit, longer the longer nothing comes. */
const idleWaits = { shortestMs: 20, longestMs: 200 };

/**
 * Starts the relay. One of a service's replicas relays at a time: the one that holds the service's advisory lock; the others wait for it.
 * A message is marked published after JetStream has stored it, so a crash in between publishes it again under the same id.
 */
export function startRelay(options: RelayOptions): Relay {
  const alarm = new Alarm();
  const running = takeTurns({
    ...options,
    name: `yitu.relay.${options.service}`,
    alarm,
    work: (client) => relayUntilStopped(options, client, alarm),
  });
  return {
    wake: () => alarm.ring(),
    stop: async () => {
      alarm.stop();
      await running;
    },
  };
}

/** Milliseconds from the beginning of a batch to that of the next. @param published how many messages the batch had */
const restAfter = (published: number): number =>
  Math.min(betweenBatches.shortestMs + published, betweenBatches.longestMs);

async function relayUntilStopped(options: RelayOptions, client: PoolClient, alarm: Alarm): Promise<void> {
  const connected = await Promise.race([options.bus.connected, alarm.untilStopped()]);
  if (!connected) return;
  await handsOver(client);
  let idleMs: number = idleWaits.shortestMs;
  let maintainedAt = -Infinity;
  while (!alarm.stopped) {
    if (performance.now() - maintainedAt > maintenanceMs) {
      maintainedAt = performance.now();
      await maintain(options, client);
    }
    const begunAt = performance.now();
    const published = await relayBatch(options, connected, client);
    if (published > 0) {
      idleMs = idleWaits.shortestMs;
      if (published < batchSize) await alarm.rest(begunAt + restAfter(published) - performance.now());
    } else
      idleMs = (await alarm.wait(idleMs)) ? idleWaits.shortestMs : Math.min(idleMs * 2, idleWaits.longestMs);
  }
}

/** What the tables need from time to time: the coming months' partitions, no answers older than they are good for. It never stops the relay. */
async function maintain({ service, log }: RelayOptions, client: PoolClient): Promise<void> {
  try {
    await client.query(`select "${service}".create_partitions(3), "${service}".purge_answers()`);
  } catch (error) {
    log.error({ err: error }, 'partitions or old answers could not be seen to');
  }
}

/** @returns how many messages were published */
async function relayBatch(options: RelayOptions, connected: Connected, client: PoolClient): Promise<number> {
  const pending = await pendingMessages(client, options.service, options.clock.now(), batchSize);
  if (pending.length === 0) return 0;
  const { published, error } = await publishAll(options, connected, pending);
  if (published.length > 0) await markPublished(client, options.service, published);
  if (error) throw error;
  return published.length;
}
