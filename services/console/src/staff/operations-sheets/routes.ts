import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const sheetsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/operations-sheets',
  validateSearch: listSearch('departureId', 'state'),
  component: lazyRouteComponent(() => import('./sheets-page.tsx'), 'SheetsPage'),
});

export const sheetRoute = createRoute({
  getParentRoute: () => frame,
  path: '/operations-sheets/$sheetId',
  component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
});

export const sheetRoutes = [sheetsRoute, sheetRoute] as const;
