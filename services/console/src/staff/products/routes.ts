import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const productFilters = ['text', 'state', 'kind', 'country', 'city', 'theme', 'sort'] as const;
export type ProductFilter = (typeof productFilters)[number];

export const productsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/products',
  validateSearch: listSearch(...productFilters),
  component: lazyRouteComponent(() => import('./products-page.tsx'), 'ProductsPage'),
});

export const productRoute = createRoute({
  getParentRoute: () => frame,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('./product-page.tsx'), 'ProductPage'),
});

export const productRoutes = [productsRoute, productRoute] as const;
