import { DeliverPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { decodeEnvelope } from '@yitu/contracts';
import type { EventSeen } from './facts.ts';

/** A durable consumer of the stream, as the server knows it. */
export interface Durable {
  readonly name: string;
  readonly subjects: readonly string[];
  /** Messages not delivered yet, or delivered and not acknowledged. */
  readonly waiting: number;
}

/** The event stream as a team outside reads it. */
export interface EventStream {
  /** Every event of an agency, from the first on. @param beganAt milliseconds since 1970 */
  events(agencyId: string, beganAt: number): Promise<EventSeen[]>;
  durables(): Promise<Durable[]>;
  /** Puts a message on the stream, as it is. */
  publish(subject: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const streams = ['EVENTS', 'TIMERS'] as const;

/** @param url with user and password */
export async function openStream(url: string): Promise<EventStream> {
  const { host, username, password } = new URL(url);
  const connection = await connect({
    ...{ servers: host, user: username, pass: password },
    ...{ maxReconnectAttempts: -1, reconnectTimeWait: 200 },
  });
  const manager = await jetstreamManager(connection, { timeout: 10_000 });
  return {
    events: (agencyId, beganAt) => readAll(connection, agencyId, beganAt),
    durables: async () => {
      const found: Durable[] = [];
      for (const stream of streams)
        for await (const { name, config, num_pending, num_ack_pending } of manager.consumers.list(stream))
          if (config.durable_name)
            found.push({
              name,
              subjects: config.filter_subjects ?? [config.filter_subject ?? '>'],
              waiting: num_pending + num_ack_pending,
            });
      return found;
    },
    publish: async (subject, text) => {
      await jetstream(connection).publish(subject, text);
    },
    close: () => connection.close(),
  };
}

async function readAll(connection: NatsConnection, agencyId: string, beganAt: number): Promise<EventSeen[]> {
  const consumer = await jetstream(connection, { timeout: 10_000 }).consumers.get('EVENTS', {
    filter_subjects: [`evt.${agencyId}.>`],
    deliver_policy: DeliverPolicy.All,
  });
  const { num_pending: waiting } = await consumer.info();
  const events: EventSeen[] = [];
  if (waiting === 0) return events;
  const messages = await consumer.consume({ max_messages: 500 });
  for await (const message of messages) {
    events.push(seen(message, beganAt));
    if (events.length >= waiting) break;
  }
  await messages.close();
  return events;
}

function seen(message: JsMsg, beganAt: number): EventSeen {
  const { id, type, subject: aggregateId, aggregateversion: version } = decodeEnvelope(message.string());
  const storedAtMs = message.info.timestampNanos / 1_000_000 - beganAt;
  return { id, type, subject: message.subject, aggregateId, version, storedAtMs };
}
