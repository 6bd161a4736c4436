import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const contractsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/contracts',
  validateSearch: listSearch('number', 'state', 'orderId', 'customerId', 'departureId'),
  component: lazyRouteComponent(() => import('./contracts-page.tsx'), 'ContractsPage'),
});

export const contractRoute = createRoute({
  getParentRoute: () => frame,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('./contract-page.tsx'), 'ContractPage'),
});

export const contractRoutes = [contractsRoute, contractRoute] as const;
