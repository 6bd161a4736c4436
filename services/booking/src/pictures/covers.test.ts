import { startWorld, type Staff, type World } from '@yitu/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../fixtures/catalogue.ts';
import { png } from '../fixtures/picture-bytes.ts';
import { registerShopper } from '../fixtures/shopper.ts';
import { createTeller } from '../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'gateway'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#208040' } })
    .jpeg()
    .toBuffer();

interface Gallery {
  pictures: { id: string; address: string; sizes: { address: string; width: number; height: number }[] }[];
  version: number;
}

async function upload(who: Staff, to: string, file: Buffer): Promise<Gallery> {
  const response = await fetch(`${url(to)}?altZh=${encodeURIComponent('竹筏')}&altEn=Rafts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(file),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as Gallery; // the test says what it expects
}

/** As a page shows it: the address at the gateway, and nothing but the cookie of the session. */
const shown = (who: Staff | undefined, address: string) =>
  fetch(`${world.url('gateway')}${address}`, { headers: who ? { cookie: `yitu-access=${who.token}` } : {} });

async function openShop() {
  const agency = await world.foundAgency();
  const [manager, sales] = await Promise.all([agency.staff('project-manager'), agency.staff('sales')]);
  const productId = await addProduct(world, manager, tour('漓江'));
  await addProduct(world, manager, tour('没有图片'));
  await schedule(world, manager, productId, later(40), '100000');
  return { agency, manager, sales, productId, at: `/products/${productId}/pictures` };
}

describe('the cover of what is listed', () => {
  it('stands with its address, its texts and its sizes beside products, recommendations and offers', async () => {
    const { agency, manager, sales, productId, at } = await openShop();
    const { pictures, version } = await upload(manager, at, await photo(1200, 900));
    const second = await upload(manager, at, await photo(400, 600));
    const address = `/api/booking/v1/products/${productId}/pictures/${pictures[0]?.id}`;
    const cover = {
      ...{ address, width: 1200, height: 900, alt: { zh: '竹筏', en: 'Rafts' } },
      sizes: [
        { address: `${address}?width=320`, width: 320, height: 240 },
        { address: `${address}?width=960`, width: 960, height: 720 },
      ],
    };
    const listed = async (path: string, who = sales) => (await who.get(url(path))).body;
    expect(await listed('/products')).toMatchObject({
      products: [{ cover: null }, { id: productId, cover }],
    });
    expect(await listed('/product-recommendations?country=CN')).toMatchObject({
      recommendations: expect.arrayContaining([
        expect.objectContaining({ product: expect.objectContaining({ id: productId, cover }) as object }),
      ]) as object,
    });
    const shopper = await registerShopper(world, teller, agency);
    expect(await listed(`/offers?productId=${productId}`, shopper)).toMatchObject({ offers: [{ cover }] });
    const order = second.pictures.toReversed().map(({ id }) => ({ id, alt: { zh: '山', en: 'Hills' } }));
    expect(version).toBeLessThan(second.version);
    await manager.put(url(at), { pictures: order }, second.version);
    expect(await listed('/products')).toMatchObject({
      products: [
        {},
        { cover: { width: 400, height: 600, alt: { zh: '山' }, sizes: [{ width: 320, height: 480 }] } },
      ],
    });
  });

  it('stands beside articles', async () => {
    const { manager, sales } = await openShop();
    const text = { title: { zh: '桂林攻略', en: 'Guilin' }, body: { zh: '好', en: 'Good' }, country: 'CN' };
    const { body } = await manager.post<{ id: string }>(url('/articles'), { ...text, kind: 'guide' });
    await manager.post(url('/articles'), { ...text, kind: 'news' });
    await upload(manager, `/articles/${body.id}/pictures`, await photo(640, 480));
    const { body: found } = await sales.get<{ articles: { id: string; cover: object | null }[] }>(
      url('/articles'),
    );
    expect(found.articles.map(({ cover }) => cover)).toMatchObject([
      null,
      { width: 640, height: 480, sizes: [{ width: 320, height: 240 }] },
    ]);
  });

  it('is shown by its address with the cookie alone, to staff and customers, and kept by their browsers only', async () => {
    const { agency, manager, sales, at } = await openShop();
    const { pictures } = await upload(manager, at, await photo(1200, 900));
    const [{ address, sizes } = { address: '', sizes: [] }] = pictures;
    const shopper = await registerShopper(world, teller, agency);
    for (const who of [sales, shopper]) {
      const whole = await shown(who, address);
      expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      for (const { address: small, width, height } of sizes) {
        const answer = await shown(who, small);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          ...{ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
          'cache-control': 'private, max-age=31536000, immutable',
        });
        expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({
          width,
          height,
        });
      }
    }
    expect((await shown(undefined, address)).status).toBe(401);
    const abroad = await (await world.foundAgency()).staff('sales');
    expect((await shown(abroad, `${address}?width=320`)).status).toBe(404);
    const middle = await shown(sales, `${address}?width=400`);
    expect(middle.headers.get('content-type')).toBe('image/webp');
    expect((await shown(sales, `${address}?width=961`)).headers.get('content-type')).toBe('image/jpeg');
    expect((await shown(sales, `${address}?width=0`)).status).toBe(400);
  });

  it('has no smaller sizes where the picture cannot be decoded, which stops nobody', async () => {
    const { manager, at } = await openShop();
    const file = await photo(1200, 900);
    const broken = png(1200, 900);
    expect((await upload(manager, at, broken)).pictures).toMatchObject([{ sizes: [] }]);
    expect((await upload(manager, at, file)).pictures).toMatchObject([{ sizes: [] }, { sizes: [{}, {}] }]);
  });
});
