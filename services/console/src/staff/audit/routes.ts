import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const auditRoute = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: listSearch('userId', 'service', 'action', 'objectType', 'objectId', 'from', 'to'),
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
});

export const auditRoutes = [auditRoute] as const;
