import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const inboxRoute = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  validateSearch: listSearch('show'),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

export const deliveriesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/deliveries',
  validateSearch: listSearch('state', 'aboutId'),
  component: lazyRouteComponent(() => import('./deliveries-page.tsx'), 'DeliveriesPage'),
});

export const deliveryRoute = createRoute({
  getParentRoute: () => frame,
  path: '/deliveries/$deliveryId',
  component: lazyRouteComponent(() => import('./delivery-page.tsx'), 'DeliveryPage'),
});

export const remindersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/reminders',
  validateSearch: listSearch('orderId'),
  component: lazyRouteComponent(() => import('./reminders-page.tsx'), 'RemindersPage'),
});

export const messageRoutes = [inboxRoute, deliveriesRoute, deliveryRoute, remindersRoute] as const;
