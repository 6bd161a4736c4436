import { DeliverPolicy } from '@nats-io/jetstream';
import { decodeEnvelope, type Envelope } from '@yitu/contracts';
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

async function followOnce({ bus, subjects, onEvent, onSeeing }: FeedOptions, alarm: Alarm): Promise<void> {
  const connected = await Promise.race([bus.connected, alarm.untilStopped()]);
  if (!connected || !bus.isUp()) return;
  const consumer = await connected.streams.consumers.get(eventStream, {
    filter_subjects: [...subjects],
    deliver_policy: DeliverPolicy.New,
  });
  const messages = await consumer.consume({ max_messages: 500, expires: 10_000, idle_heartbeat: 1_000 });
  onSeeing(true);
  const ended = (async () => {
    for await (const message of messages) onEvent(decodeEnvelope(message.string()));
  })();
  // A lost connection ends this round: after it the consumer is made anew and nothing from before the gap is trusted.
  while (!alarm.stopped && bus.isUp()) await alarm.wait(1_000);
  await messages.close();
  await ended;
}
