import { requireMember } from '@yitu/access';
import { decodeEnvelope, encodeEnvelope, MalformedEvent, type Envelope } from '@yitu/contracts';
import type { Clock } from '@yitu/kernel';
import { outboxLag, quarantined, requestErrors, type Call, type Database } from '@yitu/persistence';
import type { Pool } from 'pg';
import type { Bus } from './bus.ts';
import { startConsumer } from './consumer.ts';
import { hintsTo } from './hints.ts';
import { startGathering } from './gathering.ts';
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
  /** How long events may wait for others to be applied with, in milliseconds: nobody waits for what this service makes of them. 0 unless said. */
  readonly mayWaitMs?: number | undefined;
}

interface Replay {
  readonly id: string;
  readonly data?: unknown;
}

/** A service's whole part in messaging: relay, gathering of its audit records, consumer of events, consumer of its own timers, replay out of quarantine. */
export interface Messaging {
  /** Seconds the oldest due outbox message has waited. */
  relayLag(): Promise<number>;
  /**
   * Processes a quarantined message again, with other data if `data` is given.
   * @throws request/not-found, request/message-beyond-repair, request/earlier-message-waits, request/received-otherwise, and what the reactions throw
   */
  replay(call: Call, input: Replay): Promise<void>;
  /** Takes no more messages, finishes what is in hand; then the relay finishes its batch. */
  stop(): Promise<void>;
}

/** Starts all of it. The database tells the relay of each commit from now on. */
export function startMessaging(options: MessagingOptions): Messaging {
  const { database, workers, clock, reactions } = options;
  const relay = startRelay({ ...options, service: database.service });
  const gathering = startGathering({ ...options, service: database.service });
  database.onPublished = () => relay.wake();
  database.onHints = hintsTo(options.bus);
  const process = createProcessor(options);
  const heeded = new Set(reactions.map(({ kind }) => kind.type));
  const asking = new Set(reactions.filter(({ asks }) => asks).map(({ kind }) => kind.type));
  const consumers = consumerPlans(database.service, reactions).map((plan) =>
    startConsumer({
      ...options,
      ...plan,
      process,
      mayWaitMs: options.mayWaitMs ?? 0,
      heeded,
      asking,
      concurrency: 4,
    }),
  );
  return {
    relayLag: () => outboxLag(workers, database.service, clock.now()),
    replay: (call, input) => replay(database.service, process, call, input),
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await Promise.all([relay.stop(), gathering.stop()]);
    },
  };
}

/** A durable for each noun: one that is reacted to for the first time is followed from its first event. */
function consumerPlans(service: string, reactions: readonly Reaction[]) {
  const kinds = new Map(reactions.map(({ kind }) => [`${kind.kind} ${kind.stream}`, kind]));
  return [...kinds.values()].map(({ kind, stream: noun }) => ({
    stream: kind === 'event' ? eventStream : timerStream,
    durable: `${service}-${kind}-${noun.replace('.', '-')}`,
    subjects: [`${kind === 'event' ? 'evt' : 'tmr'}.*.${noun}.>`],
  }));
}

/** Only the data of a message may be mended: whose it is, what it is and where it stands in its sequence are as they came. */
async function replay(service: string, process: Process, call: Call, { id, data }: Replay): Promise<void> {
  const { get, note } = quarantined(service);
  const { message } = await get(call, id);
  const envelope = readable(message);
  if (envelope.agencyid !== requireMember(call.principal).agencyId) throw requestErrors.notFound();
  const text = data === undefined ? message : encodeEnvelope({ ...envelope, data });
  const [reception] = await process([{ text }]);
  if (reception === 'early') throw requestErrors.earlierMessageWaits();
  await note(call, { id, mended: data });
}

function readable(message: string): Envelope {
  try {
    return decodeEnvelope(message);
  } catch (cause) {
    if (cause instanceof MalformedEvent) throw requestErrors.messageBeyondRepair({ cause });
    throw cause;
  }
}
