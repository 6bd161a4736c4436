import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const departureFilters = ['month', 'view', 'productId'] as const;
export type DepartureFilter = (typeof departureFilters)[number];

export const departuresRoute = createRoute({
  getParentRoute: () => frame,
  path: '/departures',
  validateSearch: listSearch(...departureFilters),
  component: lazyRouteComponent(() => import('./departures-page.tsx'), 'DeparturesPage'),
});

export const departureRoute = createRoute({
  getParentRoute: () => frame,
  path: '/departures/$departureId',
  component: lazyRouteComponent(() => import('./departure-page.tsx'), 'DeparturePage'),
});

export const departureRoutes = [departuresRoute, departureRoute] as const;
