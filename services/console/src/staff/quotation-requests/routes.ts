import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const quotationRequestFilters = ['state', 'customerId', 'productId', 'departureId', 'branchId'] as const;
export type QuotationRequestFilter = (typeof quotationRequestFilters)[number];

export const quotationRequestsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotation-requests',
  validateSearch: listSearch(...quotationRequestFilters),
  component: lazyRouteComponent(() => import('./quotation-requests-page.tsx'), 'QuotationRequestsPage'),
});

export const quotationRequestRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotation-requests/$quotationRequestId',
  component: lazyRouteComponent(() => import('./quotation-request-page.tsx'), 'QuotationRequestPage'),
});

export const quotationRequestRoutes = [quotationRequestsRoute, quotationRequestRoute] as const;
