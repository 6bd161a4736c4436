import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const usersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/users',
  validateSearch: listSearch('q', 'branchId', 'role', 'state', 'account'),
  component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
});

export const invitationsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/users/invitations',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(() => import('./invitations-page.tsx'), 'InvitationsPage'),
});

export const userRoute = createRoute({
  getParentRoute: () => frame,
  path: '/users/$userId',
  validateSearch: listSearch('tab'),
  component: lazyRouteComponent(() => import('./user-page.tsx'), 'UserPage'),
});

export const userRoutes = [usersRoute, invitationsRoute, userRoute] as const;
