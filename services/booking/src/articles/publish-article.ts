import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Article, articleView, ArticleView } from './article.ts';

interface Versioned {
  readonly articleId: string;
  readonly version: number;
}

const publishArticle = command(
  { permission: 'booking.article.publish' },
  async (uow, { articleId, version }: Versioned) => {
    const article = await uow.lock(Article, articleId, version);
    const { state, kind, country } = article;
    if (state === 'published') throw errors.articleState({ state });
    article.state = 'published';
    uow.publish(article, events.articlePublished, { articleId, kind, country });
    return articleView(article);
  },
);

const withdrawArticle = command(
  { permission: 'booking.article.publish' },
  async (uow, { articleId, version }: Versioned) => {
    const article = await uow.lock(Article, articleId, version);
    const { state } = article;
    if (state !== 'published') throw errors.articleState({ state });
    article.state = 'withdrawn';
    uow.publish(article, events.articleWithdrawn, { articleId });
    return articleView(article);
  },
);

const params = Type.Object({ articleId: Id });

export const publishArticleRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/articles/:articleId/publication',
    summary: 'Publish a travel guide or news',
    access: 'booking.article.publish',
    params,
    result: ArticleView,
    versioned: true,
    handle: (call, { params: { articleId }, version }) => publishArticle(call, { articleId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/articles/:articleId/withdrawal',
    summary: 'Withdraw a travel guide or news',
    access: 'booking.article.publish',
    params,
    result: ArticleView,
    versioned: true,
    handle: (call, { params: { articleId }, version }) => withdrawArticle(call, { articleId, version }),
  }),
];
