import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Bus } from './bus.ts';
import type { Log } from './log.ts';

interface ListenerOptions {
  readonly bus: Bus;
  readonly log: Log;
  /** Every message on a subject that is listened to, as it passes, whatever other replicas do. It must not throw. */
  readonly onMessage: (subject: string, text: () => string) => void;
  /** Whether messages arrive: what passes while they do not is never heard. */
  readonly onHearing: (hearing: boolean) => void;
}

/** Hears what passes on the bus, without memory, on subjects that come and go. */
export interface Listener {
  readonly hears: () => boolean;
  /** Resolves when messages on the subject arrive; while the bus is not connected it does so only when it is again. */
  listen(subject: string): Promise<void>;
  /** To be called as often as `listen` was. */
  leave(subject: string): void;
  stop(): void;
}

/** A subject with those who listen to it. */
interface Heard {
  listeners: number;
  subscription?: Subscription;
}

/**
 * Listens beside JetStream, on the subjects themselves: nothing is stored, acknowledged or asked for again, and what nobody listens to does not
 * even reach this process. For hints that may be lost, never for what must take effect.
 */
export function startListener({ bus, log, onMessage, onHearing }: ListenerOptions): Listener {
  const subjects = new Map<string, Heard>();
  const state: { connection?: NatsConnection; hearing: boolean; stopped: boolean } = {
    hearing: false,
    stopped: false,
  };
  const hear = (hearing: boolean) => {
    if (state.hearing === hearing || state.stopped) return;
    state.hearing = hearing;
    onHearing(hearing);
  };
  const subscribe = (connection: NatsConnection, subject: string, heard: Heard) => {
    heard.subscription ??= connection.subscribe(subject, {
      callback: (error, message) => {
        if (error) log.warn({ err: error, subject }, 'a subject cannot be listened to');
        else onMessage(message.subject, () => message.string());
      },
    });
  };
  const connected = bus.connected.then(async ({ connection }) => {
    state.connection = connection;
    for (const [subject, heard] of subjects) subscribe(connection, subject, heard);
    await reached(connection);
    hear(bus.isUp());
  });
  bus.onChange((up) => {
    // The client subscribes anew by itself; the server has heard of it when it answers.
    if (!up) hear(false);
    else if (state.connection) void reached(state.connection).then(() => hear(bus.isUp()));
  });
  return {
    hears: () => state.hearing,
    listen: async (subject) => {
      const heard = subjects.get(subject) ?? { listeners: 0 };
      subjects.set(subject, heard);
      heard.listeners += 1;
      if (state.connection) subscribe(state.connection, subject, heard);
      await connected;
      if (state.connection) await reached(state.connection);
    },
    leave: (subject) => {
      const heard = subjects.get(subject);
      if (!heard) return;
      heard.listeners -= 1;
      if (heard.listeners > 0) return;
      subjects.delete(subject);
      heard.subscription?.unsubscribe();
    },
    stop: () => {
      state.stopped = true;
      for (const { subscription } of subjects.values()) subscription?.unsubscribe();
      subjects.clear();
    },
  };
}

/** Resolves when the server has taken all that was sent to it so far; a connection that is lost meanwhile is told by the bus. */
const reached = (connection: NatsConnection): Promise<void> => connection.flush().catch(() => undefined);
