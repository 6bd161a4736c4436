import { events } from '@yitu/contracts';
import { command, query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Bookings } from '../bookings.ts';
import { decidePlan, type TripDates } from './draft-plan/decide.ts';
import { Plan, planFields, planView, PlanView } from './plan.ts';

const permission = 'itinerary.plan.revise';
const Body = Type.Object(planFields);

interface RevisePlan extends Static<typeof Body> {
  readonly planId: string;
  readonly version: number;
  readonly dates: TripDates;
}

const departureOfPlan = query({ permission }, async (uow, planId: string) => {
  const { departureId } = await uow.get(Plan, planId);
  return departureId;
});

const revisePlan = command(
  { permission },
  async (uow, { planId, version, title, days, dates }: RevisePlan) => {
    const plan = await uow.lock(Plan, planId, version);
    decidePlan(days, dates);
    Object.assign(plan, { title, days });
    uow.publish(plan, events.planRevised, { planId, departureId: plan.departureId, days: days.length });
    return planView(plan);
  },
);

export const revisePlanRoute = (bookings: Bookings) =>
  route({
    method: 'PUT',
    path: '/v1/plans/:planId',
    summary: 'Revise a plan',
    access: permission,
    params: Type.Object({ planId: Id }),
    body: Body,
    result: PlanView,
    versioned: true,
    handle: async (call, { params: { planId }, body, version }) => {
      const dates = await bookings.departure(call, await departureOfPlan(call, planId));
      return revisePlan(call, { planId, version, ...body, dates });
    },
  });
