import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const clientsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/clients',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./clients-page.tsx'), 'ClientsPage'),
});

export const clientRoute = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('./client-page.tsx'), 'ClientPage'),
});

export const clientRoutes = [clientsRoute, clientRoute] as const;
