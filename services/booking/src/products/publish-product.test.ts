import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const guilin = {
  name: { zh: '桂林山水', en: 'Guilin' },
  summary: { zh: '漓江', en: 'The Li river' },
  destinationCountry: 'CN',
  destinationCity: '桂林',
  days: 5,
  themes: ['nature'],
};
const hotel = {
  ...guilin,
  kind: 'hotel',
  details: { lodgingClass: 'luxury', roomTypes: [{ zh: '大床房', en: 'Double room' }] },
};
const tour = { ...guilin, kind: 'package-tour' };

interface ProductAnswer {
  id: string;
  state: string;
  version: number;
  name: { zh: string };
}

async function openAgency() {
  const agency = await world.foundAgency();
  const [manager, consultant, sales] = await Promise.all([
    agency.staff('project-manager'),
    agency.staff('travel-consultant'),
    agency.staff('sales'),
  ]);
  return { agency, manager, consultant, sales };
}

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const found = (body: unknown) => (body as { products: ProductAnswer[] }).products.map(({ id }) => id); // as the schema says

describe('a product', () => {
  it('is published at once by those who may, and a draft where they want one', async () => {
    const { manager, consultant } = await openAgency();
    expect(await manager.post(url('/products'), tour)).toMatchObject({
      status: 201,
      body: { state: 'published' },
    });
    expect(await manager.post(url('/products'), { ...tour, draft: true })).toMatchObject({
      body: { state: 'draft' },
    });
    expect(await consultant.post(url('/products'), tour)).toMatchObject({ body: { state: 'draft' } });
  });

  it('that is a draft is seen by those who work on products, and by nobody else', async () => {
    const { manager, consultant, sales } = await openAgency();
    const { body: draft } = await consultant.post<ProductAnswer>(url('/products'), tour);
    expect(found((await sales.get(url('/products'))).body)).toEqual([]);
    expect(await sales.get(url(`/products/${draft.id}`))).toMatchObject({ status: 404 });
    expect(await sales.get(url('/unpublished-products'))).toMatchObject({ status: 403 });
    expect(found((await manager.get(url('/unpublished-products?text=山水'))).body)).toEqual([draft.id]);
    expect(await consultant.get(url(`/products/${draft.id}`))).toMatchObject({ status: 200 });
  });

  it('is published by those who may, with the version they read, once', async () => {
    const { manager, consultant, sales } = await openAgency();
    const { body: draft } = await consultant.post<ProductAnswer>(url('/products'), tour);
    const publication = url(`/products/${draft.id}/publication`);
    expect(await consultant.post(publication, {}, ifMatch(1))).toMatchObject({ status: 403 });
    expect(await manager.post(publication, {}, ifMatch(2))).toMatchObject({ status: 412 });
    const both = await Promise.all([1, 1].map((version) => manager.post(publication, {}, ifMatch(version))));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(await manager.post(publication, {}, ifMatch(2))).toMatchObject({
      status: 409,
      body: { code: 'booking/product-state' },
    });
    expect(found((await sales.get(url('/products'))).body)).toEqual([draft.id]);
  });

  it('is changed with its version, and found by what it says now', async () => {
    const { manager, consultant } = await openAgency();
    const { body: product } = await manager.post<ProductAnswer>(url('/products'), tour);
    const at = url(`/products/${product.id}`);
    const changed = { ...guilin, name: { zh: '阳朔骑行', en: 'Cycling' }, details: { nights: 4 } };
    expect(await consultant.put(at, changed, 1)).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect(await manager.put(at, { ...changed, kind: 'hotel' }, 1)).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/kind', rule: 'additionalProperties' }] },
    });
    expect(await manager.put(at, changed, 1)).toMatchObject({
      status: 200,
      body: { ...changed, version: 2 },
    });
    expect(await manager.put(at, changed, 1)).toMatchObject({ status: 412 });
    expect(found((await manager.get(url('/products?text=骑行'))).body)).toEqual([product.id]);
    expect(found((await manager.get(url('/products?text=山水'))).body)).toEqual([]);
  });

  it.each([
    [
      'lacks what its kind asks for',
      { ...hotel, details: { lodgingClass: 'luxury' } },
      'roomTypes',
      'required-of-kind',
    ],
    [
      "says what is another kind's",
      { ...hotel, details: { ...hotel.details, visaType: 'L' } },
      'visaType',
      'not-of-kind',
    ],
  ])('is refused when it %s', async (_what, body, detail, rule) => {
    const { manager } = await openAgency();
    expect(await manager.post(url('/products'), body)).toMatchObject({
      status: 422,
      body: { code: 'booking/details-do-not-fit', errors: [{ field: `/body/details/${detail}`, rule }] },
    });
    expect(await manager.post(url('/products'), hotel)).toMatchObject({ status: 201, body: hotel });
  });

  it('of another agency is nowhere', async () => {
    const { manager } = await openAgency();
    const { body: product } = await manager.post<ProductAnswer>(url('/products'), tour);
    const stranger = await (await world.foundAgency()).staff('project-manager');
    const at = url(`/products/${product.id}`);
    expect(await stranger.put(at, guilin, 1)).toMatchObject({ status: 404 });
    for (const what of ['publication', 'withdrawal'])
      expect(await stranger.post(`${at}/${what}`, {}, ifMatch(1))).toMatchObject({ status: 404 });
  });

  it('that was withdrawn is sold and scheduled no more, and its orders stay', async () => {
    const { manager, sales, departureId, order } = await openDesk(world);
    const placed = await sales.post<OrderAnswer>(url('/orders'), order());
    const { body: departure } = await manager.get<{ productId: string }>(url(`/departures/${departureId}`));
    const at = url(`/products/${departure.productId}`);
    expect(await manager.post(`${at}/withdrawal`, {}, ifMatch(1))).toMatchObject({
      body: { state: 'withdrawn' },
    });
    expect(await sales.post(url('/orders'), order())).toMatchObject({
      status: 409,
      body: { code: 'booking/departure-not-open' },
    });
    const { prices, ...again } = {
      ...{ productId: departure.productId, groupNumber: 'AGAIN', capacity: 2, currency: 'CNY' },
      ...{ departsOn: '2099-01-01', returnsOn: '2099-01-02' },
      prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '1' }],
    };
    expect(await manager.post(url('/departures'), { ...again, prices })).toMatchObject({
      status: 409,
      body: { code: 'booking/product-state' },
    });
    expect(await sales.get(url(`/orders/${placed.body.id}`))).toMatchObject({ status: 200 });
    expect(await sales.get(at)).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await manager.post(`${at}/publication`, {}, ifMatch(2))).toMatchObject({ status: 200 });
    expect(await sales.post(url('/orders'), order())).toMatchObject({ status: 201 });
  });

  it('tells of each step, in order, once', async () => {
    const { agency, manager } = await openAgency();
    const { body: product } = await manager.post<ProductAnswer>(url('/products'), { ...tour, draft: true });
    const at = url(`/products/${product.id}`);
    await manager.put(at, guilin, 1);
    await manager.post(`${at}/publication`, {}, ifMatch(2));
    await manager.post(`${at}/withdrawal`, {}, ifMatch(3));
    await eventually(async () => {
      const { rows } = await world.admin.query<{ said: string }>(
        `select aggregate_version || ' ' || split_part(subject, '.', 5) as said from booking.outbox
         where agency_id = $1 and aggregate_id = $2 and published_at is not null order by aggregate_version`,
        [agency.id, product.id],
      );
      expect(rows.map(({ said }) => said)).toEqual(['1 created', '2 changed', '3 published', '4 withdrawn']);
    });
  });

  it('has the kinds of the trade, each with its own details', async () => {
    const { sales } = await openAgency();
    const { body } = await sales.get<{ kinds: { kind: string; required: string[] }[] }>(
      url('/product-kinds'),
    );
    expect(body.kinds).toHaveLength(11);
    expect(body.kinds.find(({ kind }) => kind === 'visa')?.required).toContain('processingDays');
  });
});
