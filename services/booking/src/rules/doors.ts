import type { Doors } from '@yitu/runtime';
import { orderRulesRoutes } from './order-rules.ts';

export const rulesDoors = (): Doors => ({
  routes: [...orderRulesRoutes()],
  rpcs: [],
  reactions: [],
});
