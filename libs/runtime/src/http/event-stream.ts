import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** One message of an answer that goes on (HTML standard, 9.2). */
interface StreamedEvent {
  readonly event: string;
  /** What the client shows when it comes again. */
  readonly id: string;
  readonly data: unknown;
}

/** The answer of somebody who listens. */
export interface EventStream {
  readonly ended: boolean;
  /** Sends an event. Whoever does not read is cut off: nothing is kept for them. */
  send(event: StreamedEvent): void;
  /** Ends the answer; the client comes again by itself. */
  end(): void;
  /** Calls back once, when the answer has ended, whoever ended it. */
  onEnd(listener: () => void): void;
}

/** An answer that goes on until one of the two sides ends it. */
export interface EventsAnswer {
  /** Called when the head of the answer is out. It must not throw. */
  readonly begin: (stream: EventStream) => void;
}

export const eventsMediaType = 'text/event-stream';

const limits = {
  /** A sign of life, before anybody in between takes the pause for the end. */
  heartbeatMs: 10_000,
  /** When a client that lost its stream comes again; spread, so that not all of a process come at once. */
  retryMs: () => 1_000 + Math.floor(Math.random() * 2_000),
  /** Bytes that wait to be read, beside what the operating system keeps. */
  unread: 64 * 1024,
};

/** The answers of a scope that go on. */
interface Streams {
  readonly open: Set<ServerResponse>;
  closing: boolean;
}

const streams = new WeakMap<FastifyInstance, Streams>();

/** Ends the streams of this scope before the door closes: it would wait for them for ever. */
export function endStreamsAtClose(app: FastifyInstance): void {
  const ours: Streams = { open: new Set(), closing: false };
  streams.set(app, ours);
  app.addHook('preClose', (done) => {
    ours.closing = true;
    for (const response of ours.open) response.end();
    done();
  });
}

/** Answers with a stream of events. @param app the scope that ends it when it closes */
export function sendEvents(app: FastifyInstance, reply: FastifyReply, { begin }: EventsAnswer): void {
  const { raw } = reply;
  const ours = streams.get(app);
  ours?.open.add(raw);
  reply.hijack();
  raw.writeHead(200, {
    'content-type': `${eventsMediaType}; charset=utf-8`,
    'cache-control': 'no-store, no-transform',
    // Proxies that gather answers before they pass them on leave this one alone.
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${limits.retryMs()}\n\n`);
  const heartbeat = setInterval(() => write(raw, ':\n\n'), limits.heartbeatMs);
  const listeners: (() => void)[] = [];
  raw.once('close', () => {
    clearInterval(heartbeat);
    ours?.open.delete(raw);
    for (const listener of listeners) listener();
  });
  const ended = () => raw.writableEnded || raw.destroyed;
  begin({
    get ended() {
      return ended();
    },
    send: ({ event, id, data }) => {
      if (!ended()) write(raw, `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end: () => {
      if (!ended()) raw.end();
    },
    onEnd: (listener) => void listeners.push(listener),
  });
  if (ours?.closing) raw.end();
}

function write(raw: ServerResponse, text: string): void {
  raw.write(text);
  if (raw.writableLength > limits.unread) raw.destroy();
}
