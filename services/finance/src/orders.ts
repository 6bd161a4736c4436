import { booking } from '@yitu/contracts';
import { DomainError, type Money } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';

/** What finance needs to know of an order. */
export interface OrderFacts {
  readonly orderId: string;
  readonly number: string;
  readonly branchId: string;
  readonly customerId: string;
  readonly state: string;
  /** What the order is worth. */
  readonly total: Money;
  readonly seats: number;
  /** What its customer owes beside the total for parts that were cancelled; absent where there is none. */
  readonly penalty?: Money | undefined;
}

/** An order and its payment schedule, the earliest first. */
export interface OrderWithDues extends OrderFacts {
  readonly dues: readonly { readonly amount: bigint }[];
  /** Its departure does not take place: what becomes of the order and its money is its customer's choice. */
  readonly calledOff: boolean;
}

export interface GroupFacts {
  readonly groupNumber: string;
  /** The orders of the departure that hold seats. */
  readonly orders: readonly OrderFacts[];
}

/** What finance asks of booking. Without an answer nothing is recorded: amounts and states are booking's to say. */
export interface Orders {
  /** @throws finance/no-such-order, booking/unavailable */
  get(behalf: Behalf, orderId: string): Promise<OrderFacts>;
  /** @throws finance/no-such-order, booking/unavailable */
  withDues(behalf: Behalf, orderId: string): Promise<OrderWithDues>;
  /** @throws finance/no-such-departure, booking/unavailable */
  ofDeparture(behalf: Behalf, departureId: string): Promise<GroupFacts>;
  /** @throws finance/no-such-departure, booking/unavailable */
  groupNumber(behalf: Behalf, departureId: string): Promise<string>;
}

/** Orders and departures as booking tells of them over gRPC. */
export const ordersOf = (ask: Ask): Orders => ({
  get: async (behalf, orderId) => factsOf((await getOrder(ask, behalf, orderId)).order),
  withDues: async (behalf, orderId) => {
    const { order, departure, dues } = await getOrder(ask, behalf, orderId);
    const calledOff = departure?.state === 'cancelled';
    return {
      ...factsOf(order),
      calledOff,
      dues: dues.map(({ amount }) => ({ amount: amount?.amount ?? 0n })),
    };
  },
  ofDeparture: async (behalf, departureId) => {
    const asked = ask(booking.OrdersServiceService.listDepartureOrders, { departureId }, behalf);
    const { departure, orders } = await orElse(asked, errors.noSuchDeparture);
    return { groupNumber: departure?.groupNumber ?? '', orders: orders.map(factsOf) };
  },
  groupNumber: async (behalf, departureId) => {
    const asked = ask(booking.DeparturesServiceService.getDeparture, { departureId }, behalf);
    const { departure } = await orElse(asked, errors.noSuchDeparture);
    return departure?.groupNumber ?? '';
  },
});

const getOrder = (ask: Ask, behalf: Behalf, orderId: string) =>
  orElse(ask(booking.OrdersServiceService.getOrder, { orderId }, behalf), errors.noSuchOrder);

/** The answer, or this refusal where booking knows no such thing. */
async function orElse<Answer>(asked: Promise<Answer>, unknown: () => DomainError): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) throw unknown();
    throw error;
  }
}

function factsOf(order: booking.Order | undefined): OrderFacts {
  if (!order?.total) throw new Error('booking tells of orders with their totals');
  const { orderId, number, branchId, customerId, state, total, seats, penalty } = order;
  return { orderId, number, branchId, customerId, state, total, seats, penalty };
}
