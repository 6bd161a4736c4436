import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../fixtures/catalogue.ts';
import { openDesk, type Desk, type OrderAnswer } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

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

type Named = OrderAnswer & { readonly first: string };

/** An approved order of two adults, one of them named. */
async function approved(desk: Desk): Promise<Named> {
  const first = await traveller(desk);
  const wanted = { ...desk.order(2), travellers: [adult(first)] };
  const { body } = await desk.sales.post<OrderAnswer>(url('/orders'), wanted);
  const answer = await desk.reviewer.post<OrderAnswer>(url(`/orders/${body.id}/approval`), {}, at(1));
  expect(answer.status).toBe(200);
  return { ...answer.body, first };
}

const replace = (desk: Desk, order: Named, byTravellerId: string, change: object = {}) =>
  desk.sales.post<OrderAnswer>(
    url(`/orders/${order.id}/traveller-replacements`),
    { travellerId: order.first, byTravellerId, ...change },
    at(order.version),
  );

const namedIn = async (desk: Desk, { id }: OrderAnswer) => {
  const { body } = await desk.sales.get<{ travellers: object[] }>(url(`/orders/${id}`));
  return body.travellers;
};

describe('a traveller in the place of another', () => {
  it('is named instead, at the same price, which is told with who travels no more, and recorded', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const other = await traveller(desk);
    expect((await replace(desk, { ...order, version: order.version - 1 }, other)).status).toBe(412);
    expect(await replace(desk, order, other)).toMatchObject({
      ...{ status: 200, body: { total: order.total, seats: 2, version: order.version + 1 } },
    });
    expect(await namedIn(desk, order)).toEqual([adult(other)]);
    const { rows } = await world.admin.query<{ envelope: { type: string; data: object } }>(
      `select envelope::jsonb as envelope from booking.outbox where aggregate_id = $1 order by aggregate_version desc limit 1`,
      [order.id],
    );
    expect(rows[0]?.envelope).toMatchObject({
      type: 'booking.order.travellers-named.v1',
      data: { namedTravellerIds: [other], travellerIds: [other], replacedTravellerIds: [order.first] },
    });
    const { rows: audited } = await world.admin.query<{ change: string }>(
      `select change from booking.audit_records where agency_id = $1 and object_type = 'OrderTraveller' and occurred_at > now() - interval '1 hour' order by change`,
      [desk.agency.id],
    );
    expect(audited.map(({ change }) => change)).toContain('delete');
  });

  it('fits the place by age, belongs to the customer, and is not named twice', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const child = Temporal.PlainDate.from(later(60)).subtract({ years: 12 }).add({ days: 1 }).toString();
    expect(await replace(desk, order, await traveller(desk, child))).toMatchObject({
      ...{ status: 422, body: { code: 'booking/travellers-do-not-fit' } },
    });
    const strangers = await traveller(await openDesk(world));
    expect(await replace(desk, order, strangers)).toMatchObject(refused(422, 'booking/no-such-traveller'));
    expect(await replace(desk, order, order.first)).toMatchObject(refused(422, 'booking/traveller-twice'));
    const unnamed = { travellerId: crypto.randomUUID() };
    expect(await replace(desk, order, await traveller(desk), unnamed)).toMatchObject({
      ...{ status: 422, body: { code: 'booking/not-named', errors: [{ field: '/body/travellerId' }] } },
    });
    expect(await namedIn(desk, order)).toEqual([adult(order.first)]);
  });

  it('is nobody where the agency says so, for departures of its rule, nor after the cut-off', async () => {
    const desk = await openDesk(world);
    const order = await approved(desk);
    const other = await traveller(desk);
    const { body: rules } = await desk.manager.get(url('/traveller-rules'));
    const { version: _version, earlier: _earlier, ...set } = rules;
    const never = { ...set, validFrom: '2020-01-01', replacement: 'never' };
    expect((await desk.manager.put(url('/traveller-rules'), never, 1)).status).toBe(200);
    expect(await replace(desk, order, other)).toMatchObject(refused(409, 'booking/replacement-not-allowed'));
    await desk.manager.put(url('/traveller-rules'), { ...never, replacement: 'until-cut-off' }, 2);
    await world.admin.query('update booking.departures set cut_off_days = 61 where id = $1', [
      desk.departureId,
    ]);
    expect(await replace(desk, order, other)).toMatchObject(refused(409, 'booking/replacing-over'));
  });
});
