import { decodeEnvelope } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { copyDatabase, eventually, startNats, startProxy, type Proxy, type Server } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createHeart, openHeart, type Heart } from './fixtures/heart.ts';
import { readStream, StreamUnreadable } from './read-stream.ts';

let database: Awaited<ReturnType<typeof copyDatabase>>;
let nats: Server;
let proxy: Proxy;
let heart: Heart;
beforeAll(async () => {
  database = await copyDatabase(inject('postgresUrl'));
  nats = await startNats();
  proxy = await startProxy(nats.url);
  heart = await openHeart({ ...(await createHeart(database.url, nats.url)), natsUrl: proxy.url });
});
afterAll(async () => {
  await heart.close();
  await proxy.stop();
  await nats.stop();
  await database.drop();
});

/** Publishes that a counter was counted up, all of it before this returns. */
async function counted(agencyId: string, times: number): Promise<void> {
  await heart.count(agencyId, times);
  const relay = heart.relay();
  await eventually(async () => {
    const { rows } = await database.admin.query('select from heart.outbox where published_at is null');
    expect(rows).toEqual([]);
  });
  await relay.stop();
}

async function read(
  agencyId: string,
  after = 0,
  onEach: (version: number) => Promise<void> | void = () => undefined,
) {
  const versions: number[] = [];
  const end = await readStream(heart.bus, { subjects: [`evt.${agencyId}.>`], after }, async (text) => {
    const { aggregateversion } = decodeEnvelope(text);
    versions.push(aggregateversion);
    await onEach(aggregateversion);
  });
  return { versions, end };
}

const upTo = (last: number) => Array.from({ length: last }, (_none, index) => index + 1);

describe('reading the stream', () => {
  it('gives every event of the subjects once and in order, and none of the others', async () => {
    const [agencyId, other] = [newId(), newId()];
    await counted(agencyId, 30);
    await counted(other, 5);
    expect((await read(agencyId)).versions).toEqual(upTo(30));
    expect((await read(newId())).versions).toEqual([]);
  });

  it('ends where the stream ended when it began, and goes on from there', async () => {
    const agencyId = newId();
    await counted(agencyId, 3);
    const first = await read(agencyId, 0, async (version) => {
      if (version === 1) await counted(agencyId, 4);
    });
    expect(first.versions).toEqual(upTo(3));
    const second = await read(agencyId, first.end);
    expect(second.versions).toEqual(upTo(4));
    expect((await read(agencyId, second.end)).versions).toEqual([]);
  });

  it('passes on what the caller throws', async () => {
    const agencyId = newId();
    await counted(agencyId, 2);
    const failing = read(agencyId, 0, () => Promise.reject(new Error('planted')));
    await expect(failing).rejects.toThrow('planted');
  });

  it('is given up when the bus does not answer', async () => {
    const agencyId = newId();
    await counted(agencyId, 2);
    proxy.pause();
    await expect(read(agencyId)).rejects.toThrow(StreamUnreadable);
    proxy.heal();
    expect((await read(agencyId)).versions).toEqual(upTo(2));
  });
});
