import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@yitu/kernel';
import { copyDatabase, eventually, startNats, startProxy, type Proxy, type Server } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createHeart, openHeart, type Heart, type Place } from './fixtures/heart.ts';
import { auditStream, eventStream } from './streams.ts';

let database: Awaited<ReturnType<typeof copyDatabase>>;
let nats: Server;
let proxy: Proxy;
let place: Place;
let heart: Heart;

beforeAll(async () => {
  database = await copyDatabase(inject('postgresUrl'));
  nats = await startNats();
  proxy = await startProxy(nats.url);
  place = await createHeart(database.url, nats.url);
  heart = await openHeart({ ...place, natsUrl: proxy.url });
  await heart.bus.connected;
});
afterAll(async () => {
  await heart.close();
  await proxy.stop();
  await nats.stop();
  await database.drop();
});

/** What was seen of a counter, in the order it was seen. */
async function seen(agencyId: string, counterId: string): Promise<number[]> {
  const { rows } = await database.admin.query<{ version: number }>(
    'select version from heart.seen where agency_id = $1 and counter_id = $2 order by position',
    [agencyId, counterId],
  );
  return rows.map(({ version }) => version);
}

/** Where the agency's events are on the bus: counters have one kind of them. */
async function subjectOf(agencyId: string): Promise<string> {
  const { rows } = await database.admin.query<{ subject: string }>(
    'select distinct subject from heart.outbox where agency_id = $1',
    [agencyId],
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.subject ?? '';
}

const upTo = (last: number) => Array.from({ length: last }, (_none, index) => index + 1);

/** Runs the process that kills itself at a point, and waits for its end. */
async function dieAt(point: string, agencyId: string, counterId: string): Promise<void> {
  const program = join(import.meta.dirname, 'fixtures/dying.ts');
  const child = spawn(process.execPath, [program, point, JSON.stringify(place), agencyId, counterId], {
    stdio: 'inherit',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

async function whileRunning(parts: { stop(): Promise<void> }[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } finally {
    for (const part of parts) await part.stop();
  }
}

describe('an event takes effect exactly once and in order', () => {
  it('when nothing goes wrong', async () => {
    const agencyId = newId();
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      const counterId = await heart.count(agencyId, 20);
      await eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(20)));
    });
  });

  it('when many go out together, as one batch', async () => {
    const agencyId = newId();
    const [one, other] = [await heart.count(agencyId, 12), await heart.count(agencyId, 12)];
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      for (const counterId of [one, other])
        await eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(12)));
    });
    const { manager } = await heart.bus.connected;
    const subject = await subjectOf(agencyId);
    const newest = await manager.streams.getMessage(eventStream, { last_by_subj: subject });
    expect(newest?.header.get('Nats-Batch-Sequence')).toBe('24');
  });

  it('when some of many that go out together are on the bus already', async () => {
    const agencyId = newId();
    const counterId = await heart.count(agencyId, 10);
    const { rows } = await database.admin.query<{ subject: string; envelope: string; id: string }>(
      'select subject, envelope, id from heart.outbox where agency_id = $1 order by aggregate_version limit 4',
      [agencyId],
    );
    const { streams } = await heart.bus.connected;
    for (const { subject, envelope, id } of rows) await streams.publish(subject, envelope, { msgID: id });
    await whileRunning([heart.relay(), heart.consumer()], () =>
      eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(10))),
    );
    const { manager } = await heart.bus.connected;
    const { state } = await manager.streams.info(eventStream, { subjects_filter: await subjectOf(agencyId) });
    expect(Object.values(state.subjects ?? {})).toEqual([10]);
  });

  it('when the process is killed between commit and publication', async () => {
    const [agencyId, counterId] = [newId(), newId()];
    await dieAt('committed', agencyId, counterId);
    expect(await seen(agencyId, counterId)).toEqual([]);
    await whileRunning([heart.relay(), heart.consumer()], () =>
      eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(5))),
    );
  });

  it.each([3, 30])(
    'when the process is killed between publication and the note of it, of %i',
    async (times) => {
      const agencyId = newId();
      const counterId = await heart.count(agencyId, times);
      await dieAt('published', agencyId, counterId);
      const { rows } = await database.admin.query(
        'select from heart.outbox where agency_id = $1 and published_at is null',
        [agencyId],
      );
      expect(rows).toHaveLength(times); // nothing noted: at least one of them is on the bus all the same
      await whileRunning([heart.relay(), heart.consumer()], () =>
        eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(times))),
      );
    },
  );

  it('when the process is killed between effect and acknowledgement', async () => {
    const agencyId = newId();
    const relay = heart.relay();
    await whileRunning([relay], async () => {
      const counterId = await heart.count(agencyId, 3);
      await dieAt('applied', agencyId, counterId);
      expect((await seen(agencyId, counterId)).length).toBeGreaterThan(0);
      await whileRunning([heart.consumer()], () =>
        eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(3)), 60_000),
      );
      const { rows } = await database.admin.query('select from heart.inbox where agency_id = $1', [agencyId]);
      expect(rows).toHaveLength(3);
    });
  }, 90_000);

  it('when NATS is cut off for a while, and commits go on meanwhile', async () => {
    const agencyId = newId();
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      const counterId = await heart.count(agencyId, 5);
      proxy.cut();
      await heart.count(agencyId, 10, counterId);
      await eventually(() => expect(heart.bus.isUp()).toBe(false));
      proxy.heal();
      await eventually(async () => expect(await seen(agencyId, counterId)).toEqual(upTo(15)), 30_000);
    });
  });

  it('when a later event arrives before an earlier one', async () => {
    const agencyId = newId();
    const counterId = await heart.count(agencyId, 2);
    const { rows } = await database.admin.query<{ subject: string; envelope: string; id: string }>(
      'select subject, envelope, id from heart.outbox where agency_id = $1 order by aggregate_version desc',
      [agencyId],
    );
    const { streams } = await heart.bus.connected;
    for (const { subject, envelope, id } of rows) await streams.publish(subject, envelope, { msgID: id });
    await whileRunning([heart.consumer()], () =>
      eventually(async () => expect(await seen(agencyId, counterId)).toEqual([1, 2])),
    );
  });

  it('when the same event is on the bus twice', async () => {
    const agencyId = newId();
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      const counterId = await heart.count(agencyId, 1);
      await eventually(async () => expect(await seen(agencyId, counterId)).toEqual([1]));
      const { rows } = await database.admin.query<{ subject: string; envelope: string }>(
        'select subject, envelope from heart.outbox where agency_id = $1',
        [agencyId],
      );
      const { streams } = await heart.bus.connected;
      const [message] = rows;
      if (message) await streams.publish(message.subject, message.envelope); // without a message id: JetStream keeps both
      await heart.count(agencyId, 1, counterId);
      await eventually(async () => expect(await seen(agencyId, counterId)).toEqual([1, 2]));
    });
  });
});

