import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import {
  PlanProposal,
  planProposalView,
  PlanProposalView,
  proposalStates,
  proposedFields,
  proposedView,
} from './plan-proposal.ts';

const Query = Type.Object({
  ...page,
  orderId: Type.Optional(Id),
  planId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...proposalStates])),
});

const listProposals = query(
  { permission: 'itinerary.plan-proposal.read' },
  async (uow, { limit, after, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const where = { agencyId: uow.agencyId, ...given, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(PlanProposal, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { planProposals: items.map(planProposalView), next };
  },
);

const OwnQuery = Type.Object({ ...page, orderId: Type.Optional(Id) });
const OwnProposal = Type.Object({ id: Id, orderId: Id, ...proposedFields }, { title: 'OwnPlanProposal' });

/** Somebody who sees more than their own has none here all the same. */
const listOwn = query(
  { permission: 'itinerary.own-plan.read' },
  async (uow, { limit, after, orderId }: Static<typeof OwnQuery>) => {
    const customers = await uow.rows<{ id: string }>(
      'select customer_id as id from itinerary.customer_accounts where agency_id = ? and account_id = ?',
      [uow.agencyId, uow.userId],
    );
    const where = {
      ...{ agencyId: uow.agencyId, customerId: { $in: customers.map(({ id }) => id) } },
      ...(orderId && { orderId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(PlanProposal, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    const planProposals = items.map((one) => ({ id: one.id, orderId: one.orderId, ...proposedView(one) }));
    return { planProposals, next };
  },
);

export const readProposalRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/plan-proposals',
    summary: 'Plans as they were sent to customers, with their answers, newest first',
    access: 'itinerary.plan-proposal.read',
    query: Query,
    result: Type.Object({ planProposals: Type.Array(PlanProposalView), next: Next }),
    handle: (call, { query: input }) => listProposals(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/own-plan-proposals',
    summary: 'Plans that were proposed to the caller, newest first',
    access: 'itinerary.own-plan.read',
    query: OwnQuery,
    result: Type.Object({ planProposals: Type.Array(OwnProposal), next: Next }),
    handle: (call, { query: input }) => listOwn(call, input),
  }),
];
