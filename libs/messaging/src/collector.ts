import { AckPolicy, DeliverPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { MalformedEvent } from '@yitu/contracts';
import { isId, type Clock } from '@yitu/kernel';
import { errorText, quarantineMessage, type Database } from '@yitu/persistence';
import { Alarm } from './alarm.ts';
import { unpackRecords, type AuditMessage } from './audit-message.ts';
import type { Bus, Connected } from './bus.ts';
import type { Log } from './log.ts';
import { auditStream } from './streams.ts';
import { agencyOfSubject } from './trace.ts';

export interface CollectorOptions {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Stores the records of one agency; those it has stored before it leaves alone. When it throws they come again.
   */
  readonly store: (agencyId: string, messages: readonly AuditMessage[]) => Promise<void>;
}

/** Records stored at once: what one transaction takes, five full messages. */
const batchMessages = 5;
/** Messages in hand at the most, and how soon those of a killed collector come again. */
const inHand = { messages: 64, ackWaitMs: 10_000 };
const nilAgency = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the audit records of all services off the bus, many at once: whatever has come while the last batch was stored is the next one. A message
 * is acknowledged after its records are stored. What fails comes again for as long as it takes: a record is never given up.
 */
export function startCollector(options: CollectorOptions): { stop(): Promise<void> } {
  const alarm = new Alarm();
  const waiting: JsMsg[] = [];
  const current: { messages?: ConsumerMessages } = {};
  const running = Promise.all([
    receive(options, alarm, waiting, current),
    storeUntilStopped(options, alarm, waiting),
  ]);
  return {
    stop: async () => {
      alarm.stop();
      await current.messages?.close();
      await running;
      for (const message of waiting) message.nak(); // another replica need not wait for it
    },
  };
}

async function receive(
  { bus, log }: CollectorOptions,
  alarm: Alarm,
  waiting: JsMsg[],
  current: { messages?: ConsumerMessages },
): Promise<void> {
  const connected = await Promise.race([bus.connected, alarm.untilStopped()]);
  while (connected && !alarm.stopped) {
    try {
      current.messages = await open(connected);
      if (alarm.stopped) return current.messages.stop();
      for await (const message of current.messages) {
        waiting.push(message);
        alarm.ring();
      }
    } catch (error) {
      if (!alarm.stopped) log.warn({ err: error }, 'the collector of audit records starts again');
    }
    await Promise.race([pause(250), alarm.untilStopped()]);
  }
}

async function open({ manager, streams }: Connected): Promise<ConsumerMessages> {
  await manager.consumers.add(auditStream, {
    durable_name: 'identity-audit',
    ack_policy: AckPolicy.Explicit,
    ack_wait: inHand.ackWaitMs * 1_000_000,
    max_ack_pending: inHand.messages,
    deliver_policy: DeliverPolicy.All,
  });
  const consumer = await streams.consumers.get(auditStream, 'identity-audit');
  return consumer.consume({ max_messages: inHand.messages, expires: 10_000, idle_heartbeat: 2_000 });
}

async function storeUntilStopped(options: CollectorOptions, alarm: Alarm, waiting: JsMsg[]): Promise<void> {
  while (!alarm.stopped) {
    if (waiting.length === 0) await alarm.wait(1_000);
    const taken = waiting.splice(0);
    const byAgency = Map.groupBy(taken, ({ subject }) => agencyOfSubject(subject));
    for (const [agencyId, messages] of byAgency)
      for (let from = 0; from < messages.length; from += batchMessages)
        await storeBatch(options, agencyId, messages.slice(from, from + batchMessages));
  }
}

/** Stores the messages of one agency together; where that fails, one by one, so that none stands in another's way. */
async function storeBatch(
  options: CollectorOptions,
  agencyId: string,
  messages: readonly JsMsg[],
): Promise<void> {
  const readable: { message: JsMsg; content: AuditMessage }[] = [];
  for (const message of messages) {
    const content = await read(options, message);
    if (content) readable.push({ message, content });
  }
  if (readable.length === 0) return;
  try {
    await options.store(
      agencyId,
      readable.map(({ content }) => content),
    );
    for (const { message } of readable) message.ack();
  } catch (error) {
    const [only, ...others] = readable;
    if (only && others.length === 0) {
      options.log.warn({ err: error, subject: only.message.subject }, 'audit records could not be stored');
      only.message.nak(Math.min(250 * 2 ** (only.message.info.deliveryCount - 1), 10_000));
    } else for (const { message } of readable) await storeBatch(options, agencyId, [message]);
  }
}

/** What is no audit message at all is set aside: no relay of ours has sent it, so no record is lost with it. */
async function read(options: CollectorOptions, message: JsMsg): Promise<AuditMessage | undefined> {
  const { subject } = message;
  try {
    return unpackRecords(subject, message.string());
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    const agency = agencyOfSubject(subject);
    const aside = { subject, message: message.string(), error: errorText(error), deliveries: 1 };
    try {
      await quarantineMessage(options, isId(agency) ? agency : nilAgency, aside);
      message.term('quarantined');
      options.log.error({ subject }, 'a message that is no audit message was set aside in quarantine');
    } catch (failure) {
      options.log.warn({ err: failure, subject }, 'the quarantine cannot be written');
      message.nak(10_000);
    }
    return undefined;
  }
}

const pause = (milliseconds: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(resolve, milliseconds, undefined).unref();
  });
