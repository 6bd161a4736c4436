import type { Doors } from '@yitu/runtime';
import { decideGroupRoute } from './decide-group.ts';
import { groupRulesRoutes } from './group-rules.ts';
import { onGroupDecisionDue } from './on-group-decision-due.ts';

export const groupDecisionsDoors = (): Doors => ({
  routes: [decideGroupRoute(), ...groupRulesRoutes()],
  rpcs: [],
  reactions: [onGroupDecisionDue],
});
