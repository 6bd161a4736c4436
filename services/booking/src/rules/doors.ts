import type { Doors } from '@yitu/runtime';
import { orderRulesRoutes } from './order-rules.ts';
import { quotationRulesRoutes } from './quotation-rules.ts';

export const rulesDoors = (): Doors => ({
  routes: [...orderRulesRoutes(), ...quotationRulesRoutes()],
  rpcs: [],
  reactions: [],
});
