import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startNats, type Server } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBus } from './bus.ts';
import { hintsTo } from './hints.ts';
import { reaction } from './reaction.ts';

let nats: Server;
beforeAll(async () => {
  nats = await startNats();
});
afterAll(() => nats.stop());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const hint = () => ({ subject: `hnt.${newId()}.heart.beat.felt.v1`, envelope: '{}' });

describe('a hint', () => {
  it('is lost where the connection has ended for good: what it tells of is stored all the same', async () => {
    const bus = openBus({ url: nats.url, name: 'hints', replicas: 1, log });
    const tell = hintsTo(bus);
    const { connection } = await bus.connected;
    expect(() => tell([hint()])).not.toThrow();
    await connection.close();
    await eventually(() => expect(bus.isUp()).toBe(false));
    expect(() => tell([hint()])).not.toThrow();
    await bus.close();
  });

  it('has no reactions: no consumer would ever be given it', () => {
    expect(() => reaction(events.inboxItemAdded, () => undefined)).toThrow('inbox-item.added.v1 is a hint');
  });
});
