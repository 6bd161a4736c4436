import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Orders } from '../../orders.ts';
import type { Trips } from '../../trips.ts';
import { GroupSettlementView } from '../group-settlement.ts';
import { settleGroup } from './handle.ts';

export const settleGroupRoute = (orders: Orders, trips: Trips) => {
  const settle = settleGroup(orders, trips);
  return route({
    method: 'POST',
    path: '/v1/group-settlements',
    summary: 'Settle the group of a departure (团队结算) after its trip',
    access: 'finance.group-settlement.settle',
    body: Type.Object({ departureId: Id }),
    result: GroupSettlementView,
    status: 201,
    handle: (call, { body }) => settle(call, body.departureId),
  });
};
