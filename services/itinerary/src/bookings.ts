import { booking } from '@yitu/contracts';
import type { Money } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';
import { found } from './remote.ts';

/** A departure, as trips need it. Dates are local dates in `timeZone`. */
export interface Departure {
  readonly departureId: string;
  readonly groupNumber: string;
  readonly productName: { readonly zh: string; readonly en: string };
  readonly destinationCountry: string;
  readonly departsOn: string;
  readonly returnsOn: string;
  readonly timeZone: string;
  readonly state: string;
}

/** An order, as contracts and trips need it. `heads` counts everybody who travels, infants too. */
export interface BookedOrder {
  readonly orderId: string;
  readonly number: string;
  readonly branchId: string;
  readonly customerId: string;
  readonly departureId: string;
  readonly state: string;
  readonly total: Money;
  readonly heads: number;
  readonly travellerIds: readonly string[];
}

/** What itinerary asks of booking. All throw booking/unavailable when it cannot be reached. */
export interface Bookings {
  /** @throws itinerary/no-such-departure */
  departure(behalf: Behalf, departureId: string): Promise<Departure>;
  /** @throws itinerary/no-such-order */
  order(behalf: Behalf, orderId: string): Promise<{ order: BookedOrder; departure: Departure }>;
  /** All orders of a departure that hold seats. @throws itinerary/no-such-departure */
  ordersOf(behalf: Behalf, departureId: string): Promise<{ departure: Departure; orders: BookedOrder[] }>;
}

/** Bookings as booking tells of them over gRPC. */
export const bookingsOf = (ask: Ask): Bookings => ({
  departure: async (behalf, departureId) => {
    const asked = ask(booking.DeparturesServiceService.getDeparture, { departureId }, behalf);
    const { departure } = await found(asked, errors.noSuchDeparture);
    return departureOf(departure);
  },
  order: async (behalf, orderId) => {
    const asked = ask(booking.OrdersServiceService.getOrder, { orderId }, behalf);
    const { order, departure } = await found(asked, errors.noSuchOrder);
    if (!order) throw errors.noSuchOrder();
    return { order: orderOf(order), departure: departureOf(departure) };
  },
  ordersOf: async (behalf, departureId) => {
    const asked = ask(booking.OrdersServiceService.listDepartureOrders, { departureId }, behalf);
    const { departure, orders } = await found(asked, errors.noSuchDeparture);
    return { departure: departureOf(departure), orders: orders.map(orderOf) };
  },
});

function departureOf(departure: booking.Departure | undefined): Departure {
  if (!departure) throw errors.noSuchDeparture();
  const { departureId, groupNumber, productName, destinationCountry, departsOn, returnsOn, timeZone, state } =
    departure;
  const { zh, en } = productName ?? { zh: groupNumber, en: groupNumber };
  return {
    departureId,
    groupNumber,
    destinationCountry,
    departsOn,
    returnsOn,
    timeZone,
    state,
    productName: {
      zh,
      en,
    },
  };
}

function orderOf(order: booking.Order): BookedOrder {
  const { orderId, number, branchId, customerId, departureId, state, total, counts, travellerIds } = order;
  if (!total) throw new Error(`booking told no total of order ${orderId}`);
  const heads = counts.reduce((sum, { count }) => sum + count, 0);
  return { orderId, number, branchId, customerId, departureId, state, total, heads, travellerIds };
}
