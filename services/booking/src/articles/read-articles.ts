import { reachOf } from '@yitu/access';
import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CoverOrNone, coversOf } from '../pictures/cover.ts';
import { Article, ArticleKind, articleView, ArticleView } from './article.ts';

const asked = {
  ...page,
  kind: Type.Optional(ArticleKind),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
};
const Query = Type.Object(asked);

async function find(
  uow: UnitOfWork,
  { limit, after, kind, country, city }: Static<typeof Query>,
  state: Article['state'],
) {
  const rows = await uow.em.find(
    Article,
    {
      ...{ agencyId: uow.agencyId, state },
      ...(after && { id: { $lt: after } }),
      ...(kind && { kind }),
      ...(country && { country }),
      ...(city && { city }),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = pageOf(rows, limit);
  const covers = await coversOf(
    uow,
    'articles',
    items.map(({ id }) => id),
  );
  return { articles: items.map((one) => ({ ...articleView(one), cover: covers.get(one.id) ?? null })), next };
}

const listArticles = query({ permission: 'booking.article.read' }, (uow, input: Static<typeof Query>) =>
  find(uow, input, 'published'),
);

const listUnpublished = query(
  { permission: 'booking.article.write' },
  (uow, { state, ...input }: Static<typeof Query> & { state: 'draft' | 'withdrawn' }) =>
    find(uow, input, state),
);

/** What is not published is seen by those who write. */
const getArticle = query({ permission: 'booking.article.read' }, async (uow, id: string) => {
  const article = await uow.get(Article, id);
  if (article.state !== 'published' && !reachOf(uow.member, 'booking.article.write'))
    throw requestErrors.notFound();
  return articleView(article);
});

const ArticleListing = Type.Object(
  { ...ArticleView.properties, cover: CoverOrNone },
  { title: 'ArticleListing' },
);
const Found = Type.Object({ articles: Type.Array(ArticleListing), next: Next });

export const readArticleRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/articles',
    summary: 'Travel guides and news, newest first, by destination',
    access: 'booking.article.read',
    query: Query,
    result: Found,
    handle: (call, { query: input }) => listArticles(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/unpublished-articles',
    summary: 'Travel guides and news that are drafts, or were withdrawn',
    access: 'booking.article.write',
    query: Type.Object({ ...asked, state: Type.Enum(['draft', 'withdrawn'], { default: 'draft' }) }),
    result: Found,
    handle: (call, { query: input }) => listUnpublished(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/articles/:articleId',
    summary: 'One travel guide or piece of news',
    access: 'booking.article.read',
    params: Type.Object({ articleId: Id }),
    result: ArticleView,
    handle: (call, { params }) => getArticle(call, params.articleId),
  }),
];
