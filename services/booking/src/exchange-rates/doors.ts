import type { Doors } from '@yitu/runtime';
import { exchangeRateRoutes } from './set-exchange-rate.ts';

export const exchangeRatesDoors = (): Doors => ({ routes: exchangeRateRoutes(), rpcs: [], reactions: [] });
