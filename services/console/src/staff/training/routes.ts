import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const trainingRoute = createRoute({
  getParentRoute: () => frame,
  path: '/training',
  validateSearch: listSearch('tab', 'branchId'),
  component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
});

export const courseRoute = createRoute({
  getParentRoute: () => frame,
  path: '/training/$courseCode',
  component: lazyRouteComponent(() => import('./course-page.tsx'), 'CoursePage'),
});

export const trainingRoutes = [trainingRoute, courseRoute] as const;
