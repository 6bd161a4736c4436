import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const quarantineRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quarantine',
  validateSearch: listSearch('service'),
  component: lazyRouteComponent(() => import('./quarantine-page.tsx'), 'QuarantinePage'),
});

export const quarantineRoutes = [quarantineRoute] as const;
