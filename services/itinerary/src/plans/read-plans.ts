import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Plan, planView, PlanView } from './plan.ts';

const Query = Type.Object({ ...page, departureId: Type.Optional(Id) });

const listPlans = query(
  { permission: 'itinerary.plan.read' },
  async (uow, { limit, after, departureId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(after && { id: { $lt: after } }),
      ...(departureId && { departureId }),
    };
    const rows = await uow.em.find(Plan, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { plans: items.map(planView), next };
  },
);

const getPlan = query({ permission: 'itinerary.plan.read' }, async (uow, id: string) =>
  planView(await uow.get(Plan, id)),
);

export const readPlanRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/plans',
    summary: 'Plans, newest first; that of one departure by its id',
    access: 'itinerary.plan.read',
    query: Query,
    result: Type.Object({ plans: Type.Array(PlanView), next: Next }),
    handle: (call, { query: input }) => listPlans(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/plans/:planId',
    summary: 'One plan',
    access: 'itinerary.plan.read',
    params: Type.Object({ planId: Id }),
    result: PlanView,
    handle: (call, { params }) => getPlan(call, params.planId),
  }),
];
