import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const allotmentFilters = ['kind', 'supplierId'] as const;
export type AllotmentFilter = (typeof allotmentFilters)[number];

export const allotmentsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/allotments',
  validateSearch: listSearch(...allotmentFilters),
  component: lazyRouteComponent(() => import('./allotments-page.tsx'), 'AllotmentsPage'),
});

export const allotmentRoute = createRoute({
  getParentRoute: () => frame,
  path: '/allotments/$allotmentId',
  component: lazyRouteComponent(() => import('./allotment-page.tsx'), 'AllotmentPage'),
});

const releaseFilters = ['allotmentId', 'supplierId', 'from', 'to'] as const;
export type ReleaseFilter = (typeof releaseFilters)[number];

export const releasesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/allotment-releases',
  validateSearch: listSearch(...releaseFilters),
  component: lazyRouteComponent(() => import('./releases-page.tsx'), 'ReleasesPage'),
});

export const allotmentRoutes = [allotmentsRoute, allotmentRoute, releasesRoute] as const;
