import type { Doors } from '@yitu/runtime';
import { commissionRulesRoutes } from './commission-rules.ts';
import { readCommissionRoutes } from './read-commissions.ts';

export const commissionsDoors = (): Doors => ({
  routes: [...commissionRulesRoutes(), ...readCommissionRoutes()],
  rpcs: [],
  reactions: [],
});
