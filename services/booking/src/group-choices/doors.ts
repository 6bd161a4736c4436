import type { Doors } from '@yitu/runtime';
import { groupChoiceRoutes } from './routes.ts';

export const groupChoicesDoors = (): Doors => ({
  routes: [...groupChoiceRoutes()],
  rpcs: [],
  reactions: [],
});
