import type { Doors } from '@yitu/runtime';
import { supplierLossRoutes } from './routes.ts';

export const supplierLossesDoors = (): Doors => ({
  routes: [...supplierLossRoutes()],
  rpcs: [],
  reactions: [],
});
