import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const exchangeRatesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/exchange-rates',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./exchange-rates-page.tsx'), 'ExchangeRatesPage'),
});

export const exchangeRateRoutes = [exchangeRatesRoute] as const;
