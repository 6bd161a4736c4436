import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { closeHttp } from './close.ts';
import { endStreamsAtClose, sendEvents, type EventStream } from './event-stream.ts';

let app: FastifyInstance;
let streams: EventStream[];
let ended: EventStream[];

async function start(): Promise<number> {
  [streams, ended] = [[], []];
  app = fastify();
  await app.register((scope, _options, done) => {
    endStreamsAtClose(scope);
    scope.get('/live', (_request, reply) =>
      sendEvents(scope, reply, {
        begin: (stream) => {
          streams.push(stream);
          stream.onEnd(() => ended.push(stream));
        },
      }),
    );
    done();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port; // it listens on a port
}
afterEach(async () => closeHttp(app));

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

describe('a stream of events', () => {
  it('holds events in the form browsers read', async () => {
    const response = await fetch(`http://127.0.0.1:${await start()}/live`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    streams[0]?.send({ event: 'changed', id: '7', data: { text: 'two\nlines' } });
    streams[0]?.end();
    expect(await response.text()).toMatch(
      /^retry: [12]\d{3}\n\nevent: changed\nid: 7\ndata: {"text":"two\\nlines"}\n\n$/,
    );
    expect(ended).toHaveLength(1);
  });

  it('cuts off whoever does not read, instead of keeping it all for them', async () => {
    const socket = await open(await start());
    socket.pause();
    const [stream] = streams;
    const data = 'x'.repeat(60_000);
    let sent = 0;
    while (!stream?.ended && sent < 10_000) {
      stream?.send({ event: 'changed', id: '1', data });
      sent += 1;
      await new Promise(setImmediate);
    }
    expect(stream?.ended).toBe(true);
    socket.destroy();
  });

  it('ends when the door closes, which waits for nobody', async () => {
    const socket = await open(await start());
    await closeHttp(app);
    expect(ended).toEqual(streams);
    socket.destroy();
  });
});
