import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Bookings } from '../../bookings.ts';
import { planFields, PlanView } from '../plan.ts';
import { draftPlan } from './handle.ts';

export const draftPlanRoute = (bookings: Bookings) =>
  route({
    method: 'POST',
    path: '/v1/plans',
    summary: 'Draft the plan of days of a departure',
    access: 'itinerary.plan.draft',
    body: Type.Object({ departureId: Id, ...planFields }),
    result: PlanView,
    status: 201,
    handle: async (call, { body }) => {
      const dates = await bookings.departure(call, body.departureId);
      return draftPlan(call, { ...body, dates });
    },
  });
