import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { PriceList, priceListView, PriceListView } from './price-list.ts';

const Query = Type.Object({ ...page, productId: Type.Optional(Id) });

const listPriceLists = query(
  { permission: 'booking.price-list.read' },
  async (uow, { limit, after, productId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(after && { id: { $lt: after } }),
      ...(productId && { productId }),
    };
    const rows = await uow.em.find(PriceList, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { priceLists: items.map(priceListView), next };
  },
);

const getPriceList = query({ permission: 'booking.price-list.read' }, async (uow, id: string) =>
  priceListView(await uow.get(PriceList, id)),
);

export const readPriceListRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/price-lists',
    summary: 'Price lists, newest first; of one product at most one',
    access: 'booking.price-list.read',
    query: Query,
    result: Type.Object({ priceLists: Type.Array(PriceListView), next: Next }),
    handle: (call, { query: input }) => listPriceLists(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/price-lists/:priceListId',
    summary: 'One price list with its seasons',
    access: 'booking.price-list.read',
    params: Type.Object({ priceListId: Id }),
    result: PriceListView,
    handle: (call, { params }) => getPriceList(call, params.priceListId),
  }),
];
