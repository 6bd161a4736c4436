import { newId } from '@yitu/kernel';
import { copyDatabase, eventually, startNats, type Server } from '@yitu/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createFloor, type Floor } from '../floor/floor.ts';
import { withBareWay } from './way.ts';

const departureId = newId();
const stock = { id: newId(), productId: newId(), departureIds: [departureId] };
const order = {
  ...{ agencyId: stock.id, productId: stock.productId, departureId },
  ...{ branchId: newId(), branchCode: 'HQ', authorId: newId(), customerId: newId(), unitPrice: '68000' },
  ...{ counts: [{ category: 'adult', count: 1 }], travellers: [], note: '' },
};

let database: Awaited<ReturnType<typeof copyDatabase>>;
let nats: Server;
let floor: Floor;
beforeAll(async () => {
  nats = await startNats();
  database = await copyDatabase(inject('postgresUrl'));
  floor = await createFloor(database.url, stock);
});
afterAll(async () => {
  await floor.remove();
  await database.drop();
  await nats.stop();
});

const place = (url: string) =>
  fetch(url, {
    ...{ method: 'POST', body: JSON.stringify(order) },
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
  });

const column = async (sql: string) =>
  (await database.admin.query<{ value: string }>(sql)).rows.map(({ value }) => value);

it('hands orders to the floor, and their event to everyone who notes it', async () => {
  await place(floor.url); // before: nobody is told of it
  const ground = { databaseUrl: database.url, natsUrl: nats.url, floorUrl: floor.url };
  const address = await withBareWay(ground, async (url) => {
    const answer = await place(url);
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    for (const inbox of [1, 2, 3, 4, 5, 6])
      await eventually(async () => {
        expect(await column(`select aggregate_id as value from load_floor.inbox_${inbox}`)).toEqual([id]);
      });
    await eventually(async () => {
      const waiting = `select id as value from load_floor.outbox where published_at is null and not_before <= now()`;
      expect(await column(waiting)).toEqual([]);
    });
    return url;
  });
  await expect(place(address)).rejects.toThrow('fetch failed');
});
