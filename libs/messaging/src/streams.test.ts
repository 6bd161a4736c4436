import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { startNats, type Server } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureStreams, eventStream } from './streams.ts';

let nats: Server;
let connection: NatsConnection;
let jetstream: JetStreamManager;
beforeAll(async () => {
  nats = await startNats();
  const { host, username: user, password: pass } = new URL(nats.url);
  connection = await connect({ servers: host, user, pass });
  jetstream = await jetstreamManager(connection);
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
});

it('leaves a stream as an operator has sized it, but for taking batches', async () => {
  await jetstream.streams.add({ name: eventStream, subjects: ['evt.>'], max_bytes: 1_000_000 });
  expect(await ensureStreams(jetstream, 1)).toBe(true);
  const { config } = await jetstream.streams.info(eventStream);
  expect(config).toMatchObject({ max_bytes: 1_000_000, allow_atomic: true });
  expect(await ensureStreams(jetstream, 1)).toBe(true);
});

it('says when streams take no batches, and goes on without', async () => {
  const refusing: JetStreamManager = Object.create(jetstream, {
    streams: {
      value: {
        info: (name: string) => jetstream.streams.info(name),
        update: (name: string) => jetstream.streams.update(name, { subjects: [] }),
      },
    },
  }) as JetStreamManager; // all it is asked for
  await jetstream.streams.update(eventStream, { allow_atomic: false });
  expect(await ensureStreams(refusing, 1)).toBe(false);
});
