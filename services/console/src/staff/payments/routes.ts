import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const paymentsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/payments',
  validateSearch: listSearch('orderId', 'branchId'),
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
});

export const paymentRoutes = [paymentsRoute] as const;
