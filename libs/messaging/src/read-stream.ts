import { DeliverPolicy, type ConsumerMessages } from '@nats-io/jetstream';
import type { Bus, Connected } from './bus.ts';
import { eventStream } from './streams.ts';

/** A part of the events stream. */
export interface Stretch {
  /** NATS subjects, wildcards allowed; none covers another's. */
  readonly subjects: readonly string[];
  /** Place in the stream after which to begin; 0 for its start. */
  readonly after?: number;
}

/** The stream cannot be read now; what was read until then is told to nobody. */
export class StreamUnreadable extends Error {
  override readonly name = 'StreamUnreadable';
}

/** Longest silence of the bus before a reading is given up. */
const patienceMs = 5_000;
/** Nanoseconds after which the server forgets a reading that has ended. */
const forgottenAfter = 30_000_000_000;

/**
 * Reads the events of some subjects in the order they were published, from a place in the stream to what is its end when the reading begins:
 * for building anew what was built from events. No durable consumer takes part, nothing is acknowledged.
 * @param onMessage gets the message's text; awaited before the next one, and what it throws ends the reading
 * @returns the place where it ended: give it as `after` to read on
 * @throws StreamUnreadable when the bus does not answer
 */
export async function readStream(
  bus: Bus,
  { subjects, after = 0 }: Stretch,
  onMessage: (text: string) => Promise<void> | void,
): Promise<number> {
  const connected = await within(bus.connected);
  const { state } = await within(connected.manager.streams.info(eventStream));
  const end = state.last_seq;
  if (end > after) await readUntil(connected, { subjects, after, end }, onMessage);
  return end;
}

async function readUntil(
  { streams }: Connected,
  { subjects, after, end }: Required<Stretch> & { end: number },
  onMessage: (text: string) => Promise<void> | void,
): Promise<void> {
  const consumer = await within(
    streams.consumers.get(eventStream, {
      filter_subjects: [...subjects],
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
      inactive_threshold: forgottenAfter, // nobody has to delete it
    }),
  );
  const { num_pending: pending } = await within(consumer.info());
  if (pending === 0) return;
  await takeUntil(await within(consumer.consume({ max_messages: 1_000, expires: 2_000 })), end, onMessage);
}

async function takeUntil(
  messages: ConsumerMessages,
  end: number,
  onMessage: (text: string) => Promise<void> | void,
): Promise<void> {
  const watch = { handling: false, silent: false, complete: false };
  const alarm = setTimeout(() => {
    if (watch.handling) return void alarm.refresh();
    watch.silent = true;
    void messages.close();
  }, patienceMs);
  try {
    for await (const message of messages) {
      watch.handling = true;
      if (message.seq <= end) await onMessage(message.string());
      watch.complete = message.seq >= end || message.info.pending === 0;
      if (watch.complete) break;
      watch.handling = false;
      alarm.refresh();
    }
  } finally {
    clearTimeout(alarm);
    await messages.close();
  }
  if (!watch.complete)
    throw new StreamUnreadable(watch.silent ? 'the bus fell silent' : 'the reading was cut off');
}

/** @throws StreamUnreadable when there is no answer in time, or a refusal */
async function within<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const alarm = setTimeout(() => reject(new StreamUnreadable('the bus does not answer')), patienceMs);
  try {
    return await Promise.race([asked, late]);
  } catch (cause) {
    throw cause instanceof StreamUnreadable ? cause : new StreamUnreadable('the bus refuses', { cause });
  } finally {
    clearTimeout(alarm);
  }
}
