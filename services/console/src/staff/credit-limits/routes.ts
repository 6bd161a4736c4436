import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const creditLimitsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/credit-limits',
  validateSearch: listSearch('branchId'),
  component: lazyRouteComponent(() => import('./credit-limits-page.tsx'), 'CreditLimitsPage'),
});

export const creditRoutes = [creditLimitsRoute] as const;
