import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const surveysRoute = createRoute({
  getParentRoute: () => frame,
  path: '/surveys',
  validateSearch: listSearch('orderId', 'customerId'),
  component: lazyRouteComponent(() => import('./surveys-page.tsx'), 'SurveysPage'),
});

export const surveyRoutes = [surveysRoute] as const;
