import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const accountRoute = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

export const accountRoutes = [accountRoute] as const;
