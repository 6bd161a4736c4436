import { join } from 'node:path';
import { defineEntity, p } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId, systemClock } from '@yitu/kernel';
import { migrate, openDatabase, perform, type Call, type Database } from '@yitu/persistence';
import pg from 'pg';
import { openBus, type Bus } from '../bus.ts';
import { startConsumer, type Consumer } from '../consumer.ts';
import type { MessageMetrics } from '../metrics.ts';
import { createProcessor, type Process } from '../processor.ts';
import { reaction } from '../reaction.ts';
import { startRelay, type Relay } from '../relay.ts';
import { eventStream } from '../streams.ts';

/** Where a heart beats: connection strings of both roles and of NATS. */
export interface Place {
  readonly url: string;
  readonly workerUrl: string;
  readonly natsUrl: string;
}

export const Counter = defineEntity({
  name: 'Counter',
  tableName: 'counters',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    value: p.integer(),
    version: p.integer(),
  },
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const noMetrics: MessageMetrics = {
  published: () => undefined,
  consumed: () => undefined,
  failed: () => undefined,
  quarantined: () => undefined,
};

const password = 'heart-of-the-tests';

/** Makes schema and roles in a database. @param adminUrl the administrator's connection */
export async function createHeart(adminUrl: string, natsUrl: string): Promise<Place> {
  const folder = join(import.meta.dirname, 'migrations');
  await migrate({ adminUrl, service: 'heart', folder, passwords: { service: password, worker: password } });
  const as = (role: string) => {
    const url = new URL(adminUrl);
    Object.assign(url, { username: role, password });
    return url.href;
  };
  return { url: as('yitu_heart'), workerUrl: as('yitu_heart_worker'), natsUrl };
}

/** Everything a service has for messaging, part by part, so that a test can leave one out or end the process within another. */
export interface Heart {
  readonly database: Database;
  readonly bus: Bus;
  /** Counts a counter up, `times` in transactions of their own. @returns the counter's id */
  count(agencyId: string, times: number, counterId?: string): Promise<string>;
  relay(metrics?: MessageMetrics): Relay;
  consumer(around?: (process: Process) => Process): Consumer;
  close(): Promise<void>;
}

/** Opens a heart at a place. */
export async function openHeart(place: Place): Promise<Heart> {
  const database = await openDatabase({ service: 'heart', url: place.url, entities: [Counter] });
  const workers = new pg.Pool({ connectionString: place.workerUrl, max: 2 });
  workers.on('error', () => undefined); // tests end connections on purpose
  const bus = openBus({ url: place.natsUrl, name: 'heart', replicas: 1, log: silent });
  const surroundings = { database, workers, bus, clock: systemClock, log: silent };
  return {
    database,
    bus,
    count: (agencyId, times, counterId = newId()) => count(database, agencyId, times, counterId),
    relay: (metrics = noMetrics) => {
      const relay = startRelay({ ...surroundings, service: 'heart', metrics });
      database.onPublished = () => relay.wake();
      return relay;
    },
    consumer: (around = (process) => process) =>
      startConsumer({
        ...surroundings,
        stream: eventStream,
        durable: 'heart',
        subjects: ['evt.*.booking.product.>'],
        process: around(createProcessor({ ...surroundings, reactions: [notesCount] })),
        metrics: noMetrics,
        concurrency: 8,
      }),
    close: async () => {
      await bus.close();
      await Promise.all([workers.end(), database.close()]);
    },
  };
}

async function count(
  database: Database,
  agencyId: string,
  times: number,
  counterId: string,
): Promise<string> {
  const member = { kind: 'service', service: 'heart', agencyId } as const;
  const call: Call = { database, clock: systemClock, principal: member };
  for (let time = 0; time < times; time++)
    await perform(call, { member, reach: 'agency', action: 'heart.count' }, async (uow) => {
      const [known] = await uow.find(Counter, { id: counterId });
      const counter = known
        ? await uow.lock(Counter, counterId)
        : uow.add(uow.em.create(Counter, { agencyId, id: counterId, value: 0, version: 0 }));
      counter.value += 1;
      uow.publish(counter, events.productCreated, {
        productId: counterId,
        kind: 'count',
        name: { zh: '数', en: 'count' },
      });
    });
  return counterId;
}

const notesCount = reaction(events.productCreated, async (uow, { productId }, { aggregateversion }) => {
  await uow.rows('insert into heart.seen (agency_id, counter_id, version) values (?, ?, ?)', [
    uow.agencyId,
    productId,
    aggregateversion,
  ]);
});
