import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

/** `kind`: what is to be taken in. */
export const importsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  validateSearch: listSearch('kind'),
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
});

export const importRoutes = [importsRoute] as const;
