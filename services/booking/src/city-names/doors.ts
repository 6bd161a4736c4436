import type { Doors } from '@yitu/runtime';
import { cityNamesRoutes } from './city-names.ts';

export const cityNamesDoors = (): Doors => ({ routes: cityNamesRoutes(), rpcs: [], reactions: [] });
