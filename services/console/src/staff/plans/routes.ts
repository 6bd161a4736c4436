import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const plansRoute = createRoute({
  getParentRoute: () => frame,
  path: '/plans',
  validateSearch: listSearch('departureId'),
  component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
});

export const planRoute = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
});

export const planRoutes = [plansRoute, planRoute] as const;
