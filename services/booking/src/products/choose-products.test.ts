import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../fixtures/catalogue.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1${path}`;

async function openCatalogue() {
  const agency = await world.foundAgency();
  const [manager, customer] = await Promise.all([agency.staff('project-manager'), agency.staff('sales')]);
  const guilin = await addProduct(world, manager, tour('桂林山水', { details: { lodgingClass: 'upscale' } }));
  const yangshuo = await addProduct(world, manager, tour('阳朔骑行', { days: 3, destinationCity: '阳朔' }));
  const kyoto = await addProduct(
    world,
    manager,
    tour('京都赏樱', { destinationCountry: 'JP', destinationCity: '京都', themes: ['culture'] }),
  );
  const draft = await addProduct(world, manager, tour('尚未发布', { draft: true }));
  await schedule(world, manager, guilin, later(30), '300000');
  await schedule(world, manager, yangshuo, later(30), '100000');
  await schedule(world, manager, kyoto, later(90), '900000');
  return { manager, customer, guilin, yangshuo, kyoto, draft };
}

interface Compared {
  rows: { aspect: string; values: unknown[]; differs: boolean }[];
}
interface Recommended {
  recommendations: {
    product: { id: string; from: { amount: string } | null };
    score: number;
    reasons: { need: string; met: boolean }[];
  }[];
}

describe('a comparison', () => {
  it('puts products side by side and says where they differ', async () => {
    const { customer, guilin, kyoto } = await openCatalogue();
    const { status, body } = await customer.get<Compared>(
      url(`/product-comparisons?productIds=${kyoto}&productIds=${guilin}`),
    );
    expect(status).toBe(200);
    const row = (aspect: string) => body.rows.find((one) => one.aspect === aspect);
    expect(row('destination')).toMatchObject({ values: ['JP 京都', 'CN 桂林'], differs: true });
    expect(row('lodging')).toMatchObject({ values: [null, 'upscale'], differs: true });
    expect(row('days')).toMatchObject({ values: [5, 5], differs: false });
    expect(row('price')?.values).toMatchObject([[{ amount: '900000' }], [{ amount: '300000' }]]);
  });

  it('is of up to four products of the catalogue, each once', async () => {
    const { customer, guilin, draft } = await openCatalogue();
    const of = (...ids: string[]) =>
      customer.get(url(`/product-comparisons?${ids.map((id) => `productIds=${id}`).join('&')}`));
    expect(await of(guilin)).toMatchObject({ status: 200 });
    expect(await of(guilin, guilin)).toMatchObject({
      status: 400,
      body: { errors: [{ rule: 'uniqueItems' }] },
    });
    expect(await of(...Array.from({ length: 5 }, () => crypto.randomUUID()))).toMatchObject({ status: 400 });
    expect(await of(guilin, draft)).toMatchObject({ status: 404 });
  });
});

describe('a recommendation', () => {
  it('begins with what fits best, and gives its reasons', async () => {
    const { customer, guilin, yangshuo, kyoto } = await openCatalogue();
    const ask = async (query: string) =>
      (await customer.get<Recommended>(url(`/product-recommendations?${query}`))).body.recommendations;
    const found = await ask(
      `country=CN&budget=200000&departsFrom=${later(20)}&departsUntil=${later(40)}&days=3`,
    );
    expect(found.map(({ product }) => product.id)).toEqual([yangshuo, guilin]);
    expect(found[0]).toMatchObject({ score: 100, product: { from: { amount: '100000' } } });
    expect(found[1]?.reasons.map(({ need, met }) => [need, met])).toEqual([
      ['destination', true],
      ['dates', true],
      ['budget', false],
      ['days', false],
    ]);
    expect((await ask('theme=culture')).map(({ product }) => product.id)).toEqual([kyoto]);
    expect(await ask('')).toEqual([]);
  });

  it('is refused with dates the wrong way round', async () => {
    const { customer } = await openCatalogue();
    expect(
      await customer.get(url('/product-recommendations?departsFrom=2027-02-02&departsUntil=2027-02-01')),
    ).toMatchObject({ status: 422, body: { code: 'booking/dates-reversed' } });
  });
});
