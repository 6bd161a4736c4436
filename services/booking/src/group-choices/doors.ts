import type { Doors } from '@yitu/runtime';
import type { AskCrm } from '../customers/ask-crm.ts';
import { choiceRulesRoutes } from './choice-rules.ts';
import { onChoiceOver } from './on-choice-over.ts';
import { ownGroupChoiceRoute } from './own-group-choices.ts';
import { groupChoiceRoutes } from './routes.ts';

export const groupChoicesDoors = (crm: AskCrm): Doors => ({
  routes: [...groupChoiceRoutes(crm), ownGroupChoiceRoute(crm), ...choiceRulesRoutes()],
  rpcs: [],
  reactions: [onChoiceOver],
});
