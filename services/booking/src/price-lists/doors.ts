import type { Doors } from '@yitu/runtime';
import { readPriceListRoutes } from './read-price-lists.ts';
import { setPriceListRoutes } from './set-price-list.ts';

export const priceListsDoors = (): Doors => ({
  routes: [...setPriceListRoutes(), ...readPriceListRoutes()],
  rpcs: [],
  reactions: [],
});
