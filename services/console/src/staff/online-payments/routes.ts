import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const onlinePaymentsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/online-payments',
  validateSearch: listSearch('orderId'),
  component: lazyRouteComponent(() => import('./online-payments-page.tsx'), 'OnlinePaymentsPage'),
});

export const callbacksRoute = createRoute({
  getParentRoute: () => frame,
  path: '/online-payments/callbacks',
  validateSearch: listSearch('outcome'),
  component: lazyRouteComponent(() => import('./callbacks-page.tsx'), 'CallbacksPage'),
});

export const onlinePaymentRoute = createRoute({
  getParentRoute: () => frame,
  path: '/online-payments/$onlinePaymentId',
  component: lazyRouteComponent(() => import('./online-payment-page.tsx'), 'OnlinePaymentPage'),
});

export const onlinePaymentRoutes = [onlinePaymentsRoute, callbacksRoute, onlinePaymentRoute] as const;
