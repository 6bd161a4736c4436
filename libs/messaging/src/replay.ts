import { DeliverPolicy } from '@nats-io/jetstream';
import type { Bus } from './bus.ts';
import { Lanes } from './lanes.ts';
import type { Process } from './processor.ts';
import type { Reaction } from './reaction.ts';
import { eventStream } from './streams.ts';

export interface ReplayOptions {
  readonly bus: Bus;
  readonly agencyId: string;
  /** Which nouns are replayed: those that are reacted to. */
  readonly reactions: readonly Reaction[];
  readonly process: Process;
}

/** Messages of different aggregates in hand at once. */
const concurrency = 8;

/**
 * Processes all events of one agency once more, from the start of the stream to its end as it is now, in the order of each aggregate.
 * @returns how many events there were @throws what `process` throws first; the rest is not processed then
 */
export async function replayEvents({ bus, agencyId, reactions, process }: ReplayOptions): Promise<number> {
  const subjects = [...new Set(reactions.map(({ kind }) => `evt.${agencyId}.${kind.stream}.>`))];
  const { streams } = await bus.connected;
  const consumer = await streams.consumers.get(eventStream, {
    filter_subjects: subjects,
    deliver_policy: DeliverPolicy.All,
  });
  const { num_pending: waiting } = await consumer.info();
  if (waiting === 0) return 0;
  const lanes = new Lanes(concurrency);
  const failures: unknown[] = [];
  const state = { taken: 0 };
  const messages = await consumer.consume({ max_messages: 500 });
  for await (const message of messages) {
    await lanes.free();
    const text = message.string();
    lanes.put(message.headers?.get('yitu-aggregate') ?? '', () =>
      process(text).then(
        (reception) => {
          if (reception === 'early') failures.push(new Error(`${message.subject} has no event before it`));
        },
        (error: unknown) => void failures.push(error),
      ),
    );
    state.taken += 1;
    if (failures.length > 0 || message.info.pending === 0 || state.taken >= waiting) break;
  }
  await messages.close();
  await lanes.idle();
  if (failures.length > 0) throw failures[0];
  return state.taken;
}
