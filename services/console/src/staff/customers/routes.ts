import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const customersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/customers',
  validateSearch: listSearch('q', 'phone', 'email'),
  component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
});

export const customerRoute = createRoute({
  getParentRoute: () => frame,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
});

export const customerRoutes = [customersRoute, customerRoute] as const;
