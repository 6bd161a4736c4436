import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

export const groupRulesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/group-rules',
  component: lazyRouteComponent(() => import('./group-rules-page.tsx'), 'GroupRulesPage'),
});
