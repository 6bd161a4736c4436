import type { Doors } from '@yitu/runtime';
import { contactRoutes } from './contacts.ts';
import { enterSupplierRoutes } from './enter-supplier.ts';
import { rateRoutes } from './rates.ts';
import { ratingRoutes } from './ratings.ts';
import { readSupplierRoutes } from './read-suppliers.ts';

export const suppliersDoors = (): Doors => ({
  routes: [
    ...enterSupplierRoutes(),
    ...readSupplierRoutes(),
    ...contactRoutes(),
    ...rateRoutes(),
    ...ratingRoutes(),
  ],
  rpcs: [],
  reactions: [],
});
