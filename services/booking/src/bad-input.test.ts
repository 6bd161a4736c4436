import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './fixtures/desk.ts';

let world: World;
let desk: Desk;
let productId: string;
let costlyId: string;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  desk = await openDesk(world); // nothing here changes it: every request is refused
  const { body } = await desk.manager.get<{ productId: string }>(url(`/departures/${desk.departureId}`));
  ({ productId } = body);
  const costly = departure({ groupNumber: 'COSTLY', prices: [price('9'.repeat(18))] });
  const { body: scheduled } = await desk.manager.post<{ id: string }>(url('/departures'), costly);
  costlyId = scheduled.id;
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const price = (amount: string) => ({ travellerCategory: 'adult', customerCategory: '*', amount });
const departure = (changes: object) => ({
  productId,
  groupNumber: 'ODD-1',
  departsOn: '2099-05-01',
  returnsOn: '2099-05-02',
  capacity: 20,
  currency: 'CNY',
  prices: [price('100')],
  ...changes,
});

describe('scheduling a departure is refused with', () => {
  it.each([
    [
      'no time zone there is',
      { timeZone: 'Mars/Olympus' },
      422,
      'booking/unknown-time-zone',
      '/body/timeZone',
    ],
    ['an offset as time zone', { timeZone: '+08:00' }, 422, 'booking/unknown-time-zone', '/body/timeZone'],
    ['a price below zero', { prices: [price('-1')] }, 400, 'request/invalid', '/body/prices/0/amount'],
    ['a price twice', { prices: [price('1'), price('2')] }, 422, 'booking/price-twice', '/body/prices'],
  ])('%s', async (_what, changes, status, code, field) => {
    expect(await desk.manager.post(url('/departures'), departure(changes))).toMatchObject({
      status,
      body: { code, errors: [{ field }] },
    });
  });
});

describe('placing an order is refused with', () => {
  const adults = (...counts: number[]) => counts.map((count) => ({ category: 'adult', count }));

  it.each([
    ['the first half of a character', '\ud83c', 'request/invalid'],
    ['the second half of a character', '\udf38 alone', 'request/invalid'],
    ['a character that no text may hold', 'nothing\u0000', 'request/unstorable-text'],
  ])('%s', async (_what, note, code) => {
    expect(await desk.sales.post(url('/orders'), { ...desk.order(), note })).toMatchObject({
      ...{ status: 400, body: { code } },
    });
  });

  it('a category twice', async () => {
    expect(await desk.sales.post(url('/orders'), { ...desk.order(), counts: adults(1, 1) })).toMatchObject({
      status: 422,
      body: { code: 'booking/category-twice', errors: [{ field: '/body/counts' }] },
    });
  });

  it('a traveller twice', async () => {
    const added = await desk.sales.post<{ id: string }>(
      `${world.url('crm')}/v1/customers/${desk.customerId}/travellers`,
      { name: '李小红', birthDate: '1990-06-01', nationality: 'CN', relation: 'self' },
    );
    expect(added.status).toBe(201);
    const twice = Array.from({ length: 2 }, () => ({ travellerId: added.body.id, category: 'adult' }));
    expect(await desk.sales.post(url('/orders'), { ...desk.order(), travellers: twice })).toMatchObject({
      status: 422,
      body: { code: 'booking/traveller-twice', errors: [{ field: '/body/travellers' }] },
    });
  });

  it('more people than an amount has digits for', async () => {
    const order = { ...desk.order(), departureId: costlyId, counts: adults(10) };
    expect(await desk.sales.post(url('/orders'), order)).toMatchObject({
      status: 422,
      body: { code: 'booking/amount-too-large', errors: [{ field: '/body/counts' }] },
    });
  });
});
