import { SpanKind } from '@opentelemetry/api';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { traceparentOf } from '@yitu/contracts';
import type { PendingMessage } from '@yitu/persistence';
import type { Connected } from './bus.ts';
import type { MessageMetrics } from './metrics.ts';
import { contextOf, messageAttributes, openSpan, traceHeaders, typeOfSubject } from './trace.ts';

export interface Published {
  /** Those JetStream has stored. */
  readonly published: readonly PendingMessage[];
  /** Why the others are not among them. */
  readonly error?: Error | undefined;
}

interface Options {
  readonly metrics: MessageMetrics;
}

/** From so many on a batch, which waits for two answers, is quicker than as many messages with an answer each. */
const worthABatch = 6;
const timeout = 5_000; // milliseconds

/**
 * Publishes messages, those of an aggregate in the order of their versions. Many of one stream go as one batch, of which JetStream stores all or
 * nothing. Where it stores nothing, as when one of them is there already, each goes by itself: it is known by its id.
 */
export async function publishAll(
  options: Options,
  connected: Connected,
  messages: readonly PendingMessage[],
): Promise<Published> {
  const byStream = Map.groupBy(messages, ({ subject }) => subject.slice(0, subject.indexOf('.')));
  return joined([...byStream.values()].map((some) => publishToStream(options, connected, some)));
}

async function joined(publishing: readonly Promise<Published>[]): Promise<Published> {
  const results = await Promise.all(publishing);
  const failure = results.find(({ error }) => error !== undefined);
  return { published: results.flatMap(({ published }) => published), error: failure?.error };
}

async function publishToStream(
  options: Options,
  connected: Connected,
  messages: readonly PendingMessage[],
): Promise<Published> {
  const ordered = sequences(messages);
  if (connected.takesBatches && messages.length >= worthABatch) {
    const published = ordered.flat();
    const stored = await publishTogether(options, connected, published).then(
      () => true,
      () => false, // what is wrong with one of them it says by itself
    );
    if (stored) return { published };
  }
  return joined(ordered.map((some) => publishInOrder(options, connected, some)));
}

/** The messages of each aggregate in the order of their versions. */
function sequences(messages: readonly PendingMessage[]): PendingMessage[][] {
  const byAggregate = Map.groupBy(messages, (message) => `${message.agencyId} ${message.aggregateId}`);
  return [...byAggregate.values()].map((group) =>
    group.toSorted((left, right) => left.aggregateVersion - right.aggregateVersion),
  );
}

async function publishInOrder(
  options: Options,
  { streams }: Connected,
  messages: readonly PendingMessage[],
): Promise<Published> {
  const published: PendingMessage[] = [];
  for (const message of messages) {
    const sending = begin(options, message);
    try {
      await streams.publish(message.subject, message.envelope, { headers: sending.headers, timeout });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('it was not published', { cause: thrown });
      sending.end(error);
      return { published, error }; // what follows must not overtake it
    }
    sending.end();
    published.push(message);
  }
  return { published };
}

/** All of them or none. @throws when JetStream stores none, or has not said in time that it has stored them */
async function publishTogether(
  options: Options,
  { streams }: Connected,
  messages: readonly PendingMessage[],
): Promise<void> {
  const sendings = messages.map((message) => begin(options, message));
  const [first, ...others] = sendings;
  const last = others.pop();
  if (!first || !last) throw new Error('a batch has a first message and a last one');
  try {
    const { subject, envelope } = first.message;
    const batch = await streams.startBatch(subject, envelope, { headers: first.headers, timeout });
    for (const { message, headers } of others) batch.add(message.subject, message.envelope, { headers });
    await batch.commit(last.message.subject, last.message.envelope, { headers: last.headers, timeout });
  } catch (error) {
    for (const sending of sendings) sending.end(error);
    throw error;
  }
  for (const sending of sendings) sending.end();
}

interface Sending {
  readonly message: PendingMessage;
  /** What it has to carry: what JetStream knows it by, what its order is kept by, and its trace. */
  readonly headers: MsgHdrs;
  /** Counts what became of it. */
  readonly end: (error?: unknown) => void;
}

/** Begins to send a message, within a span of its own. */
function begin({ metrics }: Options, message: PendingMessage): Sending {
  const { id, subject, agencyId, aggregateId } = message;
  const startedAt = performance.now();
  const span = openSpan({
    name: `publish ${typeOfSubject(subject)}`,
    kind: SpanKind.PRODUCER,
    parent: contextOf(traceparentOf(message.envelope)),
    attributes: messageAttributes('send', subject, id),
  });
  const carried = headers();
  carried.set('Nats-Msg-Id', id);
  carried.set('yitu-aggregate', `${agencyId}/${aggregateId}`);
  for (const [name, value] of Object.entries(span.within(traceHeaders))) carried.set(name, value);
  const end = (error?: unknown) => {
    const reason = error === undefined ? undefined : error instanceof Error ? error.name : 'error';
    span.end(reason);
    metrics.published(message, (performance.now() - startedAt) / 1_000, reason);
  };
  return { message, headers: carried, end };
}
