import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

export const proposalRoute = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId/itinerary',
  component: lazyRouteComponent(() => import('./proposal-page.tsx'), 'ProposalPage'),
});

export const tripRoutes = [proposalRoute] as const;
