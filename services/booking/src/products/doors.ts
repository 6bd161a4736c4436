import type { Doors } from '@yitu/runtime';
import { changeProductRoute } from './change-product.ts';
import { compareProductsRoute } from './compare-products.ts';
import { createProductRoute } from './create-product.ts';
import { onListedPriceStale } from './list-price.ts';
import { publishProductRoutes } from './publish-product.ts';
import { readProductRoutes } from './read-products.ts';
import { recommendProductsRoute } from './recommend/recommend-products.ts';
import { searchProductRoutes } from './search/search-products.ts';

export const productsDoors = (): Doors => ({
  routes: [
    createProductRoute(),
    changeProductRoute(),
    ...publishProductRoutes(),
    ...searchProductRoutes(),
    compareProductsRoute(),
    recommendProductsRoute(),
    ...readProductRoutes(),
  ],
  rpcs: [],
  reactions: [onListedPriceStale],
});
