import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const price = (amount: string, channel = '*') => ({
  ...{ travellerCategory: 'adult', customerCategory: '*', channel, amount },
});
const season = (from: string, to: string, ...prices: object[]) => ({
  ...{ name: { zh: '旺季', en: 'High season' }, from, to, prices },
});
const in60Days = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 60 }).toString();
const summer = season(in60Days, in60Days, price('80000'), price('70000', 'portal'));

async function withProduct() {
  const desk = await openDesk(world);
  const { body } = await desk.manager.get<{ productId: string }>(booking(`departures/${desk.departureId}`));
  const { productId } = body;
  const schedule = (changes: object) =>
    desk.manager.post<{ id: string; code: string }>(booking('departures'), {
      ...{ productId, groupNumber: `S-${crypto.randomUUID()}`, departsOn: in60Days, returnsOn: in60Days },
      ...{ capacity: 10, currency: 'CNY', ...changes },
    });
  return { ...desk, productId, schedule };
}

describe('a price list', () => {
  it('gives a departure the prices of its season, which keeps them when the list changes', async () => {
    const { agency, manager, sales, order, productId, schedule } = await withProduct();
    const list = { productId, currency: 'CNY', seasons: [summer] };
    const made = await manager.post<{ id: string }>(booking('price-lists'), list);
    expect(made).toMatchObject({ status: 201, body: { ...list, version: 1 } });
    const { status, body } = await schedule({});
    expect(status).toBe(201);
    const dearer = { currency: 'CNY', seasons: [season(in60Days, in60Days, price('99999'))] };
    const set = await manager.put(booking(`price-lists/${made.body.id}`), dearer, 1);
    expect(set).toMatchObject({ status: 200, body: { ...dearer, version: 2 } });
    const byCounter = await sales.post<OrderAnswer>(booking('orders'), { ...order(1), departureId: body.id });
    const chooser = await agency.staff('branch-manager');
    const byPortal = await chooser.post<OrderAnswer>(booking('orders'), {
      ...{ ...order(1), departureId: body.id, channel: 'portal' },
    });
    expect([byCounter, byPortal].map((answer) => answer.body.total.amount)).toEqual(['80000', '70000']);
    const found = await sales.get(booking(`price-lists?productId=${productId}`));
    expect(found).toMatchObject({ status: 200, body: { priceLists: [{ version: 2 }], next: null } });
  });

  it('is one for a product, changed by whoever may and has read the newest', async () => {
    const { agency, manager, sales, productId } = await withProduct();
    const list = { productId, currency: 'CNY', seasons: [summer] };
    expect(await sales.post(booking('price-lists'), list)).toMatchObject({ status: 403 });
    const { body } = await manager.post<{ id: string }>(booking('price-lists'), list);
    expect(await manager.post(booking('price-lists'), list)).toMatchObject({
      ...{ status: 409, body: { code: 'booking/price-list-exists' } },
    });
    const url = booking(`price-lists/${body.id}`);
    const change = { currency: 'CNY', seasons: [summer] };
    expect(await manager.put(url, change, 4)).toMatchObject({ status: 412 });
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect(await stranger.get(url)).toMatchObject({ status: 404 });
    const { rows } = await world.admin.query(
      `select envelope::jsonb->'data' as data from booking.outbox where agency_id = $1 and subject like '%price-list.set.v1'`,
      [agency.id],
    );
    expect(rows).toEqual([{ data: { priceListId: body.id, productId, currency: 'CNY' } }]);
  });

  it.each([
    ['no list', undefined, {}, 'booking/no-price-list'],
    ['no season of that day', [season('2020-01-01', '2020-02-01', price('1'))], {}, 'booking/no-season'],
    ['a list in another currency', [summer], { currency: 'USD' }, 'booking/price-list-currency'],
  ])('leaves nothing to schedule by where there is %s', async (_what, seasons, changes, code) => {
    const { manager, productId, schedule } = await withProduct();
    if (seasons) await manager.post(booking('price-lists'), { productId, currency: 'CNY', seasons });
    expect(await schedule(changes)).toMatchObject({ status: 422, body: { code } });
  });

  it('names the season that shares a day with another', async () => {
    const { manager, productId } = await withProduct();
    const seasons = [summer, summer];
    const answer = await manager.post(booking('price-lists'), { productId, currency: 'CNY', seasons });
    expect(answer).toMatchObject({
      ...{ status: 422, body: { errors: [{ field: '/body/seasons/1', rule: 'overlap' }] } },
    });
  });
});
