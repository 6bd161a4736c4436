import { newTraceId, type Api } from '../api.ts';
import type { Cast } from '../cast.ts';
import { addPicture } from './add-picture.ts';
import { articles, type DemoArticle } from './articles.ts';

/** Publishes the demo's travel guides with their pictures; those that were written already, published or not, stay as they are. */
export async function fillArticles({ as }: Cast): Promise<number> {
  const manager = as('reviewer', newTraceId());
  const found = await Promise.all(
    ['articles?', 'unpublished-articles?state=draft&', 'unpublished-articles?state=withdrawn&'].map((list) =>
      manager.get<{ articles: { title: { zh: string } }[] }>(`/api/booking/v1/${list}limit=100`),
    ),
  );
  const titles = new Set(found.flatMap((list) => list.articles.map(({ title }) => title.zh)));
  const missing = articles.filter(({ title }) => !titles.has(title.zh));
  await Promise.all(missing.map((article) => addArticle(manager, article)));
  return missing.length;
}

async function addArticle(manager: Api, { picture, alt, ...article }: DemoArticle): Promise<void> {
  const { id } = await manager.post<{ id: string }>('/api/booking/v1/articles', article);
  await addPicture(manager, `articles/${id}`, picture, alt);
}
