import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const rolesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/roles',
  validateSearch: listSearch('q', 'service', 'roles'),
  component: lazyRouteComponent(() => import('./roles-page.tsx'), 'RolesPage'),
});

export const roleRoute = createRoute({
  getParentRoute: () => frame,
  path: '/roles/$roleCode',
  component: lazyRouteComponent(() => import('./role-page.tsx'), 'RolePage'),
});

export const roleRoutes = [rolesRoute, roleRoute] as const;
