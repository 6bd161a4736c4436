import type { Doors } from '@yitu/runtime';
import { cancellationPolicyRoutes } from './routes.ts';

export const cancellationPoliciesDoors = (): Doors => ({
  routes: [...cancellationPolicyRoutes()],
  rpcs: [],
  reactions: [],
});
