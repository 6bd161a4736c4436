import { booking } from '@yitu/contracts';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyToday } from '@yitu/directory';
import { owedFor, penaltiesOf } from '../cancellations/owed.ts';
import { couponsSeen } from '../coupons/redeem.ts';
import { Departure, departureMessage } from '../departures/departure.ts';
import { canChoose } from '../group-choices/decide.ts';
import { earliestFirst, standingOf, standingOfEnded, type StandingDue } from '../payment-dues/standing.ts';
import { asSeenBy } from '../portal/as-seen-by.ts';
import { Product } from '../products/product.ts';
import {
  hasEnded,
  Order,
  OrderDetail,
  OrderLine,
  orderMessage,
  OrderTraveller,
  orderView,
  PaymentDue,
  type OrderState,
} from './order.ts';

const byPlace = (one: OrderLine, other: OrderLine) => one.place - other.place;

const getOrder = query(
  { permission: 'booking.order.read' },
  async (uow, id: string): Promise<Static<typeof OrderDetail>> => {
    const order = await uow.get(Order, id);
    const money = (amount: bigint) => ({ amount: amount.toString(), currency: order.currency });
    const lines = await uow.find(OrderLine, { orderId: id });
    const travellers = await uow.find(OrderTraveller, { orderId: id });
    const dues = await uow.find(PaymentDue, { orderId: id });
    const { penalties, withheld } = await owedFor(uow, id);
    const owed = penalties + withheld;
    const standing = hasEnded(order.state)
      ? standingOfEnded(dues, owed, order.paid)
      : standingOf(dues, order.total + owed, order.paid, await agencyToday(uow));
    const due = ({ kind, amount, dueOn, outstanding, state }: StandingDue) => ({
      ...{ kind, dueOn, state, amount: money(amount), outstanding: money(outstanding) },
    });
    return {
      ...asSeenBy(uow.member, orderView(order)),
      lines: lines
        .toSorted(byPlace)
        .map(({ category, place, text = null, count, unitPrice, amount, discount }) => ({
          ...{ category, place, text, count },
          unitPrice: money(unitPrice),
          discount: money(discount),
          amount: money(amount),
        })),
      travellers: travellers
        .toSorted((one, other) => (one.travellerId < other.travellerId ? -1 : 1))
        .map(({ travellerId, category }) => ({ travellerId, category })),
      coupons: await couponsSeen(uow, id),
      calledOff: calledOffView(order, await uow.get(Departure, order.departureId)),
      schedule: standing.dues.map(due),
      standing: {
        outstanding: money(standing.outstanding),
        overdue: money(standing.overdue),
        excess: money(standing.excess),
        next: standing.next ? due(standing.next) : null,
      },
    };
  },
);

/** That an order's customer has to choose: nothing where the departure takes place, or the order has ended. */
function calledOffView(order: Order, departure: Departure): Static<typeof OrderDetail>['calledOff'] {
  const { cancelCause, cancelledAt, chooseBy, departsOn } = departure;
  if (departure.state !== 'cancelled' || !cancelledAt || !canChoose(order.state)) return null;
  return {
    cause: cancelCause ?? 'agency',
    cancelledAt: cancelledAt.toString(),
    chooseBy: chooseBy ?? departsOn,
  };
}

export const getOrderRoute = () =>
  route({
    method: 'GET',
    path: '/v1/orders/:orderId',
    summary: 'One order with its lines, travellers and payment schedule',
    access: 'booking.order.read',
    params: Type.Object({ orderId: Id }),
    result: OrderDetail,
    handle: (call, { params }) => getOrder(call, params.orderId),
  });

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
  const dues = await uow.find(PaymentDue, { orderId: id });
  return {
    order: message,
    departure: await departureOf(uow, order.departureId),
    dues: dues
      .toSorted(earliestFirst)
      .map(({ kind, amount, dueOn }) => ({ kind, dueOn, amount: { amount, currency: order.currency } })),
  };
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
