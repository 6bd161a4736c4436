import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const customersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/customers',
  validateSearch: listSearch('q', 'phone', 'email'),
  component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
});

/** `tab`: what is open; `alike`: ids of customers who may be the same person, told once by whoever entered this one. */
export const customerRoute = createRoute({
  getParentRoute: () => frame,
  path: '/customers/$customerId',
  validateSearch: listSearch('tab', 'alike'),
  component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
});

export const customerRoutes = [customersRoute, customerRoute] as const;
