import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const guide = {
  kind: 'guide',
  title: { zh: '桂林三日攻略', en: 'Three days in Guilin' },
  body: { zh: '第一天：漓江', en: 'Day one: the Li river' },
  country: 'CN',
  city: '桂林',
};
const { kind: _kind, ...texts } = guide;
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

interface ArticleAnswer {
  id: string;
  version: number;
}

async function openAgency() {
  const agency = await world.foundAgency();
  const [manager, consultant, sales] = await Promise.all([
    agency.staff('project-manager'),
    agency.staff('travel-consultant'),
    agency.staff('sales'),
  ]);
  const written = await consultant.post<ArticleAnswer>(url('/articles'), guide);
  expect(written).toMatchObject({ status: 201, body: { ...guide, state: 'draft', version: 1 } });
  return { manager, consultant, sales, id: written.body.id };
}

describe('a travel guide', () => {
  it('is a draft that only writers see, until somebody else may and does publish it', async () => {
    const { manager, consultant, sales, id } = await openAgency();
    expect((await sales.get(url('/articles'))).body).toEqual({ articles: [], next: null });
    expect(await sales.get(url(`/articles/${id}`))).toMatchObject({ status: 404 });
    expect((await consultant.get(url('/unpublished-articles'))).body).toMatchObject({ articles: [{ id }] });
    const publication = url(`/articles/${id}/publication`);
    expect(await consultant.post(publication, {}, ifMatch(1))).toMatchObject({ status: 403 });
    expect(await manager.post(publication, {}, ifMatch(1))).toMatchObject({ body: { state: 'published' } });
    expect(await manager.post(publication, {}, ifMatch(2))).toMatchObject({
      status: 409,
      body: { code: 'booking/article-state' },
    });
    expect((await sales.get(url('/articles?country=CN&city=桂林&kind=guide'))).body).toMatchObject({
      articles: [{ id }],
    });
    expect((await sales.get(url('/articles?kind=news'))).body).toMatchObject({ articles: [] });
    expect(await consultant.put(url(`/articles/${id}`), texts, 2)).toMatchObject({ status: 403 });
    expect(await manager.post(url(`/articles/${id}/withdrawal`), {}, ifMatch(2))).toMatchObject({
      status: 200,
    });
    expect(await sales.get(url(`/articles/${id}`))).toMatchObject({ status: 404 });
  });

  it('is changed with the version that was read', async () => {
    const { consultant, id } = await openAgency();
    const changed = { ...texts, city: '' };
    expect(await consultant.put(url(`/articles/${id}`), changed, 1)).toMatchObject({
      status: 200,
      body: { city: '', version: 2 },
    });
    expect(await consultant.put(url(`/articles/${id}`), changed, 1)).toMatchObject({ status: 412 });
    expect(await consultant.put(url(`/articles/${id}`), { ...changed, price: 1 }, 2)).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/price', rule: 'additionalProperties' }] },
    });
  });

  it('of another agency is nowhere', async () => {
    const { id } = await openAgency();
    const { manager: stranger } = await openAgency();
    const at = url(`/articles/${id}`);
    expect(await stranger.get(at)).toMatchObject({ status: 404 });
    expect(await stranger.put(at, texts, 1)).toMatchObject({ status: 404 });
    for (const what of ['publication', 'withdrawal'])
      expect(await stranger.post(`${at}/${what}`, {}, ifMatch(1))).toMatchObject({ status: 404 });
  });
});
