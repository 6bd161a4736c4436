import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const invoicesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/invoices',
  validateSearch: listSearch('number', 'orderId', 'branchId'),
  component: lazyRouteComponent(() => import('./invoices-page.tsx'), 'InvoicesPage'),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => frame,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(() => import('./invoice-page.tsx'), 'InvoicePage'),
});

export const invoiceRoutes = [invoicesRoute, invoiceRoute] as const;
