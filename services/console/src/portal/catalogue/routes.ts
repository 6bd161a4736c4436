import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';
import { readNeeds } from './recommend/needs.ts';
import { readSearch } from './search.ts';

export const discoverRoute = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./discover-page.tsx'), 'DiscoverPage'),
});

export const recommendRoute = createRoute({
  getParentRoute: () => frame,
  path: '/recommend',
  validateSearch: readNeeds,
  component: lazyRouteComponent(() => import('./recommend/recommend-page.tsx'), 'RecommendPage'),
});

export const compareRoute = createRoute({
  getParentRoute: () => frame,
  path: '/compare',
  validateSearch: (search: Record<string, unknown>): { products?: string } =>
    typeof search['products'] === 'string' ? { products: search['products'] } : {},
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
});

export const productRoute = createRoute({
  getParentRoute: () => frame,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('./product/product-page.tsx'), 'ProductPage'),
});

export const catalogueRoutes = [discoverRoute, recommendRoute, compareRoute, productRoute] as const;
