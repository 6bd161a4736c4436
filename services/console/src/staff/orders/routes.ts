import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const orderFilters = [
  'number',
  'state',
  'overdue',
  'customerName',
  'phone',
  'groupNumber',
  'departsFrom',
  'departsUntil',
  'destinationCity',
  'customerId',
  'departureId',
] as const;
export type OrderFilter = (typeof orderFilters)[number];

export const ordersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders',
  validateSearch: listSearch(...orderFilters),
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
});

export const orderRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});

export const orderRoutes = [ordersRoute, orderRoute] as const;
