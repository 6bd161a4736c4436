import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const archivesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/archive-files',
  validateSearch: listSearch('departureId', 'state'),
  component: lazyRouteComponent(() => import('./archives-page.tsx'), 'ArchivesPage'),
});

export const archiveRoute = createRoute({
  getParentRoute: () => frame,
  path: '/archive-files/$departureId',
  component: lazyRouteComponent(() => import('./archive-page.tsx'), 'ArchivePage'),
});

export const archiveRoutes = [archivesRoute, archiveRoute] as const;
