import { reachOf, requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Article, articleFields, ArticleKind, articleView, ArticleView } from './article.ts';

const NewArticle = Type.Object({
  kind: ArticleKind,
  ...articleFields,
  draft: Type.Boolean({
    default: false,
    description: 'Keep it from readers; so is what somebody writes who may not publish.',
  }),
});
const ChangedArticle = Type.Object(articleFields);

const writeArticle = command(
  { permission: 'booking.article.write' },
  async (uow, { draft, ...fields }: Static<typeof NewArticle>) => {
    const mayPublish = reachOf(uow.member, 'booking.article.publish') !== undefined;
    const article = uow.add(
      uow.em.create(Article, {
        ...{ agencyId: uow.agencyId, id: newId(), ...fields },
        state: draft || !mayPublish ? 'draft' : 'published',
        ...{ authorId: uow.userId, version: 0, createdAt: uow.now },
      }),
    );
    const { id: articleId, kind, country, state } = article;
    uow.publish(article, events.articleWritten, { articleId, kind, country, state });
    return articleView(article);
  },
);

interface Change {
  readonly articleId: string;
  readonly version: number;
  readonly fields: Static<typeof ChangedArticle>;
}

/** What is published is changed by those who may publish: everybody sees it at once. */
const changeArticle = command(
  { permission: 'booking.article.write' },
  async (uow, { articleId, version, fields }: Change) => {
    const article = await uow.lock(Article, articleId, version);
    if (article.state === 'published') requirePermission(uow.member, 'booking.article.publish');
    Object.assign(article, fields);
    const { kind, country, state } = article;
    uow.publish(article, events.articleChanged, { articleId, kind, country, state });
    return articleView(article);
  },
);

export const writeArticleRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/articles',
    summary: 'Write a travel guide or news; published at once by those who may, unless they want a draft',
    access: 'booking.article.write',
    body: NewArticle,
    result: ArticleView,
    status: 201,
    handle: (call, { body }) => writeArticle(call, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/articles/:articleId',
    summary: 'Change a travel guide or news',
    access: 'booking.article.write',
    params: Type.Object({ articleId: Id }),
    body: ChangedArticle,
    result: ArticleView,
    versioned: true,
    handle: (call, { params: { articleId }, body: fields, version }) =>
      changeArticle(call, { articleId, version, fields }),
  }),
];
