import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const commissionsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/commissions',
  validateSearch: listSearch('orderId'),
  component: lazyRouteComponent(() => import('./commissions-page.tsx'), 'CommissionsPage'),
});

export const commissionReportRoute = createRoute({
  getParentRoute: () => frame,
  path: '/commissions/report',
  validateSearch: listSearch('from', 'to', 'branchId'),
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'CommissionReportPage'),
});

export const commissionRoutes = [commissionsRoute, commissionReportRoute] as const;
