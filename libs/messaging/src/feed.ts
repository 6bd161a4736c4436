import { DeliverPolicy, type ConsumerMessages } from '@nats-io/jetstream';
import { decodeEnvelope, MalformedEvent, type Envelope } from '@yitu/contracts';
import { Alarm } from './alarm.ts';
import type { Bus } from './bus.ts';
import type { Log } from './log.ts';
import { eventStream } from './streams.ts';

export interface FeedOptions {
  readonly bus: Bus;
  readonly subjects: readonly string[];
  readonly log: Log;
  /** Every event from now on, in this process, whatever other replicas do. It must not throw. */
  readonly onEvent: (envelope: Envelope) => void;
  /** Whether events arrive: false from the loss of the connection until it stands again. */
  readonly onSeeing: (seeing: boolean) => void;
}

/** Follows events as they come, without memory: for caches that each process keeps for itself. */
export function startFeed(options: FeedOptions): { stop(): Promise<void> } {
  const alarm = new Alarm();
  options.bus.onChange((up) => {
    if (!up) options.onSeeing(false);
    alarm.ring();
  });
  const running = follow(options, alarm);
  return {
    stop: async () => {
      alarm.stop();
      await running;
    },
  };
}

async function follow(options: FeedOptions, alarm: Alarm): Promise<void> {
  while (!alarm.stopped) {
    try {
      await followOnce(options, alarm);
    } catch (error) {
      if (!alarm.stopped) options.log.warn({ err: error }, 'the feed of events starts again');
    }
    options.onSeeing(false);
    await alarm.wait(200);
  }
}

async function followOnce(options: FeedOptions, alarm: Alarm): Promise<void> {
  const connected = await Promise.race([options.bus.connected, alarm.untilStopped()]);
  if (!connected || !options.bus.isUp()) return;
  const consumer = await connected.streams.consumers.get(eventStream, {
    filter_subjects: [...options.subjects],
    deliver_policy: DeliverPolicy.New,
  });
  const messages = await consumer.consume({ max_messages: 500, expires: 10_000, idle_heartbeat: 1_000 });
  const round = { over: false };
  const end = () => {
    round.over = true;
    alarm.ring();
  };
  // Settled from the start: a failure while the loop below waits must not be nobody's.
  const ended = Promise.allSettled([read(messages, options).finally(end), watchHeartbeats(messages, end)]);
  options.onSeeing(true);
  // A lost connection or a silent server ends this round: the consumer is made anew and nothing from before the gap is trusted.
  while (!alarm.stopped && !round.over && options.bus.isUp()) await alarm.wait(1_000);
  options.onSeeing(false);
  await messages.close();
  for (const part of await ended) if (part.status === 'rejected') throw part.reason;
}

async function read(messages: ConsumerMessages, { onEvent, log }: FeedOptions): Promise<void> {
  for await (const message of messages) {
    try {
      onEvent(decodeEnvelope(message.string()));
    } catch (error) {
      if (!(error instanceof MalformedEvent)) throw error;
      log.warn({ err: error, subject: message.subject }, 'the feed leaves out what is no event');
    }
  }
}

async function watchHeartbeats(messages: ConsumerMessages, end: () => void): Promise<void> {
  for await (const { type } of messages.status()) if (type === 'heartbeats_missed') end();
}
