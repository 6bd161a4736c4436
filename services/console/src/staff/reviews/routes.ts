import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const reviewsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./reviews-page.tsx'), 'ReviewsPage'),
});

export const reviewRoutes = [reviewsRoute] as const;
