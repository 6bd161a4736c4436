import type { Doors } from '@yitu/runtime';
import { decideGroupRoute } from './decide-group.ts';
import { groupRulesRoutes } from './group-rules.ts';
import { onGroupDecisionDue } from './on-group-decision-due.ts';
import { getGroupRoute } from './read-group.ts';
import { onGuaranteeTellingDue } from './tell-orders.ts';

export const groupDecisionsDoors = (): Doors => ({
  routes: [getGroupRoute(), decideGroupRoute(), ...groupRulesRoutes()],
  rpcs: [],
  reactions: [onGroupDecisionDue, onGuaranteeTellingDue],
});
