import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const branchesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/branches',
  component: lazyRouteComponent(() => import('./branches-page.tsx'), 'BranchesPage'),
});

export const branchRoutes = [branchesRoute] as const;
