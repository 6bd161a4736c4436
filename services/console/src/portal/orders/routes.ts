import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const ordersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders',
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
});

export const orderRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});

export const cancelOrderRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId/cancel',
  component: lazyRouteComponent(() => import('./cancel/cancel-page.tsx'), 'CancelPage'),
});

export const orderRoutes = [ordersRoute, orderRoute, cancelOrderRoute] as const;
