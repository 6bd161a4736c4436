import type { Doors } from '@yitu/runtime';
import { readCreditRoutes } from './read-credit.ts';
import { setCreditLimitRoutes } from './set-credit-limit.ts';

export const creditDoors = (): Doors => ({
  routes: [...setCreditLimitRoutes(), ...readCreditRoutes()],
  rpcs: [],
  reactions: [],
});
