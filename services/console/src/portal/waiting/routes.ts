import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const waitingRoute = createRoute({
  getParentRoute: () => frame,
  path: '/waiting',
  component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
});

export const waitRoute = createRoute({
  getParentRoute: () => frame,
  path: '/products/$productId/wait/$departureId',
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search['on'] === 'string' ? { on: search['on'] } : {},
  component: lazyRouteComponent(() => import('./wait-page.tsx'), 'WaitPage'),
});

export const waitingRoutes = [waitingRoute, waitRoute] as const;
