import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from './log.ts';
import { ensureStreams } from './streams.ts';

/** What a connected bus offers. */
export interface Connected {
  readonly connection: NatsConnection;
  readonly streams: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Whether its streams take many messages as one. */
  readonly takesBatches: boolean;
}

/** The connection to NATS: made in the background and kept for ever; a service lives and takes orders without it. */
export interface Bus {
  /** Resolves with the first connection; never rejects. */
  readonly connected: Promise<Connected>;
  /** Whether the connection stands now. */
  isUp(): boolean;
  /** Calls back on each change of `isUp`. */
  onChange(listener: (up: boolean) => void): void;
  close(): Promise<void>;
}

export interface BusOptions {
  /** `nats://user:password@host:port`, several separated by commas. */
  readonly url: string;
  /** Shown in the server's list of connections. */
  readonly name: string;
  /** Copies of each stream: 3 in a cluster. */
  readonly replicas: number;
  readonly log: Log;
}

/** Starts to connect; streams are created or brought up to date with the first connection. */
export function openBus({ url, name, replicas, log }: BusOptions): Bus {
  const state = { up: false, closed: false };
  const listeners: ((up: boolean) => void)[] = [];
  const change = (up: boolean) => {
    if (state.up === up) return;
    state.up = up;
    log.info({ up }, up ? 'NATS is connected' : 'NATS is not connected');
    for (const listener of listeners) listener(up);
  };
  const connecting = connectForEver(url, name);
  const connected = connecting.then(async (connection) => {
    void watch(connection, change);
    const opened = await openStreams(connection, replicas, log);
    change(!connection.isClosed());
    return opened;
  });
  return {
    connected,
    isUp: () => state.up,
    onChange: (listener) => listeners.push(listener),
    close: async () => {
      const connection = await Promise.race([connecting, Promise.resolve(undefined)]);
      await connection?.close();
      change(false);
    },
  };
}

function connectForEver(url: string, name: string): Promise<NatsConnection> {
  const servers = url.split(',').map((server) => new URL(server));
  const [first] = servers;
  return connect({
    servers: servers.map((server) => server.host),
    ...(first?.username && {
      user: decodeURIComponent(first.username),
      pass: decodeURIComponent(first.password),
    }),
    name,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreAuthErrorAbort: true,
    noAsyncTraces: true, // a stack for each request in advance costs more than the request
  });
}

async function openStreams(connection: NatsConnection, replicas: number, log: Log): Promise<Connected> {
  for (;;) {
    try {
      const manager = await jetstreamManager(connection, { timeout: 5_000 });
      const takesBatches = await ensureStreams(manager, replicas);
      return { connection, manager, streams: jetstream(connection, { timeout: 5_000 }), takesBatches };
    } catch (error) {
      if (connection.isClosed()) return new Promise(() => undefined); // the service stops: nobody waits any more
      log.warn({ err: error }, 'the streams are not ready yet');
      await pause(500);
    }
  }
}

async function watch(connection: NatsConnection, change: (up: boolean) => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'disconnect' || type === 'staleConnection') change(false);
    if (type === 'reconnect') change(true);
  }
  change(false); // closed for good: there is no more to be told
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
