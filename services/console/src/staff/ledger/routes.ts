import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const entriesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/ledger',
  validateSearch: listSearch('branchId', 'from', 'to', 'sourceKind'),
  component: lazyRouteComponent(() => import('./entries-page.tsx'), 'EntriesPage'),
});

export const entryRoute = createRoute({
  getParentRoute: () => frame,
  path: '/ledger/$entryId',
  component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage'),
});

export const trialBalanceRoute = createRoute({
  getParentRoute: () => frame,
  path: '/ledger/trial-balance',
  validateSearch: listSearch('branchId', 'to'),
  component: lazyRouteComponent(() => import('./trial-balance-page.tsx'), 'TrialBalancePage'),
});

export const ledgerRoutes = [entriesRoute, trialBalanceRoute, entryRoute] as const;
