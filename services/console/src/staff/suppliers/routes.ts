import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

const supplierFilters = ['kind', 'city', 'state'] as const;
export type SupplierFilter = (typeof supplierFilters)[number];

export const suppliersRoute = createRoute({
  getParentRoute: () => frame,
  path: '/suppliers',
  validateSearch: listSearch(...supplierFilters),
  component: lazyRouteComponent(() => import('./suppliers-page.tsx'), 'SuppliersPage'),
});

export const supplierRoute = createRoute({
  getParentRoute: () => frame,
  path: '/suppliers/$supplierId',
  component: lazyRouteComponent(() => import('./supplier-page.tsx'), 'SupplierPage'),
});

export const supplierRoutes = [suppliersRoute, supplierRoute] as const;
