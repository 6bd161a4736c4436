import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const quotationFilters = ['state', 'customerId', 'orderId'] as const;
export type QuotationFilter = (typeof quotationFilters)[number];

export const quotationsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotations',
  validateSearch: listSearch(...quotationFilters),
  component: lazyRouteComponent(() => import('./quotations-page.tsx'), 'QuotationsPage'),
});

export const quotationRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotations/$quotationId',
  component: lazyRouteComponent(() => import('./quotation-page.tsx'), 'QuotationPage'),
});

export const quotationRoutes = [quotationsRoute, quotationRoute] as const;
