import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';

/** For whoever has no account yet: it stands outside of the frame. */
export const registerRoute = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): { agency?: string } =>
    typeof search['agency'] === 'string' ? { agency: search['agency'] } : {},
  component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
});
