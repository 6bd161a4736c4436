import type { Doors } from '@yitu/runtime';
import { cancelOrderRoutes } from './cancel-order/route.ts';
import { decideCostRoute } from './decide-cost.ts';
import { onRefundPaid } from './on-refund-paid.ts';
import { readCancellationRoutes } from './read-cancellations.ts';

export const cancellationsDoors = (): Doors => ({
  routes: [...cancelOrderRoutes(), ...readCancellationRoutes(), decideCostRoute()],
  rpcs: [],
  reactions: [onRefundPaid],
});
