import { SpanKind } from '@opentelemetry/api';
import { traceparentOf } from '@yitu/contracts';
import type { Clock } from '@yitu/kernel';
import { markPublished, pendingMessages, type PendingMessage } from '@yitu/persistence';
import { headers } from '@nats-io/transport-node';
import type { Pool, PoolClient } from 'pg';
import type { Bus, Connected } from './bus.ts';
import type { Log } from './log.ts';
import type { MessageMetrics } from './metrics.ts';
import { Alarm } from './alarm.ts';
import { waitForNoDisk, takeTurns } from './turns.ts';
import { contextOf, messageAttributes, traceHeaders, typeOfSubject, withinSpan } from './trace.ts';

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
  await waitForNoDisk(client);
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
  const results = await Promise.all(
    sequences(pending).map((messages) => publishInOrder(options, connected, messages)),
  );
  const published = results.flatMap((result) => result.published);
  if (published.length > 0) await markPublished(client, options.service, published);
  const failure = results.find((result) => result.error !== undefined);
  if (failure) throw failure.error;
  return published.length;
}

/** The messages of each aggregate in the order of their versions. */
function sequences(messages: readonly PendingMessage[]): PendingMessage[][] {
  const byAggregate = Map.groupBy(messages, (message) => `${message.agencyId} ${message.aggregateId}`);
  return [...byAggregate.values()].map((group) =>
    group.toSorted((left, right) => left.aggregateVersion - right.aggregateVersion),
  );
}

async function publishInOrder(
  options: RelayOptions,
  connected: Connected,
  messages: readonly PendingMessage[],
) {
  const published: PendingMessage[] = [];
  for (const message of messages) {
    try {
      await publish(options, connected, message);
      published.push(message);
    } catch (error) {
      return { published, error }; // what follows must not overtake it
    }
  }
  return { published };
}

async function publish(
  { metrics }: RelayOptions,
  { streams }: Connected,
  message: PendingMessage,
): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const traceparent = traceparentOf(message.envelope);
  const span = {
    name: `publish ${typeOfSubject(message.subject)}`,
    kind: SpanKind.PRODUCER,
    parent: contextOf(traceparent),
    attributes: messageAttributes('send', message.subject, message.id),
  };
  try {
    await withinSpan(span, async () => {
      const carried = headers();
      carried.set('yitu-aggregate', `${message.agencyId}/${message.aggregateId}`);
      for (const [name, value] of Object.entries(traceHeaders())) carried.set(name, value);
      await streams.publish(message.subject, message.envelope, {
        msgID: message.id,
        headers: carried,
        timeout: 5_000,
      });
    });
    metrics.published(message, seconds());
  } catch (error) {
    metrics.published(message, seconds(), error instanceof Error ? error.name : 'error');
    throw error;
  }
}
