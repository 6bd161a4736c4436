import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const refundsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/refunds',
  validateSearch: listSearch('orderId', 'state'),
  component: lazyRouteComponent(() => import('./refunds-page.tsx'), 'RefundsPage'),
});

export const compensationsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/compensations',
  validateSearch: listSearch('orderId', 'state'),
  component: lazyRouteComponent(() => import('./compensations-page.tsx'), 'CompensationsPage'),
});

export const refundRoutes = [refundsRoute, compensationsRoute] as const;
