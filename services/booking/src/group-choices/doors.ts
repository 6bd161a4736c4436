import type { Doors } from '@yitu/runtime';
import type { AskCrm } from '../customers/ask-crm.ts';
import { ownGroupChoiceRoute } from './own-group-choices.ts';
import { groupChoiceRoutes } from './routes.ts';

export const groupChoicesDoors = (crm: AskCrm): Doors => ({
  routes: [...groupChoiceRoutes(crm), ownGroupChoiceRoute(crm)],
  rpcs: [],
  reactions: [],
});
