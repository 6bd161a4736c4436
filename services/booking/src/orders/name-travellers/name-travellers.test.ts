import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../../fixtures/catalogue.ts';
import { openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';
import { nameTraveller, registerShopper } from '../../fixtures/shopper.ts';
import { createTeller } from '../../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const refused = (status: number, code: string) => ({ status, body: { code } });
const adult = (travellerId: string) => ({ travellerId, category: 'adult' });

async function traveller({ sales, customerId }: Desk, birthDate = '1988-02-29'): Promise<string> {
  const path = `${world.url('crm')}/v1/customers/${customerId}/travellers`;
  const person = { name: `客人${crypto.randomUUID()}`, birthDate, nationality: 'CN', relation: 'friend' };
  const { status, body } = await sales.post<{ id: string }>(path, person);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

/** An approved order of two adults, one of them named. */
async function approved(desk: Desk, change: object = {}): Promise<OrderAnswer & { readonly first: string }> {
  const first = await traveller(desk);
  const wanted = { ...desk.order(2), travellers: [adult(first)], ...change };
  const { body } = await desk.sales.post<OrderAnswer>(url('/orders'), wanted);
  const answer = await desk.reviewer.post<OrderAnswer>(url(`/orders/${body.id}/approval`), {}, at(1));
  expect(answer.status).toBe(200);
  return { ...answer.body, first };
}

const name = (by: Staff, order: OrderAnswer, ids: readonly string[], version = order.version, own = '') =>
  by.post<OrderAnswer>(
    url(`/${own}orders/${order.id}/travellers`),
    { travellers: ids.map(adult) },
    at(version),
  );

const namedIn = async (desk: Desk, { id }: OrderAnswer) => {
  const { body } = await desk.sales.get<{ travellers: { travellerId: string }[] }>(url(`/orders/${id}`));
  return body.travellers.map(({ travellerId }) => travellerId);
};

describe('naming travellers after the approval', () => {
  it('fills what is unnamed by anybody who reaches the order, at the same price, and tells of it', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const second = await traveller(desk);
    const colleague = await desk.agency.staff('account-manager');
    expect(await name(colleague, order, [second], order.version - 1)).toMatchObject({ status: 412 });
    const { status, body } = await name(colleague, order, [second]);
    expect([status, body]).toMatchObject([
      200,
      { state: 'awaiting-payment', total: order.total, version: order.version + 1 },
    ]);
    expect((await namedIn(desk, order)).toSorted()).toEqual([order.first, second].toSorted());
    const { rows } = await world.admin.query<{ envelope: string }>(
      `select envelope from booking.outbox where aggregate_id = $1 order by aggregate_version desc limit 1`,
      [order.id],
    );
    const { type, data } = JSON.parse(rows[0]?.envelope ?? '{}') as Record<string, unknown>;
    expect([type, data]).toMatchObject([
      'booking.order.travellers-named.v1',
      { namedTravellerIds: [second], travellerIds: [order.first, second] },
    ]);
    const audited = await world.admin.query(
      `select from booking.audit_records where agency_id = $1 and object_type = 'OrderTraveller' and to_jsonb(audit_records)::text like $2`,
      [desk.agency.id, `%${second}%`],
    );
    expect(audited.rowCount).toBe(1);
  });

  it('puts nobody in another’s place, and nobody else’s travellers in any', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const more = [await traveller(desk), await traveller(desk)];
    expect(await name(desk.sales, order, more)).toMatchObject(
      refused(422, 'booking/travellers-exceed-counts'),
    );
    expect(await name(desk.sales, order, [order.first])).toMatchObject(
      refused(422, 'booking/traveller-twice'),
    );
    const other = await openDesk(world);
    expect(await name(desk.sales, order, [await traveller(other)])).toMatchObject(
      refused(422, 'booking/no-such-traveller'),
    );
    expect((await name(other.sales, order, [await traveller(other)])).status).toBe(404);
    expect(await namedIn(desk, order)).toEqual([order.first]);
  });

  it('asks the same of age and documents as the approval', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const child = Temporal.PlainDate.from(later(60)).subtract({ years: 12 }).add({ days: 1 }).toString();
    expect(await name(desk.sales, order, [await traveller(desk, child)])).toMatchObject({
      status: 422,
      body: {
        code: 'booking/travellers-do-not-fit',
        errors: [{ field: '/body/travellers/0', rule: 'too-young' }],
      },
    });
    const abroad = tour('曼谷', { destinationCountry: 'TH', destinationCity: '曼谷' });
    const thai = await addProduct(world, desk.manager, abroad);
    const departureId = await schedule(world, desk.manager, thai, later(60), '1000');
    const outbound = await approved(desk, { departureId, travellers: [] });
    expect(await name(desk.sales, outbound, [await traveller(desk)])).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/body/travellers/0', rule: 'document-missing' }] },
    });
    expect(await namedIn(desk, outbound)).toEqual([]);
  });

  it('is over before the approval, once the order has ended, and once the trip has begun', async () => {
    const desk = await openDesk(world);
    const { body: fresh } = await desk.sales.post<OrderAnswer>(url('/orders'), desk.order(2));
    expect(await name(desk.sales, fresh, [await traveller(desk)])).toMatchObject(
      refused(409, 'booking/wrong-state'),
    );
    const order = await approved(desk);
    await world.admin.query(
      `update booking.departures set state = 'closed', trip_began_at = now() where id = $1`,
      [desk.departureId],
    );
    expect(await name(desk.sales, order, [await traveller(desk)])).toMatchObject(
      refused(409, 'booking/naming-over'),
    );
  });

  it('is done by customers for their own orders, also for those the staff has placed for them', async () => {
    const desk = await openDesk(world);
    const shopper = await registerShopper(world, teller, desk.agency);
    const account = await desk.agency.staff('account-manager');
    const body = { ...desk.order(1), customerId: shopper.customerId, note: '难缠的客人' };
    const { body: placed } = await account.post<OrderAnswer>(url('/orders'), body);
    const { body: order } = await desk.reviewer.post<OrderAnswer>(
      url(`/orders/${placed.id}/approval`),
      {},
      at(1),
    );
    const other = await registerShopper(world, teller, desk.agency);
    const stranger = await nameTraveller(world, other);
    expect((await name(other, order, [stranger], order.version, 'own-')).status).toBe(404);
    expect(await name(shopper, order, [stranger], order.version, 'own-')).toMatchObject(
      refused(422, 'booking/no-such-traveller'),
    );
    const mine = await nameTraveller(world, shopper);
    expect(await name(shopper, order, [mine], order.version, 'own-')).toMatchObject({
      status: 200,
      body: { note: '', reviewerId: null, version: order.version + 1 },
    });
    expect((await name(desk.sales, await approved(desk), [mine])).status).toBe(422);
  });
});