describe('a message that cannot be processed', () => {
  it('is set aside in quarantine, and the others go on', async () => {
    const agencyId = newId();
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      const { streams } = await heart.bus.connected;
      await streams.publish(`evt.${agencyId}.booking.product.created.v1`, 'not an event');
      const counterId = await heart.count(agencyId, 1);
      await eventually(async () => expect(await seen(agencyId, counterId)).toEqual([1]));
      await eventually(async () => {
        const { rows } = await database.admin.query(
          'select message, error from heart.quarantine where agency_id = $1',
          [agencyId],
        );
        expect(rows).toEqual([{ message: 'not an event', error: 'MalformedEvent: not JSON' }]);
      }, 30_000);
    });
  });
});

describe('a message under the id of another one', () => {
  it('is set aside: it would come in vain for ever', async () => {
    const agencyId = newId();
    await whileRunning([heart.relay(), heart.consumer()], async () => {
      const first = await heart.count(agencyId, 1);
      await eventually(async () => expect(await seen(agencyId, first)).toEqual([1]));
      const { rows } = await database.admin.query<{ subject: string; envelope: string }>(
        'select subject, envelope from heart.outbox where agency_id = $1',
        [agencyId],
      );
      const { subject = '', envelope = '' } = rows[0] ?? {};
      const ofAnother = envelope.replaceAll(first, newId());
      const { streams } = await heart.bus.connected;
      await streams.publish(subject, ofAnother);
      await eventually(async () => {
        const set = 'select message, error from heart.quarantine where agency_id = $1';
        const { rows: aside } = await database.admin.query(set, [agencyId]);
        expect(aside).toEqual([{ message: ofAnother, error: expect.stringContaining('id of another') }]);
      }, 30_000);
    });
  });
});

