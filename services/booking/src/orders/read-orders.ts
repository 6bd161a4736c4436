import { booking } from '@yitu/contracts';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { penaltiesOf } from '../cancellations/owed.ts';
import { Departure, departureMessage } from '../departures/departure.ts';

import { asSeenBy } from '../portal/as-seen-by.ts';
import { Product } from '../products/product.ts';
import {
  Order,
  OrderDetail,
  OrderLine,
  orderMessage,
  orderStates,
  OrderTraveller,
  orderView,
  OrderView,
  PaymentDue,
  type OrderState,
} from './order.ts';

const Query = Type.Object({
  ...page,
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  state: Type.Optional(Type.Enum([...orderStates])),
  customerId: Type.Optional(Id),
  departureId: Type.Optional(Id),
});

const listOrders = query(
  { permission: 'booking.order.read' },
  async (uow, { limit, after, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const where = { agencyId: uow.agencyId, ...given, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(Order, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { orders: items.map((order) => asSeenBy(uow.member, orderView(order))), next };
  },
);

const getOrder = query(
  { permission: 'booking.order.read' },
  async (uow, id: string): Promise<Static<typeof OrderDetail>> => {
    const order = await uow.get(Order, id);
    const money = (amount: bigint) => ({ amount: amount.toString(), currency: order.currency });
    const lines = await uow.find(OrderLine, { orderId: id });
    const travellers = await uow.find(OrderTraveller, { orderId: id });
    const dues = await uow.find(PaymentDue, { orderId: id });
    return {
      ...asSeenBy(uow.member, orderView(order)),
      lines: lines.map(({ category, count, unitPrice, amount, discount }) => ({
        category,
        count,
        unitPrice: money(unitPrice),
        discount: money(discount),
        amount: money(amount),
      })),
      travellers: travellers.map(({ travellerId, category }) => ({ travellerId, category })),
      schedule: dues
        .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1))
        .map(({ kind, amount, dueOn }) => ({ kind, amount: money(amount), dueOn })),
    };
  },
);

export const readOrderRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/orders',
    summary: 'Orders within reach, newest first',
    access: 'booking.order.read',
    query: Query,
    result: Type.Object({ orders: Type.Array(OrderView), next: Next }),
    handle: (call, { query: input }) => listOrders(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/orders/:orderId',
    summary: 'One order with its lines, travellers and payment schedule',
    access: 'booking.order.read',
    params: Type.Object({ orderId: Id }),
    result: OrderDetail,
    handle: (call, { params }) => getOrder(call, params.orderId),
  }),
];

async function messages(uow: UnitOfWork, orders: readonly Order[]): Promise<booking.Order[]> {
  const orderId = { $in: orders.map(({ id }) => id) };
  const travellers = Map.groupBy(await uow.find(OrderTraveller, { orderId }), (one) => one.orderId);
  const lines = Map.groupBy(await uow.find(OrderLine, { orderId }), (one) => one.orderId);
  const penalties = await penaltiesOf(
    uow,
    orders.map(({ id }) => id),
  );
  return orders.map((order) => ({
    ...orderMessage(order, travellers.get(order.id) ?? [], lines.get(order.id) ?? []),
    penalty: { amount: penalties.get(order.id)?.penalties ?? 0n, currency: order.currency },
  }));
}

async function departureOf(uow: UnitOfWork, departureId: string): Promise<booking.Departure> {
  const departure = await uow.get(Departure, departureId);
  return departureMessage(departure, await uow.get(Product, departure.productId));
}

const orderForServices = query({ permission: 'booking.order.read' }, async (uow, id: string) => {
  const order = await uow.get(Order, id);
  const [message] = await messages(uow, [order]);
  return { order: message, departure: await departureOf(uow, order.departureId) };
});

/** States in which an order holds seats. */
const seated: OrderState[] = [
  'in-review',
  'returned',
  'awaiting-payment',
  'confirmed',
  'travelling',
  'completed',
  'settled',
];

const departureOrders = query({ permission: 'booking.order.read' }, async (uow, departureId: string) => {
  const departure = await departureOf(uow, departureId);
  const orders = await uow.find(Order, { departureId, state: { $in: seated } });
  return { departure, orders: await messages(uow, orders) };
});

export const readOrderRpcs = () => [
  rpc(booking.OrdersServiceService.getOrder, (call, { orderId }) => orderForServices(call, orderId)),
  rpc(booking.OrdersServiceService.listDepartureOrders, (call, { departureId }) =>
    departureOrders(call, departureId),
  ),
];
