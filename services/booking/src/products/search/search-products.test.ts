import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../../fixtures/catalogue.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1${path}`;
interface Found {
  products: { id: string; name: { zh: string }; from: { amount: string; departsOn: string } | null }[];
  next: string | null;
}

const add = (manager: Staff, product: object) => addProduct(world, manager, product);
const scheduleOne = (manager: Staff, productId: string, departsOn: string, amount: string) =>
  schedule(world, manager, productId, departsOn, amount);

const names = async (who: Staff, query: string) => {
  const { body } = await who.get<Found>(url(`/products?${query}`));
  return body.products.map(({ name }) => name.zh);
};

/** An agency with three priced products and one that is not on sale. */
async function openCatalogue() {
  const agency = await world.foundAgency();
  const manager = await agency.staff('project-manager');
  const guilin = await add(
    manager,
    tour('桂林山水五日游', { details: { lodgingClass: 'upscale', transport: ['flight'] } }),
  );
  const kyoto = await add(
    manager,
    tour('京都赏樱之旅', {
      ...{ destinationCountry: 'JP', destinationCity: '京都', days: 7, themes: ['culture', 'nature'] },
      details: { lodgingClass: 'luxury', transport: ['flight', 'coach'] },
    }),
  );
  const li = await add(manager, tour('漓江竹筏一日游', { kind: 'day-trip', days: 1, themes: ['river'] }));
  await add(manager, tour('阳朔骑行', { days: 2 }));
  await scheduleOne(manager, guilin, later(30), '300000');
  await scheduleOne(manager, guilin, later(60), '200000');
  await scheduleOne(manager, kyoto, later(40), '900000');
  await scheduleOne(manager, li, later(10), '20000');
  return { agency, manager, guilin, kyoto, li };
}

describe('a search of the catalogue', () => {
  it('finds words inside a title, in Chinese and in English, whatever their case and width', async () => {
    const { manager } = await openCatalogue();
    expect(await names(manager, 'text=山水')).toEqual(['桂林山水五日游']);
    expect(await names(manager, 'text=一日游 竹')).toEqual(['漓江竹筏一日游']);
    expect(await names(manager, 'text=赏樱 桂林')).toEqual([]);
    expect(await names(manager, 'text=水山')).toEqual([]);
    expect(await names(manager, `text=${encodeURIComponent('ＴＯＵＲ')}`)).toHaveLength(4);
    expect(await names(manager, 'text=%25')).toEqual([]);
  });

  it('finds themes, countries and cities by what they are called and how they are read, and words of long texts', async () => {
    const { manager } = await openCatalogue();
    const inn = { themes: ['hot-spring', '海岛'], destinationCountry: 'JP', destinationCity: '别府' };
    await add(
      manager,
      tour('九州四日游', { ...inn, summary: { zh: '住旅馆两晚', en: 'Two nights at an inn' } }),
    );
    const cities = [
      { city: '别府', name: { zh: '别府', en: 'Beppu' } },
      { city: '京都', name: { zh: '京都', en: 'Kyoto' } },
    ];
    const set = await manager.put(url('/city-names'), { cities }, 1);
    expect(set.status).toBe(200);
    for (const word of [
      '温泉',
      'hot spring',
      'wenquan',
      '海岛',
      'haidao',
      '旅馆',
      'inn',
      'beppu',
      'epp',
      'biefu',
    ])
      expect([word, await names(manager, `text=${word}`)]).toEqual([word, ['九州四日游']]);
    expect(await names(manager, 'text=日本')).toEqual(['九州四日游', '京都赏樱之旅']);
    expect(await names(manager, 'text=japan kyo')).toEqual(['京都赏樱之旅']);
    expect(await names(manager, 'text=guil')).toEqual(['阳朔骑行', '漓江竹筏一日游', '桂林山水五日游']);
    expect(await names(manager, 'text=glss')).toEqual(['桂林山水五日游']);
    await add(manager, tour('汤布院', { destinationCity: '别府', destinationCountry: 'JP' }));
    expect(await names(manager, 'text=beppu')).toEqual(['汤布院', '九州四日游']);
  });

  it.each([
    ['country=JP', ['京都赏樱之旅']],
    ['city=桂林&theme=nature', ['阳朔骑行', '桂林山水五日游']],
    ['theme=river&theme=culture', ['漓江竹筏一日游', '京都赏樱之旅']],
    ['kind=day-trip', ['漓江竹筏一日游']],
    ['transport=flight&lodging=upscale', ['桂林山水五日游']],
    ['minimumDays=2&maximumDays=5', ['阳朔骑行', '桂林山水五日游']],
    ['budget=200000', ['漓江竹筏一日游', '桂林山水五日游']],
    ['budget=199999', ['漓江竹筏一日游']],
    ['budget=200000&currency=USD', []],
    ['bookable=true', ['漓江竹筏一日游', '京都赏樱之旅', '桂林山水五日游']],
    ['bookable=false', ['阳朔骑行']],
  ])('takes the filter %s', async (query, found) => {
    const { manager } = await openCatalogue();
    expect(await names(manager, query)).toEqual(found);
  });

  it('finds what departs in a span of dates, within the budget on those dates', async () => {
    const { manager } = await openCatalogue();
    const span = `departsFrom=${later(20)}&departsUntil=${later(35)}`;
    expect(await names(manager, span)).toEqual(['桂林山水五日游']);
    expect(await names(manager, `${span}&budget=250000`)).toEqual([]);
    expect(await names(manager, `departsFrom=${later(50)}&budget=250000`)).toEqual(['桂林山水五日游']);
  });

  it('by dates finds nothing that is sold out', async () => {
    const { manager, li } = await openCatalogue();
    expect(await names(manager, `departsUntil=${later(15)}`)).toEqual(['漓江竹筏一日游']);
    await world.admin.query('update booking.departures set remaining = 0 where product_id = $1', [li]);
    expect(await names(manager, `departsUntil=${later(15)}`)).toEqual([]);
  });

  it('shows the lowest price of all that can still be bought, also when departures are scheduled at once', async () => {
    const { manager, guilin } = await openCatalogue();
    await Promise.all(
      ['190000', '150000', '170000', '160000'].map((amount) =>
        scheduleOne(manager, guilin, later(90), amount),
      ),
    );
    const { body } = await manager.get<Found>(url('/products?text=山水'));
    expect(body.products[0]?.from).toEqual({ amount: '150000', currency: 'CNY', departsOn: later(90) });
  });

  it.each(['newest', 'price', 'price-descending', 'days'])('by %s is paged without a gap', async (sort) => {
    const { manager } = await openCatalogue();
    const whole = await names(manager, `sort=${sort}`);
    const pages: string[] = [];
    let next: string | null = null;
    do {
      const after: string = next === null ? '' : `&after=${next}`;
      const { body } = await manager.get<Found>(url(`/products?limit=1&sort=${sort}${after}`));
      pages.push(...body.products.map(({ name }) => name.zh));
      next = body.next;
    } while (next !== null);
    expect(pages).toEqual(whole);
  });

  it('is ordered by price', async () => {
    const { manager } = await openCatalogue();
    const byPrice = ['漓江竹筏一日游', '桂林山水五日游', '京都赏樱之旅'];
    expect(await names(manager, 'sort=price')).toEqual(byPrice);
    expect(await names(manager, 'sort=price-descending')).toEqual(byPrice.toReversed());
  });

  it('counts what it finds by facet', async () => {
    const { manager } = await openCatalogue();
    const { body } = await manager.get(url('/product-facets?text=游'));
    expect(body).toMatchObject({
      total: 2,
      facets: {
        kind: [
          { value: 'day-trip', count: 1 },
          { value: 'package-tour', count: 1 },
        ],
        city: [{ value: '桂林', count: 2 }],
        transport: [{ value: 'flight', count: 1 }],
        lodging: [{ value: 'upscale', count: 1 }],
      },
    });
  });

  it('counts a product once for each value, also one that was entered twice', async () => {
    const { manager } = await openCatalogue();
    await add(
      manager,
      tour('两次自然', { themes: ['nature', 'nature'], details: { transport: ['flight'] } }),
    );
    const { body } = await manager.get(url('/product-facets?text=两次'));
    expect(body).toMatchObject({
      total: 1,
      facets: { theme: [{ value: 'nature', count: 1 }], transport: [{ value: 'flight', count: 1 }] },
    });
  });

  it.each([
    ['sort=cheapest', 400, 'request/invalid', '/query/sort', 'enum'],
    ['colour=red', 400, 'request/invalid', '/query/colour', 'additionalProperties'],
    ['transport=balloon', 400, 'request/invalid', '/query/transport/0', 'enum'],
    ['budget=-1', 400, 'request/invalid', '/query/budget', 'pattern'],
    [
      'departsFrom=2027-02-02&departsUntil=2027-02-01',
      422,
      'booking/dates-reversed',
      '/query/departsUntil',
      'order',
    ],
    [
      'sort=price&after=01990000-0000-7000-8000-000000000000',
      422,
      'booking/cursor-of-another-sort',
      '/query/after',
      'sort',
    ],
  ])('refuses %s', async (query, status, code, field, rule) => {
    const manager = await (await world.foundAgency()).staff('project-manager');
    expect(await manager.get(url(`/products?${query}`))).toMatchObject({
      status,
      body: { code, errors: [{ field, rule }] },
    });
  });

  it('sees nothing of another agency', async () => {
    await openCatalogue();
    const stranger = await (await world.foundAgency()).staff('project-manager');
    expect(await names(stranger, 'text=山水')).toEqual([]);
    expect((await stranger.get(url('/product-facets'))).body).toMatchObject({ total: 0 });
  });
});
