import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const agentPricesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/agent-price-lists',
  validateSearch: listSearch('branchId', 'productId'),
  component: lazyRouteComponent(() => import('./agent-prices-page.tsx'), 'AgentPricesPage'),
});

export const agentPriceRoutes = [agentPricesRoute] as const;
