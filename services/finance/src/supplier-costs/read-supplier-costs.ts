import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { SupplierCost, supplierCostView, SupplierCostView } from './supplier-cost.ts';

const Query = Type.Object({ ...page, departureId: Type.Optional(Id), branchId: Type.Optional(Id) });

const listSupplierCosts = query(
  { permission: 'finance.supplier-cost.read' },
  async (uow, { limit, after, departureId, branchId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(departureId && { departureId }),
      ...(branchId && { branchId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(SupplierCost, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { supplierCosts: items.map(supplierCostView), next };
  },
);

const getSupplierCost = query({ permission: 'finance.supplier-cost.read' }, async (uow, id: string) =>
  supplierCostView(await uow.get(SupplierCost, id)),
);

export const readSupplierCostRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/supplier-costs',
    summary: 'Supplier costs within reach, newest first',
    access: 'finance.supplier-cost.read',
    query: Query,
    result: Type.Object({ supplierCosts: Type.Array(SupplierCostView), next: Next }),
    handle: (call, { query: input }) => listSupplierCosts(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/supplier-costs/:supplierCostId',
    summary: 'One supplier cost',
    access: 'finance.supplier-cost.read',
    params: Type.Object({ supplierCostId: Id }),
    result: SupplierCostView,
    handle: (call, { params }) => getSupplierCost(call, params.supplierCostId),
  }),
];