describe('a consumer', () => {
  it('stops also while it is only starting', async () => {
    for (const afterMs of [0, 1, 3, 10, 30]) {
      const consumer = heart.consumer();
      await new Promise((resolve) => {
        setTimeout(resolve, afterMs);
      });
      await expect(consumer.stop()).resolves.toBeUndefined();
    }
  });
});

const idsIn = async (sql: string, agencyId: string) => {
  const { rows } = await database.admin.query<{ id: string }>(sql, [agencyId]);
  return rows.map(({ id }) => id).toSorted();
};
const recorded = (agencyId: string) =>
  idsIn('select id from heart.audit_records where agency_id = $1', agencyId);
const collected = (agencyId: string) =>
  idsIn('select id from heart.collected where agency_id = $1', agencyId);
const waiting = (agencyId: string) =>
  idsIn('select id from heart.audit_records where agency_id = $1 and gathered_at is null', agencyId);

const everythingArrives = (agencyId: string, records: number) =>
  eventually(async () => {
    const ids = await recorded(agencyId);
    expect(ids).toHaveLength(records);
    expect(await collected(agencyId)).toEqual(ids);
    expect(await waiting(agencyId)).toEqual([]);
  }, 30_000);

describe('every audit record is collected', () => {
  it('when nothing goes wrong, and nothing stays on the bus', async () => {
    const agencyId = newId();
    await heart.count(agencyId, 230);
    await whileRunning([heart.gathering(), heart.collector()], async () => {
      await everythingArrives(agencyId, 230);
      const { manager } = await heart.bus.connected;
      await eventually(async () => expect((await manager.streams.info(auditStream)).state.messages).toBe(0));
    });
  });

  it('when the process is killed between publication and the note of it', async () => {
    const agencyId = newId();
    await heart.count(agencyId, 3);
    await dieAt('gathered', agencyId, '');
    expect(await waiting(agencyId)).toHaveLength(3); // nothing noted: they are on the bus all the same
    await whileRunning([heart.gathering(), heart.collector()], () => everythingArrives(agencyId, 3));
  });

  it('when the process is killed between storing and acknowledgement', async () => {
    const agencyId = newId();
    await heart.count(agencyId, 3);
    await whileRunning([heart.gathering()], async () => {
      await dieAt('stored', agencyId, '');
      expect(await collected(agencyId)).toHaveLength(3);
      await whileRunning([heart.collector()], () =>
        eventually(async () => {
          const { rows } = await database.admin.query(
            'select from heart.collected where agency_id = $1 and times > 1',
            [agencyId],
          );
          expect(rows).toHaveLength(3); // they came again, and were known
        }, 60_000),
      );
    });
    await everythingArrives(agencyId, 3);
  }, 90_000);

  it('when storing fails for a while', async () => {
    const agencyId = newId();
    await heart.count(agencyId, 2);
    let failures = 3;
    const collector = heart.collector((store) => async (agency, messages) => {
      if (agency === agencyId && failures-- > 0) throw new Error('not now');
      await store(agency, messages);
    });
    await whileRunning([heart.gathering(), collector], () => everythingArrives(agencyId, 2));
    expect(failures).toBeLessThan(0);
  });
});

describe('a message that is no audit message', () => {
  it('is set aside, and the records around it are stored', async () => {
    const agencyId = newId();
    await heart.count(agencyId, 2);
    const { streams } = await heart.bus.connected;
    await streams.publish(`aud.${agencyId}.heart`, '[{"id":"x"}]');
    await whileRunning([heart.gathering(), heart.collector()], async () => {
      await everythingArrives(agencyId, 2);
      await eventually(async () => {
        const { rows } = await database.admin.query<{ error: string }>(
          'select error from heart.quarantine where agency_id = $1',
          [agencyId],
        );
        expect(rows.map(({ error }) => error)).toEqual([
          'MalformedEvent: a record lacks a field, or has one that does not fit',
        ]);
      });
    });
  });
});
