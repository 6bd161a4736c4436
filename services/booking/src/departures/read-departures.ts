import { booking } from '@yitu/contracts';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

import { Product } from '../products/product.ts';
import { groupNumberStatement } from './by-group-number.ts';
import { nearestFirstStatement } from './nearest-first.ts';
import type { PriceRow } from '../pricing/price.ts';
import { Departure, departureMessage, departureView, DepartureView } from './departure.ts';

const Query = Type.Object({
  ...page,
  productId: Type.Optional(Id),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  groupNumber: Type.Optional(
    Type.String({ minLength: 1, maxLength: 40, pattern: '\\S', description: 'A part of it' }),
  ),
  sort: Type.Enum(['newest', 'nearest'], {
    default: 'newest',
    description: 'What was scheduled last first, or what departs first',
  }),
});

type StoredPrice = Omit<PriceRow, 'amount'> & { readonly departureId: string; readonly amount: string };

/** Ids as one value, so that lists of any length are one statement. */
const arrayOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** What is shown beside departures is selected as it is shown: entities of all products with their long texts cost a list half of its time. */
async function views(uow: UnitOfWork, departures: readonly Departure[]) {
  if (departures.length === 0) return [];
  const ids = departures.map(({ id }) => id);
  const productIds = [...new Set(departures.map(({ productId }) => productId))];
  const [products, prices] = await Promise.all([
    uow.rows<Pick<Product, 'id' | 'name'>>(
      'select id, name from booking.products where agency_id = ? and id = any(?::uuid[])',
      [uow.agencyId, arrayOf(productIds)],
    ),
    uow.rows<StoredPrice>(
      `select departure_id as "departureId", traveller_category as "travellerCategory", customer_category as "customerCategory", channel, amount
       from booking.departure_prices where agency_id = ? and departure_id = any(?::uuid[])`,
      [uow.agencyId, arrayOf(ids)],
    ),
  ]);
  const productById = new Map(products.map((product) => [product.id, product]));
  const pricesById = Map.groupBy(prices, ({ departureId }) => departureId);
  return departures.flatMap((departure) => {
    const product = productById.get(departure.productId);
    if (!product) return [];
    const own = (pricesById.get(departure.id) ?? []).map((price) => ({
      ...price,
      amount: BigInt(price.amount),
    }));
    return [departureView(departure, product, own)];
  });
}

/** A departure as people see it. */
export async function viewOf(uow: UnitOfWork, departure: Departure): Promise<Static<typeof DepartureView>> {
  const [view] = await views(uow, [departure]);
  if (!view) throw new Error('a departure has a product by its foreign key');
  return view;
}

type List = Static<typeof Query>;

/**
 * Which departures are on a page. Between two dates they are all looked up by the date, in its index alone: going through the agency's departures
 * from the newest on until a page is full, which the planner prefers, would read most of them.
 */
async function idsBetween(uow: UnitOfWork, { limit, after, productId, from, to }: List): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `with between as materialized (
       select id from booking.departures
       where agency_id = ? and departs_on >= ?::date and departs_on <= ?::date ${productId ? 'and product_id = ?' : ''}
     )
     select id from between ${after ? 'where id < ?::uuid' : ''} order by id desc limit ?`,
    [uow.agencyId, from, to, ...(productId ? [productId] : []), ...(after ? [after] : []), limit + 1],
  );
  return rows.map(({ id }) => id);
}

async function idsByGroupNumber(uow: UnitOfWork, asked: List, groupNumber: string): Promise<string[]> {
  const { sql, values } = groupNumberStatement({ ...asked, groupNumber }, uow.agencyId);
  return (await uow.rows<{ id: string }>(sql, values)).map(({ id }) => id);
}

async function nearestFirst(uow: UnitOfWork, asked: List) {
  const { sql, values } = nearestFirstStatement(asked, uow.agencyId);
  const ids = (await uow.rows<{ id: string }>(sql, values)).map(({ id }) => id);
  const rows = await uow.find(Departure, { id: { $in: ids } });
  const { items, next } = pageOf(
    rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
    asked.limit,
  );
  return { departures: await views(uow, items), next };
}

const listDepartures = query({ permission: 'booking.departure.read' }, async (uow, input: List) => {
  const { limit, after, productId, from, to } = input;
  if (input.sort === 'nearest') return nearestFirst(uow, input);
  const chosen = input.groupNumber
    ? { id: { $in: await idsByGroupNumber(uow, input, input.groupNumber) } }
    : from && to
      ? { id: { $in: await idsBetween(uow, input) } }
      : {
          ...(after && { id: { $lt: after } }),
          ...(productId && { productId }),
          ...((from ?? to) && { departsOn: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
        };
  const rows = await uow.em.find(
    Departure,
    { agencyId: uow.agencyId, ...chosen },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = pageOf(rows, limit);
  return { departures: await views(uow, items), next };
});

const getDeparture = query({ permission: 'booking.departure.read' }, async (uow, id: string) =>
  viewOf(uow, await uow.get(Departure, id)),
);

export const readDepartureRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/departures',
    summary: 'Departures, by product, dates and group number',
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
