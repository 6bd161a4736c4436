import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const articleFilters = ['state', 'kind', 'city'] as const;
export type ArticleFilter = (typeof articleFilters)[number];

export const articlesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/articles',
  validateSearch: listSearch(...articleFilters),
  component: lazyRouteComponent(() => import('./articles-page.tsx'), 'ArticlesPage'),
});

export const articleRoute = createRoute({
  getParentRoute: () => frame,
  path: '/articles/$articleId',
  component: lazyRouteComponent(() => import('./article-page.tsx'), 'ArticlePage'),
});

export const articleRoutes = [articlesRoute, articleRoute] as const;
