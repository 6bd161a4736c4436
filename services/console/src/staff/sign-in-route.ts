import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './frame/root.tsx';

/** Paths of our own alone: an address elsewhere is no place to be led to. */
const ownPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { return?: string } =>
    search['return'] === undefined ? {} : { return: ownPath(search['return']) },
  component: lazyRouteComponent(() => import('./staff-sign-in.tsx'), 'StaffSignIn'),
});
