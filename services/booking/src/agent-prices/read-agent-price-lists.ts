import { reachOf } from '@yitu/access';
import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { AgentPriceList, agentPriceListView, AgentPriceListView } from './agent-price-list.ts';

const permission = 'booking.agent-price-list.read';
const Query = Type.Object({ ...page, branchId: Type.Optional(Id), productId: Type.Optional(Id) });

/** A branch sees its own: what others have agreed is none of its business. */
const list = query(
  { permission },
  async (uow, { limit, after, branchId, productId }: Static<typeof Query>) => {
    const { member, agencyId } = uow;
    const reach = reachOf(member, permission);
    const seen = reach === 'branch' && member.kind === 'person' ? member.branchIds : [];
    const rows = await uow.em.find(
      AgentPriceList,
      {
        agencyId,
        $and: [reach === 'agency' ? {} : { branchId: { $in: [...seen] } }, branchId ? { branchId } : {}],
        ...(productId && { productId }),
        ...(after && { id: { $lt: after } }),
      },
      { orderBy: { id: 'desc' }, limit: limit + 1 },
    );
    const { items, next } = pageOf(rows, limit);
    return { agentPriceLists: items.map(agentPriceListView), next };
  },
);

export const readAgentPriceListsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/agent-price-lists',
    summary: 'At what prices franchise branches within reach sell as agents',
    access: permission,
    query: Query,
    result: Type.Object({ agentPriceLists: Type.Array(AgentPriceListView), next: Next }),
    handle: (call, { query: input }) => list(call, input),
  });
