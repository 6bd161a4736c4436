import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

export const orderingRoute = createRoute({
  getParentRoute: () => frame,
  path: '/products/$productId/order/$departureId',
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search['on'] === 'string' ? { on: search['on'] } : {},
  component: lazyRouteComponent(() => import('./ordering-page.tsx'), 'OrderingPage'),
});

export const changeOrderRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId/change',
  component: lazyRouteComponent(() => import('./change-page.tsx'), 'ChangePage'),
});

export const nameTravellersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId/travellers',
  component: lazyRouteComponent(() => import('./name-page.tsx'), 'NamePage'),
});

export const orderingRoutes = [orderingRoute, changeOrderRoute, nameTravellersRoute] as const;
