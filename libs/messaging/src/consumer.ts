import { AckPolicy, DeliverPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { DomainError, isId } from '@yitu/kernel';
import { errorText, quarantineMessage, type Database, type Reception } from '@yitu/persistence';
import { Alarm } from './alarm.ts';
import type { Bus, Connected } from './bus.ts';
import { Hand } from './hand.ts';
import type { Log } from './log.ts';
import type { MessageMetrics } from './metrics.ts';
import type { Carried, Process, ProcessorOptions } from './processor.ts';
import { agencyOfSubject, typeOfSubject } from './trace.ts';

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
  /** How long a message may wait for others, in milliseconds. */
  readonly mayWaitMs: number;
  /** Types of messages that somebody here reacts to: the others only keep the order, and wait for company. */
  readonly heeded: ReadonlySet<string>;
  /** Types of messages whose reactions ask others first. */
  readonly asking: ReadonlySet<string>;
  /** Such messages, of different aggregates, in hand at once. */
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
/**
 * A message nobody reacts to only moves a position: it is cheap with others, and nobody waits for it. Well within `ackWaitMs`, and not the same for
 * all: those that begin with the same event would come to work in the same moment, again and again, and whoever is answered just then would wait.
 */
const unheededWaitMs = 400 + Math.random() * 200;
const nilAgency = '00000000-0000-0000-0000-000000000000';

/** Starts to take messages; survives every loss of connection. */
export function startConsumer(options: ConsumerOptions): Consumer {
  const alarm = new Alarm();
  const current: { messages?: ConsumerMessages } = {};
  const hand = new Hand<JsMsg>({
    concurrency: options.concurrency,
    aggregateOf,
    agencyOf: ({ subject }) => agencyOfSubject(subject),
    isAlone: ({ subject }) => options.asking.has(typeOfSubject(subject)),
    mayWaitMs: ({ subject }) =>
      options.heeded.has(typeOfSubject(subject)) ? options.mayWaitMs : unheededWaitMs,
    one: (message) => handle(options, message),
    several: (messages) => handleTogether(options, messages),
  });
  // From the moment they are taken messages are in work, also while they wait for their turn.
  const inWork = setInterval(() => {
    for (const message of hand.messages) message.working();
  }, ackWaitMs / 3);
  const running = run(options, alarm, hand, current);
  return {
    stop: async () => {
      alarm.stop();
      await current.messages?.close();
      await running;
      await hand.idle();
      clearInterval(inWork);
    },
  };
}

async function run(
  options: ConsumerOptions,
  alarm: Alarm,
  hand: Hand<JsMsg>,
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
      for await (const message of current.messages) await hand.take(message);
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
  return consumer.consume({ max_messages: 256, expires: 10_000, idle_heartbeat: 2_000 });
}

/** What cannot be read stands for itself: its turn will tell why. */
function aggregateOf(message: JsMsg): string {
  const aggregate = message.headers?.get('yitu-aggregate');
  return aggregate && aggregate !== '' ? aggregate : String(message.seq);
}

const carriedBy = (message: JsMsg): Carried => ({
  text: message.string(),
  traceparent: message.headers?.get('traceparent'),
});

/** Applies messages in one transaction; where that fails each has to stand for itself. */
async function handleTogether(options: ConsumerOptions, messages: readonly JsMsg[]): Promise<void> {
  const startedAt = performance.now();
  try {
    const receptions = await options.process(messages.map(carriedBy));
    const seconds = (performance.now() - startedAt) / 1_000 / messages.length;
    await Promise.all(messages.map((message, index) => settle(options, message, receptions[index], seconds)));
  } catch (error) {
    const [only, ...others] = messages;
    if (only && others.length === 0) return refuse(options, only, error, startedAt);
    for (const message of messages) await handle(options, message);
  }
}

const handle = (options: ConsumerOptions, message: JsMsg) => handleTogether(options, [message]);

async function settle(
  options: ConsumerOptions,
  message: JsMsg,
  reception: Reception | undefined,
  seconds: number,
): Promise<void> {
  if (reception === 'early') {
    const reason = 'it came before an earlier event of its aggregate';
    return holdBack(options, message, reason, patienceWhenEarly);
  }
  message.ack();
  options.metrics.consumed({ subject: message.subject, consumer: options.durable }, seconds);
}

async function refuse(
  { metrics, log, ...options }: ConsumerOptions,
  message: JsMsg,
  error: unknown,
  startedAt: number,
): Promise<void> {
  const { subject, info } = message;
  const name = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'error';
  const seconds = (performance.now() - startedAt) / 1_000;
  metrics.failed({ subject, consumer: options.durable }, seconds, name);
  log.warn({ err: error, subject, deliveries: info.deliveryCount }, 'a message could not be processed');
  const attempts = passes(error) ? Number.POSITIVE_INFINITY : patience;
  await holdBack({ metrics, log, ...options }, message, errorText(error), attempts);
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
const passes = (error: unknown): boolean => error instanceof DomainError && error.status >= 500;
