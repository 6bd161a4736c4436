import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});

/** `kind`: of the work, as the services call it. */
export const taskRoute = createRoute({
  getParentRoute: () => frame,
  path: '/tasks/$kind',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
});
