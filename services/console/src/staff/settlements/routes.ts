import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const settlementsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/settlements',
  validateSearch: listSearch('departureId', 'state'),
  component: lazyRouteComponent(() => import('./settlements-page.tsx'), 'SettlementsPage'),
});

export const settlementRoute = createRoute({
  getParentRoute: () => frame,
  path: '/settlements/$departureId',
  component: lazyRouteComponent(() => import('./settlement-page.tsx'), 'SettlementPage'),
});

export const settlementRoutes = [settlementsRoute, settlementRoute] as const;
