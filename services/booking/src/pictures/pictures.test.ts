import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { systemClock } from '@yitu/kernel';
import sharp from 'sharp';
import { openDatabase } from '@yitu/persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, tour } from '../fixtures/catalogue.ts';
import { jpeg, png, webp } from '../fixtures/picture-bytes.ts';
import { collectFiles } from './collect-files.ts';
import { hashOf, pictureFiles } from './picture-files.ts';
import { Picture } from './picture.ts';
import { recognise } from './recognise.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking', 'gateway'] });
});
afterAll(() => world.close());

interface Gallery {
  pictures: { id: string; cover: boolean; alt: { zh: string } }[];
  version: number;
  code?: string;
}

async function openShop() {
  const agency = await world.foundAgency();
  const [manager, consultant, sales] = await Promise.all([
    agency.staff('project-manager'),
    agency.staff('travel-consultant'),
    agency.staff('sales'),
  ]);
  const productId = await addProduct(world, manager, tour('漓江'));
  return { agency, manager, consultant, sales, productId, at: `/v1/products/${productId}/pictures` };
}

const url = (path: string) => `${world.url('booking')}${path}`;

async function upload(who: Staff, to: string, file: Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(`${to}?altZh=${encodeURIComponent('漓江竹筏')}&altEn=Rafts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'image/png', ...headers },
    body: new Uint8Array(file),
  });
  const body = (await response.json()) as Gallery; // the test says what it expects
  return { status: response.status, body };
}

const look = (who: Staff, path: string, headers: Record<string, string> = {}) =>
  fetch(url(path), { headers: { authorization: `Bearer ${who.token}`, ...headers } });

const remove = (who: Staff, path: string, version: number) =>
  who.ask<Gallery>(url(path), { method: 'DELETE', headers: { 'if-match': `"${version}"` } });

const fileOf = (agencyId: string, file: Buffer) => {
  const hash = hashOf(recognise(file).bytes);
  return join(world.surroundings.picturesDir, agencyId, hash.slice(0, 2), hash);
};

describe('pictures of a product', () => {
  it('are seen by everybody who sees the product, the first as its cover, whatever type the sender called them', async () => {
    const { manager, sales, at } = await openShop();
    const first = await upload(manager, url(at), jpeg());
    expect(first).toMatchObject({
      status: 201,
      body: { pictures: [{ cover: true, mediaType: 'image/jpeg', width: 40 }], version: 2 },
    });
    expect(await upload(manager, url(at), webp())).toMatchObject({
      body: { pictures: [{ cover: true }, { cover: false }] },
    });
    const [picture] = first.body.pictures;
    const answer = await look(sales, `${at}/${picture?.id}`);
    expect(answer.status).toBe(200);
    const { bytes } = recognise(jpeg());
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      etag: `"${hashOf(bytes)}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(
      (await look(sales, `${at}/${picture?.id}`, { 'if-none-match': `"${hashOf(bytes)}"` })).status,
    ).toBe(304);
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        `select from booking.outbox where subject like '%.product.pictures-changed.v1' and envelope like $1`,
        [`%${at.split('/')[3]}%`],
      );
      expect(rowCount).toBe(2);
    });
  });

  it('are put into another order with the version that was read, each named once', async () => {
    const { manager, at } = await openShop();
    await upload(manager, url(at), png(20, 20, 1));
    const { body } = await upload(manager, url(at), png(20, 20, 2));
    const [one, other] = body.pictures.map(({ id }) => ({ id, alt: { zh: '封面', en: 'Cover' } }));
    expect(await manager.put(url(at), { pictures: [other, one] }, body.version)).toMatchObject({
      status: 200,
      body: {
        pictures: [
          { id: other?.id, cover: true, alt: { zh: '封面' } },
          { id: one?.id, cover: false },
        ],
      },
    });
    expect(await manager.put(url(at), { pictures: [one, other] }, body.version)).toMatchObject({
      status: 412,
    });
    for (const pictures of [[one], [one, one], [one, other, { ...one, id: crypto.randomUUID() }]])
      expect(await manager.put(url(at), { pictures }, body.version + 1)).toMatchObject({
        status: 422,
        body: {
          code: 'booking/pictures-differ',
          errors: [{ field: '/body/pictures', rule: 'every-picture-once' }],
        },
      });
  });

  it('of a draft are seen by those who work on it only; of what is published only publishers change them', async () => {
    const { manager, consultant, sales, at } = await openShop();
    const draft = `/v1/products/${await addProduct(world, consultant, tour('草稿'))}/pictures`;
    const { body } = await upload(consultant, url(draft), png());
    expect((await look(consultant, `${draft}/${body.pictures[0]?.id}`)).status).toBe(200);
    expect((await look(sales, `${draft}/${body.pictures[0]?.id}`)).status).toBe(404);
    expect((await look(sales, draft)).status).toBe(404);
    expect((await upload(consultant, url(at), png())).status).toBe(403);
    expect((await upload(sales, url(at), png())).status).toBe(403);
    expect((await upload(manager, url(at), png())).status).toBe(201);
  });

  it('of another agency are nowhere, nor is a picture of another product', async () => {
    const { manager, at } = await openShop();
    const { manager: stranger, at: elsewhere } = await openShop();
    const { body } = await upload(manager, url(at), png());
    const path = `${at}/${body.pictures[0]?.id}`;
    expect((await look(stranger, path)).status).toBe(404);
    expect((await upload(stranger, url(at), png())).status).toBe(404);
    expect(await remove(stranger, path, 2)).toMatchObject({ status: 404 });
    expect((await look(stranger, `${elsewhere}/${body.pictures[0]?.id}`)).status).toBe(404);
    expect((await look(manager, path)).status).toBe(200);
    expect(await remove(manager, path, 1)).toMatchObject({ status: 412 });
  });

  it('are refused when they are too large, none at all, there already, or called a page', async () => {
    const { manager, at } = await openShop();
    expect(await upload(manager, url(at), Buffer.alloc(8 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
    expect(await upload(manager, url(at), Buffer.from('<html>'))).toMatchObject({
      status: 422,
      body: { code: 'booking/not-a-picture' },
    });
    expect(await upload(manager, url(at), png(), { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
    expect((await upload(manager, url(at), png())).status).toBe(201);
    expect(await upload(manager, url(at), png())).toMatchObject({
      status: 409,
      body: { code: 'booking/picture-twice' },
    });
  });

  it('are stored once when the request is repeated, and never more than 20 by requests at once', async () => {
    const { manager, at } = await openShop();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [one, again] = [
      await upload(manager, url(at), png(), key),
      await upload(manager, url(at), png(), key),
    ];
    expect(again).toEqual(one);
    expect(await upload(manager, url(at), jpeg(), key)).toMatchObject({ status: 422 });
    const all = await Promise.all(
      Array.from({ length: 21 }, (_, shade) => upload(manager, url(at), png(20, 20, shade + 1))),
    );
    expect(all.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      ...Array.from({ length: 19 }, () => 201),
      409,
      409,
    ]);
  });

  it('come through the gateway as they are, larger than anything else may be', async () => {
    const { manager, at } = await openShop();
    const large = Buffer.concat([png(), Buffer.alloc(2 * 1024 * 1024)]);
    const gateway = `${world.url('gateway')}/api/booking`;
    const { status, body } = await upload(manager, `${gateway}${at}`, large);
    expect(status).toBe(201);
    const answer = await fetch(`${gateway}${at}/${body.pictures[0]?.id}`, {
      headers: { authorization: `Bearer ${manager.token}` },
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(recognise(png()).bytes)).toBe(true);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await upload(manager, `${gateway}${at}`, Buffer.alloc(8 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await upload(manager, `${gateway}/v1/products`, large)).status).toBe(413);
  });
});

describe('pictures of an article', () => {
  it('are seen by readers once it is published', async () => {
    const { manager, consultant, sales } = await openShop();
    const guide = {
      kind: 'guide',
      title: { zh: '攻略', en: 'Guide' },
      body: { zh: '一', en: 'One' },
      country: 'CN',
      city: '桂林',
    };
    const { body: article } = await consultant.post<{ id: string }>(url('/v1/articles'), guide);
    const at = `/v1/articles/${article.id}/pictures`;
    const { status, body } = await upload(consultant, url(at), png());
    expect(status).toBe(201);
    const path = `${at}/${body.pictures[0]?.id}`;
    expect((await look(sales, path)).status).toBe(404);
    await manager.post(url(`/v1/articles/${article.id}/publication`), {}, { 'if-match': '"2"' });
    expect((await look(sales, path)).status).toBe(200);
  });
});

describe('the file of a picture', () => {
  it('is collected when no picture needs it any more, and not before', async () => {
    const { agency, manager, at, productId } = await openShop();
    const other = `/v1/products/${await addProduct(world, manager, tour('阳朔'))}/pictures`;
    const { body } = await upload(manager, url(at), png());
    const { body: second } = await upload(manager, url(other), png());
    const ground = await openGround();
    const files = pictureFiles(world.surroundings.picturesDir);
    const orphan = await files.store(agency.id, Buffer.from('never became a picture'));
    try {
      expect(await remove(manager, `${at}/${body.pictures[0]?.id}`, body.version)).toMatchObject({
        status: 200,
        body: { pictures: [] },
      });
      await collectFiles(ground, files, 3_600);
      expect(await files.read(agency.id, orphan)).toBeTruthy();
      await collectFiles(ground, files, -1);
      await expect(files.read(agency.id, orphan)).rejects.toThrow('ENOENT');
      expect((await stat(fileOf(agency.id, png()))).isFile()).toBe(true);
      await remove(manager, `${other}/${second.pictures[0]?.id}`, second.version);
      await collectFiles(ground, files, -1);
      await expect(stat(fileOf(agency.id, png()))).rejects.toThrow('ENOENT');
      expect(productId).toBeTruthy();
    } finally {
      await ground.database.close();
    }
  });

  it('is collected with its smaller sizes, and none of them before', async () => {
    const { agency, manager, at } = await openShop();
    const large = { create: { width: 1_000, height: 800, channels: 3, background: '#204080' } } as const;
    const { body } = await upload(manager, url(at), await sharp(large).jpeg().toBuffer());
    const filesOf = async () => {
      const all = join(world.surroundings.picturesDir, agency.id);
      return (await readdir(all, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    };
    const ground = await openGround();
    const files = pictureFiles(world.surroundings.picturesDir);
    try {
      await collectFiles(ground, files, -1);
      expect(await filesOf()).toHaveLength(3);
      expect((await look(manager, `${at}/${body.pictures[0]?.id}?width=320`)).status).toBe(200);
      await remove(manager, `${at}/${body.pictures[0]?.id}`, body.version);
      await collectFiles(ground, files, -1);
      expect(await filesOf()).toEqual([]);
    } finally {
      await ground.database.close();
    }
  });

  it('is there for every row, however often it is collected while pictures are added', async () => {
    const { agency, manager, at } = await openShop();
    const ground = await openGround();
    const files = pictureFiles(world.surroundings.picturesDir);
    try {
      for (let round = 0; round < 5; round++) {
        const file = png(20, 20, 100 + round);
        await files.store(agency.id, recognise(file).bytes); // an old orphan of the same content
        const [added] = await Promise.all([
          upload(manager, url(at), file),
          ...Array.from({ length: 4 }, () => collectFiles(ground, files, -1)),
        ]);
        expect(added.status).toBe(201);
        expect((await look(manager, `${at}/${added.body.pictures.at(-1)?.id}`)).status).toBe(200);
      }
    } finally {
      await ground.database.close();
    }
  });
});

/** What the collector stands on: booking's own role. */
async function openGround() {
  const { DATABASE_URL: at = '' } = world.environment('booking');
  const database = await openDatabase({ service: 'booking', url: at, poolSize: 4, entities: [Picture] });
  return { database, clock: systemClock };
}
