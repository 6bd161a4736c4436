import { DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import type { Bus } from './bus.ts';
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

/** Events in one transaction. */
const atOnce = 100;

/**
 * Processes all events of one agency once more, from the start of the stream to its end as it is now, in the order of each aggregate.
 * @returns how many events there were @throws what `process` throws first; what follows is not processed then
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
  const state = { taken: 0 };
  const messages = await consumer.consume({ max_messages: 500 });
  try {
    let batch: JsMsg[] = [];
    for await (const message of messages) {
      batch.push(message);
      state.taken += 1;
      const last = message.info.pending === 0 || state.taken >= waiting;
      if (batch.length < atOnce && !last) continue;
      await processInOrder(process, batch);
      batch = [];
      if (last) break;
    }
  } finally {
    await messages.close();
  }
  return state.taken;
}

async function processInOrder(process: Process, batch: readonly JsMsg[]): Promise<void> {
  const receptions = await process(batch.map((message) => ({ text: message.string() })));
  const early = batch[receptions.indexOf('early')];
  if (early) throw new Error(`${early.subject} has no event before it`);
}
