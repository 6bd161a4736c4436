import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const securityRoute = createRoute({
  getParentRoute: () => frame,
  path: '/security',
  validateSearch: listSearch('tab'),
  component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
});

export const securityRoutes = [securityRoute] as const;
