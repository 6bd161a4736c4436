import { AckPolicy, DeliverPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { SpanKind } from '@opentelemetry/api';
import { DomainError, isId } from '@yitu/kernel';
import { errorText, quarantineMessage, type Database } from '@yitu/persistence';
import { Alarm } from './alarm.ts';
import type { Bus, Connected } from './bus.ts';
import { Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { MessageMetrics } from './metrics.ts';
import type { Process, ProcessorOptions } from './processor.ts';
import { agencyOfSubject, contextOf, messageAttributes, typeOfSubject, withinSpan } from './trace.ts';

export interface ConsumerOptions extends Omit<ProcessorOptions, 'reactions'> {
  readonly stream: string;
  /** The durable's name; all replicas of a service share it. */
  readonly durable: string;
  readonly subjects: readonly string[];
  readonly process: Process;
  readonly database: Database;
  readonly bus: Bus;
  readonly log: Log;
  readonly metrics: MessageMetrics;
  /** Messages of different aggregates in hand at once. */
  readonly concurrency: number;
}

/** Takes messages from a durable consumer, in the order of each aggregate. */
export interface Consumer {
  /** Takes no more, finishes what is in hand. */
  stop(): Promise<void>;
}

/** Deliveries of a message that fails by its own fault, before it is set aside. */
const patience = 6;
/** Deliveries of a message that waits for an earlier one of its aggregate: about a quarter of an hour, longer than a rebuild takes. */
const patienceWhenEarly = 100;
/** After a killed consumer its messages come again this soon; those in hand are reported as in work meanwhile. */
const ackWaitMs = 5_000;
const nilAgency = '00000000-0000-0000-0000-000000000000';

/** Starts to take messages; survives every loss of connection. */
export function startConsumer(options: ConsumerOptions): Consumer {
  const alarm = new Alarm();
  const current: { messages?: ConsumerMessages } = {};
  const lanes = new Lanes(options.concurrency);
  const running = run(options, alarm, lanes, current);
  return {
    stop: async () => {
      alarm.stop();
      await current.messages?.close();
      await running;
      await lanes.idle();
    },
  };
}

async function run(
  options: ConsumerOptions,
  alarm: Alarm,
  lanes: Lanes,
  current: { messages?: ConsumerMessages },
): Promise<void> {
  const connected = await Promise.race([options.bus.connected, alarm.untilStopped()]);
  while (connected && !alarm.stopped) {
    try {
      current.messages = await open(options, connected);
      if (alarm.stopped) {
        current.messages.stop();
        return; // close() and reading would wait for each other
      }
      for await (const message of current.messages) {
        // From now on it is in work, also while it waits for its lane.
        const inWork = setInterval(() => message.working(), ackWaitMs / 3);
        await lanes.free();
        lanes.put(laneOf(message), () => handle(options, message).finally(() => clearInterval(inWork)));
      }
    } catch (error) {
      if (!alarm.stopped)
        options.log.warn({ err: error, durable: options.durable }, 'the consumer starts again');
    }
    if (!alarm.stopped) await alarm.wait(250);
  }
}

async function open({ stream, durable, subjects }: ConsumerOptions, { manager, streams }: Connected) {
  const config = {
    durable_name: durable,
    filter_subjects: [...subjects],
    ack_policy: AckPolicy.Explicit,
    ack_wait: ackWaitMs * 1_000_000,
    max_ack_pending: 512,
    deliver_policy: DeliverPolicy.All,
  };
  await manager.consumers.add(stream, config); // the same config again changes nothing, another one updates it
  const consumer = await streams.consumers.get(stream, durable);
  return consumer.consume({ max_messages: 16, expires: 10_000, idle_heartbeat: 2_000 });
}

/** One lane an aggregate; what cannot be read gets a lane of its own, its turn will tell why. */
function laneOf(message: JsMsg): string {
  const aggregate = message.headers?.get('yitu-aggregate');
  return aggregate && aggregate !== '' ? aggregate : String(message.seq);
}

async function handle(options: ConsumerOptions, message: JsMsg): Promise<void> {
  const { subject, info } = message;
  const startedAt = performance.now();
  const measured = { subject, consumer: options.durable };
  const span = {
    name: `process ${typeOfSubject(subject)}`,
    kind: SpanKind.CONSUMER,
    parent: contextOf(message.headers?.get('traceparent')),
    attributes: {
      ...messageAttributes('process', subject, message.headers?.get('Nats-Msg-Id') ?? ''),
      'messaging.consumer.group.name': options.durable,
    },
  };
  try {
    const reception = await withinSpan(span, () => options.process(message.string()));
    if (reception === 'early')
      return await holdBack(
        options,
        message,
        'it came before an earlier event of its aggregate',
        patienceWhenEarly,
      );
    message.ack();
    options.metrics.consumed(measured, (performance.now() - startedAt) / 1_000);
  } catch (error) {
    const name = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'error';
    options.metrics.failed(measured, (performance.now() - startedAt) / 1_000, name);
    options.log.warn(
      { err: error, subject, deliveries: info.deliveryCount },
      'a message could not be processed',
    );
    await holdBack(options, message, errorText(error), passes(error) ? Number.POSITIVE_INFINITY : patience);
  }
}

/** Gives the message back for a later delivery, or sets it aside when it has been tried often enough. */
async function holdBack(
  options: ConsumerOptions,
  message: JsMsg,
  reason: string,
  attempts: number,
): Promise<void> {
  const { deliveryCount } = message.info;
  if (deliveryCount < attempts) {
    message.nak(Math.min(100 * 2 ** (deliveryCount - 1), 10_000));
    return;
  }
  const { subject } = message;
  const agency = agencyOfSubject(subject);
  try {
    await quarantineMessage(options, isId(agency) ? agency : nilAgency, {
      subject,
      message: message.string(),
      error: reason,
      deliveries: deliveryCount,
    });
    message.term('quarantined');
    options.metrics.quarantined({ subject, consumer: options.durable });
    options.log.error({ subject, reason }, 'a message was set aside in quarantine');
  } catch (error) {
    options.log.warn(
      { err: error, subject },
      'the quarantine cannot be written; the message will come again',
    );
    message.nak(10_000);
  }
}

/** Whether a failure is of the surroundings and will pass: an unreachable service or database. The message is not to blame. */
const passes = (error: unknown): boolean =>
  error instanceof DomainError
    ? error.status >= 500
    : error instanceof Error && error.name === 'ConcurrentReception';
