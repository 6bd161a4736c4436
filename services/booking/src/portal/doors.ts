import type { Doors } from '@yitu/runtime';
import type { AskCrm } from '../customers/ask-crm.ts';
import { placeOwnOrderRoute } from './place-own-order.ts';
import { portalRulesRoutes } from './portal-rules.ts';
import { readOffersRoute } from './read-offers.ts';

export const portalDoors = (crm: AskCrm): Doors => ({
  routes: [readOffersRoute(), placeOwnOrderRoute(crm), ...portalRulesRoutes()],
  rpcs: [],
  reactions: [],
});
