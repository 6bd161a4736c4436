import type { Clock } from '@yitu/kernel';
import { outboxLag, quarantined, requestErrors, type Call, type Database } from '@yitu/persistence';
import type { Pool } from 'pg';
import type { Bus } from './bus.ts';
import { startConsumer } from './consumer.ts';
import type { Log } from './log.ts';
import type { MessageMetrics } from './metrics.ts';
import { createProcessor, type Process } from './processor.ts';
import type { Reaction } from './reaction.ts';
import { startRelay } from './relay.ts';
import { eventStream, timerStream } from './streams.ts';

export interface MessagingOptions {
  readonly database: Database;
  readonly workers: Pool;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: MessageMetrics;
  readonly reactions: readonly Reaction[];
}

/** A service's whole part in messaging: relay, consumer of events, consumer of its own timers, replay out of quarantine. */
export interface Messaging {
  /** Seconds the oldest due outbox message has waited. */
  relayLag(): Promise<number>;
  /** Processes a quarantined message again, mended if `message` is given. @throws request/not-found, and what the reactions throw */
  replay(call: Call, input: { id: string; message?: string | undefined }): Promise<void>;
  /** Takes no more messages, finishes what is in hand; then the relay publishes what is left and stops. */
  stop(): Promise<void>;
}

/** Starts all of it. The database tells the relay of each commit from now on. */
export function startMessaging(options: MessagingOptions): Messaging {
  const { database, workers, clock, reactions } = options;
  const relay = startRelay({ ...options, service: database.service });
  database.onPublished = () => relay.wake();
  const process = createProcessor(options);
  const consumers = consumerPlans(database.service, reactions).map((plan) =>
    startConsumer({ ...options, ...plan, process, concurrency: 8 }),
  );
  return {
    relayLag: () => outboxLag(workers, database.service, clock.now()),
    replay: (call, input) => replay(database.service, process, call, input),
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await relay.stop();
    },
  };
}

function consumerPlans(service: string, reactions: readonly Reaction[]) {
  const subjects = (kind: 'event' | 'timer', prefix: string) => [
    ...new Set(
      reactions.filter((one) => one.kind.kind === kind).map((one) => `${prefix}.*.${one.kind.stream}.>`),
    ),
  ];
  return [
    { stream: eventStream, durable: service, subjects: subjects('event', 'evt') },
    { stream: timerStream, durable: `${service}-timers`, subjects: subjects('timer', 'tmr') },
  ].filter((plan) => plan.subjects.length > 0);
}

async function replay(
  service: string,
  process: Process,
  call: Call,
  input: { id: string; message?: string | undefined },
) {
  const { message } = await quarantined(service).release(call, input);
  const reception = await process(message);
  if (reception === 'early') throw requestErrors.earlierMessageWaits();
}
