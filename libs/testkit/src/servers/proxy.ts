import { type Server, type Socket, createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onFreePort } from './loopback-ports.ts';

/** A wire to a server that tests can cut, freeze and slow down. */
export interface Proxy {
  readonly port: number;
  /** The server's URL with the proxy's port in place of its own. */
  readonly url: string;
  /** Breaks every connection and lets no new one through, as if the server were gone. */
  cut(): void;
  /** Keeps connections open but carries nothing, as a broken network does. What is sent meanwhile arrives after `heal()`. */
  pause(): void;
  /** Carries everything `ms` milliseconds later, in order, both ways. */
  delay(ms: number): void;
  /** Undoes cut, pause and delay; broken connections stay broken. */
  heal(): void;
  stop(): Promise<void>;
}

/** What is wrong with the wire now; `mended` resolves when it is no longer paused. */
interface WireState {
  cut: boolean;
  delayMs: number;
  paused: PromiseWithResolvers<void> | undefined;
}

/**
 * Starts a proxy on a free port of 127.0.0.1 in front of a server.
 * @param serverUrl such as `nats://user:password@127.0.0.1:4222`; its host and port are where connections go
 */
export async function startProxy(serverUrl: string): Promise<Proxy> {
  const target = new URL(serverUrl);
  const state: WireState = { cut: false, delayMs: 0, paused: undefined };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (state.cut) return void client.resetAndDestroy();
    connectWire(client, target, state, sockets);
  });
  const { port } = await onFreePort(undefined, (port) => listen(server, port));
  const mend = () => {
    state.paused?.resolve();
    Object.assign(state, { cut: false, delayMs: 0, paused: undefined });
  };
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    port,
    url: url.href,
    cut() {
      state.cut = true;
      breakAll();
    },
    pause() {
      state.paused ??= Promise.withResolvers<void>();
    },
    delay(ms) {
      state.delayMs = ms;
    },
    heal: mend,
    async stop() {
      mend();
      breakAll();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
}

function connectWire(client: Socket, target: URL, state: WireState, sockets: Set<Socket>): void {
  const upstream = createConnection({
    host: target.hostname,
    port: Number(target.port),
    allowHalfOpen: true,
  });
  for (const [socket, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    sockets.add(socket);
    socket.setNoDelay(true);
    // A broken end breaks the other: that is all there is to know about the error.
    socket.on('error', () => other.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      other.destroySoon();
    });
    carry(socket, other, state);
  }
}

/** Carries the bytes one way. Reading rests while the other end does not take more. */
function carry(from: Socket, to: Socket, state: WireState): void {
  let last = Promise.resolve();
  const afterTheLast = (deliver: () => void) => {
    const due = performance.now() + state.delayMs;
    last = last.then(async () => {
      if (due > performance.now()) await sleep(due - performance.now());
      await state.paused?.promise;
      if (!to.destroyed) deliver();
    });
  };
  from.on('data', (chunk) => {
    afterTheLast(() => {
      if (to.write(chunk)) return;
      from.pause();
      to.once('drain', () => from.resume());
    });
  });
  from.on('end', () => afterTheLast(() => to.end()));
}
