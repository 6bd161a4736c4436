import { encodeEnvelope, events } from '@yitu/contracts';
import { newId, systemClock } from '@yitu/kernel';
import { openBus, type Bus } from '@yitu/messaging';
import { createLog } from '@yitu/runtime';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: World;
let bus: Bus;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
  bus = openBus({
    url: world.surroundings.natsUrl,
    name: 'categories',
    replicas: 1,
    log: createLog('categories', 'silent'),
  });
});
afterAll(async () => {
  await bus.close();
  await world.close();
});

interface View {
  readonly id: string;
  readonly category: string;
  readonly version: number;
}

const customers = (path = '') => `${world.url('crm')}/v1/customers${path}`;
const enter = async (sales: Staff, name: string) =>
  (await sales.post<View>(customers(), { kind: 'person', name: { zh: name } })).body;
const seen = async (sales: Staff, id: string) => (await sales.get<View>(customers(`/${id}`))).body;
const set = (sales: Staff, { id, version }: View, category: string) =>
  sales.ask<View>(customers(`/${id}`), {
    ...{ method: 'PATCH', body: { category }, headers: { 'if-match': `"${version}"` } },
  });

/** Says, as booking would, that an order of a customer is paid. */
async function confirmOrder(agency: TestAgency, customerId: string): Promise<void> {
  const { type, codec, subject } = events.orderConfirmed;
  const orderId = newId();
  const data = codec.fromJSON({ orderId, customerId, branchId: agency.headquartersId });
  const envelope = encodeEnvelope({
    ...{ id: newId(), type, source: '/yitu/booking', subject: orderId, time: systemClock.now().toString() },
    ...{ agencyid: agency.id, aggregateversion: 1, data: codec.toJSON(data) },
  });
  await (await bus.connected).streams.publish(subject(agency.id), envelope);
}

it('makes a regular customer of a prospect who has paid, and tells of it', async () => {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const { id } = await enter(sales, '张晓明');
  await confirmOrder(agency, id);
  await eventually(async () =>
    expect(await seen(sales, id)).toMatchObject({ category: 'regular', version: 2 }),
  );
  await confirmOrder(agency, id);
  const { rows } = await world.admin.query<{ data: object }>(
    `select envelope::jsonb->'data' as data from crm.outbox where aggregate_id = $1 and aggregate_version = 2`,
    [id],
  );
  expect(rows).toMatchObject([{ data: { category: 'regular', changedFields: ['category'] } }]);
});

it('leaves alone what somebody has set by hand', async () => {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const [key, prospect, other] = [
    await enter(sales, '王芳'),
    await enter(sales, '李强'),
    await enter(sales, '赵敏'),
  ];
  await set(sales, key, 'key');
  const { body: regular } = await set(sales, prospect, 'regular');
  await set(sales, regular, 'prospect');
  for (const { id } of [key, prospect, other]) await confirmOrder(agency, id);
  await eventually(async () => {
    const heard = 'select from crm.inbox where agency_id = $1 and type = $2';
    const { rows } = await world.admin.query(heard, [agency.id, events.orderConfirmed.type]);
    expect(rows).toHaveLength(3);
  });
  expect(await seen(sales, other.id)).toMatchObject({ category: 'regular' });
  expect(await seen(sales, key.id)).toMatchObject({ category: 'key' });
  expect(await seen(sales, prospect.id)).toMatchObject({ category: 'prospect' });
});
