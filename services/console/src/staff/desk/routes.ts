import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';
import { deskState } from './desk-state.ts';

const deskRoute = createRoute({
  getParentRoute: () => frame,
  path: '/desk',
  validateSearch: listSearch(...deskState),
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
});

export const deskRoutes = [deskRoute] as const;
