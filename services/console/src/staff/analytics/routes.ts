import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const analyticsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/analytics',
  validateSearch: listSearch('from', 'to', 'branchId'),
  component: lazyRouteComponent(() => import('./analytics-page.tsx'), 'AnalyticsPage'),
});

export const analyticsRoutes = [analyticsRoute] as const;
