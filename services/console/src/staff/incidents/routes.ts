import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const incidentsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/incidents',
  validateSearch: listSearch('state', 'kind', 'severity'),
  component: lazyRouteComponent(() => import('./incidents-page.tsx'), 'IncidentsPage'),
});

export const incidentRoute = createRoute({
  getParentRoute: () => frame,
  path: '/incidents/$incidentId',
  component: lazyRouteComponent(() => import('./incident-page.tsx'), 'IncidentPage'),
});

export const incidentRoutes = [incidentsRoute, incidentRoute] as const;
