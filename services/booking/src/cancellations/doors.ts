import type { Doors } from '@yitu/runtime';
import { cancelOrderRoute } from './cancel-order/route.ts';
import { onRefundPaid } from './on-refund-paid.ts';
import { readCancellationRoutes } from './read-cancellations.ts';

export const cancellationsDoors = (): Doors => ({
  routes: [cancelOrderRoute(), ...readCancellationRoutes()],
  rpcs: [],
  reactions: [onRefundPaid],
});
