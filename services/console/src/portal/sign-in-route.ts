import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './frame/root.tsx';

/** Paths of our own alone: an address elsewhere is no place to be led to. */
const ownPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';

interface SignInSearch {
  readonly return?: string;
  readonly agency?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(search['return'] !== undefined && { return: ownPath(search['return']) }),
    ...(typeof search['agency'] === 'string' && { agency: search['agency'] }),
  }),
  component: lazyRouteComponent(() => import('./portal-sign-in.tsx'), 'PortalSignIn'),
});
