import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

/** `day`: the only one that is listed. */
export const departuresRoute = createRoute({
  getParentRoute: () => frame,
  path: '/departures',
  validateSearch: listSearch('month', 'view', 'productId', 'day'),
  component: lazyRouteComponent(() => import('./departures-page.tsx'), 'DeparturesPage'),
});

export const departureRoute = createRoute({
  getParentRoute: () => frame,
  path: '/departures/$departureId',
  component: lazyRouteComponent(() => import('./departure-page.tsx'), 'DeparturePage'),
});

export const waitingEntryRoute = createRoute({
  getParentRoute: () => frame,
  path: '/waiting-entries/$waitingEntryId',
  component: lazyRouteComponent(() => import('./waiting-entry-page.tsx'), 'WaitingEntryPage'),
});

export const departureRoutes = [departuresRoute, departureRoute, waitingEntryRoute] as const;
