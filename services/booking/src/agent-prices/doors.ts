import type { Doors } from '@yitu/runtime';
import { readAgentPriceListsRoute } from './read-agent-price-lists.ts';
import { setAgentPriceListRoutes } from './set-agent-price-list.ts';

export const agentPricesDoors = (): Doors => ({
  routes: [...setAgentPriceListRoutes(), readAgentPriceListsRoute()],
  rpcs: [],
  reactions: [],
});
