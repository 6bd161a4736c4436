import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const costsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/supplier-costs',
  validateSearch: listSearch('departureId', 'branchId'),
  component: lazyRouteComponent(() => import('./costs-page.tsx'), 'CostsPage'),
});

export const costRoute = createRoute({
  getParentRoute: () => frame,
  path: '/supplier-costs/$supplierCostId',
  component: lazyRouteComponent(() => import('./cost-page.tsx'), 'CostPage'),
});

export const costRoutes = [costsRoute, costRoute] as const;
