import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const rulesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/rules',
  validateSearch: listSearch('tab'),
  component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
});

export const businessRuleRoutes = [rulesRoute] as const;
