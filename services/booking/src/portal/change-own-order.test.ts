import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';
import { nameTraveller, registerShopper, type Shopper } from '../fixtures/shopper.ts';
import { createTeller } from '../fixtures/teller.ts';

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
const adults = (count: number) => [{ category: 'adult', count }];
const edit = (by: Shopper, { id }: { id: string }, body: object, version = 1) =>
  by.put<OrderAnswer>(url(`/own-orders/${id}`), body, version);

const setOut = async () => {
  const desk = await openDesk(world);
  const shopper = await registerShopper(world, teller, desk.agency);
  const wanted = { departureId: desk.departureId, counts: adults(1) };
  const { body } = await shopper.post<OrderAnswer>(url('/own-orders'), wanted);
  return { desk, shopper, order: body };
};
const remaining = async ({ departureId }: Desk) => {
  const sql = 'select remaining from booking.departures where id = $1';
  return (await world.admin.query<{ remaining: number }>(sql, [departureId])).rows[0]?.remaining;
};
/** The staff orders for a customer. */
const orderedFor = async (desk: Desk, shopper: Shopper) => {
  const account = await desk.agency.staff('account-manager');
  const body = { ...desk.order(1), customerId: shopper.customerId, note: '难缠的客人' };
  return (await account.post<OrderAnswer>(url('/orders'), body)).body;
};

describe('a customer who changes an order of their own', () => {
  it('says who travels and how many, priced anew, until it is approved', async () => {
    const { desk, shopper, order } = await setOut();
    const travellers = [{ travellerId: await nameTraveller(world, shopper), category: 'adult' }];
    const { status, body } = await edit(shopper, order, { counts: adults(3), travellers, note: '靠窗' });
    expect([status, body]).toMatchObject([
      200,
      { seats: 3, total: { amount: '300000' }, note: '靠窗', channel: 'portal', version: 2 },
    ]);
    expect(await remaining(desk)).toBe(17);
    expect((await edit(shopper, order, { counts: adults(2) })).status).toBe(412);
    expect((await edit(shopper, order, { counts: adults(2) }, 2)).body).toMatchObject({ seats: 2 });
    expect(await remaining(desk)).toBe(18);
    expect((await desk.reviewer.post(url(`/orders/${order.id}/approval`), {}, at(3))).status).toBe(200);
    expect(await edit(shopper, order, { counts: adults(1) }, 4)).toMatchObject(
      refused(409, 'booking/wrong-state'),
    );
  });

  it('has no more of it than of a new order, and names nobody else’s travellers', async () => {
    const { desk, shopper, order } = await setOut();
    expect(await edit(shopper, order, { counts: adults(10) })).toMatchObject(
      refused(422, 'booking/too-many-seats'),
    );
    const other = await registerShopper(world, teller, desk.agency);
    const travellers = [{ travellerId: await nameTraveller(world, other), category: 'adult' }];
    expect(await edit(shopper, order, { counts: adults(1), travellers })).toMatchObject(
      refused(422, 'booking/no-such-traveller'),
    );
    expect((await edit(other, order, { counts: adults(1) })).status).toBe(404);
    expect(await remaining(desk)).toBe(19);
  });

  it('changes none that the staff has placed for them', async () => {
    const { desk, shopper } = await setOut();
    const order = await orderedFor(desk, shopper);
    expect(await edit(shopper, order, { counts: adults(1) })).toMatchObject(
      refused(403, 'booking/not-the-author-edits'),
    );
  });

  it('is told no notes of the staff and no reviewer by whatever they do to an order', async () => {
    const { desk, shopper, order: mine } = await setOut();
    const returned = async ({ id }: OrderAnswer) =>
      desk.reviewer.post(url(`/orders/${id}/return`), { reason: '信用差，先核实' }, at(1));
    const order = await orderedFor(desk, shopper);
    await returned(order);
    const gone = await shopper.ask(url(`/orders/${order.id}`), { method: 'DELETE', headers: at(2) });
    expect(gone).toMatchObject({ status: 200, body: { note: '', returnReason: null, reviewerId: null } });
    await returned(mine);
    const again = await shopper.post(url(`/orders/${mine.id}/resubmission`), {}, at(2));
    expect(again).toMatchObject({ status: 200, body: { state: 'in-review', reviewerId: null } });
  });
});
