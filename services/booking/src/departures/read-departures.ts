import { booking } from '@yitu/contracts';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

import { Product } from '../products/product.ts';
import { Departure, departureMessage, DeparturePrice, departureView, DepartureView } from './departure.ts';

const Query = Type.Object({
  ...page,
  productId: Type.Optional(Id),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
});

async function views(uow: UnitOfWork, departures: readonly Departure[]) {
  const products = await uow.find(Product, { id: { $in: departures.map(({ productId }) => productId) } });
  const prices = await uow.find(DeparturePrice, { departureId: { $in: departures.map(({ id }) => id) } });
  const productById = new Map(products.map((product) => [product.id, product]));
  const pricesById = Map.groupBy(prices, ({ departureId }) => departureId);
  return departures.flatMap((departure) => {
    const product = productById.get(departure.productId);
    return product ? [departureView(departure, product, pricesById.get(departure.id) ?? [])] : [];
  });
}

/** A departure as people see it. */
export async function viewOf(uow: UnitOfWork, departure: Departure): Promise<Static<typeof DepartureView>> {
  const [view] = await views(uow, [departure]);
  if (!view) throw new Error('a departure has a product by its foreign key');
  return view;
}

const listDepartures = query(
  { permission: 'booking.departure.read' },
  async (uow, input: Static<typeof Query>) => {
    const { limit, after, productId, from, to } = input;
    const rows = await uow.em.find(
      Departure,
      {
        agencyId: uow.agencyId,
        ...(after && { id: { $lt: after } }),
        ...(productId && { productId }),
        ...((from ?? to) && { departsOn: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
      },
      { orderBy: { id: 'desc' }, limit: limit + 1 },
    );
    const { items, next } = pageOf(rows, limit);
    return { departures: await views(uow, items), next };
  },
);

const getDeparture = query({ permission: 'booking.departure.read' }, async (uow, id: string) =>
  viewOf(uow, await uow.get(Departure, id)),
);

export const readDepartureRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/departures',
    summary: 'Departures, by product and dates',
    access: 'booking.departure.read',
    query: Query,
    result: Type.Object({ departures: Type.Array(DepartureView), next: Next }),
    handle: (call, { query: input }) => listDepartures(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/departures/:departureId',
    summary: 'One departure with its seats and prices',
    access: 'booking.departure.read',
    params: Type.Object({ departureId: Id }),
    result: DepartureView,
    handle: (call, { params }) => getDeparture(call, params.departureId),
  }),
];

const departureForServices = query({ permission: 'booking.departure.read' }, async (uow, id: string) => {
  const departure = await uow.get(Departure, id);
  return departureMessage(departure, await uow.get(Product, departure.productId));
});

export const getDepartureRpc = () =>
  rpc(booking.DeparturesServiceService.getDeparture, async (call, { departureId }) => ({
    departure: await departureForServices(call, departureId),
  }));
