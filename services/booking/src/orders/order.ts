import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { booking } from '@yitu/contracts';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { dueStates } from '../payment-dues/standing.ts';
import { channels, isNobody, LineCategory, TravellerCategory, type Channel } from '../pricing/price.ts';

export const orderStates = [
  'in-review',
  'returned',
  'awaiting-payment',
  'confirmed',
  'travelling',
  'completed',
  'settled',
  'cancelled',
  'expired',
] as const;
export type OrderState = (typeof orderStates)[number];

/** States of an order that has seats on hold and is no booking yet. */
export const waitingStates = ['in-review', 'returned', 'awaiting-payment'] as const;
export const isWaiting = (state: OrderState): boolean => waitingStates.some((one) => one === state);

/** States of an order that ended before its trip. */
export const hasEnded = (state: OrderState): boolean => state === 'cancelled' || state === 'expired';

/** Seats on a departure for one customer's travellers. Its amount is computed, never typed. */
export const Order = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    customerId: p.uuid(),
    departureId: p.uuid(),
    productId: p.uuid(),
    /** The product whose terms of cancelling go for it, where it was moved from that one. */
    policyProductId: p.uuid().nullable(),
    /** Where it was placed by a quotation, at its prices. */
    quotationId: p.uuid().nullable(),
    channel: p.string().$type<Channel>(),
    state: p.string().$type<OrderState>(),
    currency: p.string(),
    total: p.bigint(),
    paid: p.bigint(),
    seats: p.integer(),
    holdExpiresAt: p.type(InstantType).nullable(),
    reviewerId: p.uuid().nullable(),
    returnReason: p.text().nullable(),
    note: p.text(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Order = InferEntity<typeof Order>;

const ofOrder = {
  agencyId: p.uuid().primary(),
  orderId: p.uuid().primary(),
  branchId: p.uuid(),
  authorId: p.uuid(),
};

export const OrderLine = defineEntity({
  name: 'OrderLine',
  tableName: 'order_lines',
  properties: {
    ...ofOrder,
    category: p.string().$type<LineCategory>().primary(),
    /** Which of its category: 0, but for what was quoted beside the departure. */
    place: p.integer().primary(),
    /** How the quotation calls it. */
    text: p.json<Texts>().nullable(),
    count: p.integer(),
    unitPrice: p.bigint(),
    amount: p.bigint(),
    discount: p.bigint(),
  },
});

export type OrderLine = InferEntity<typeof OrderLine>;

export const OrderTraveller = defineEntity({
  name: 'OrderTraveller',
  tableName: 'order_travellers',
  properties: {
    ...ofOrder,
    travellerId: p.uuid().primary(),
    category: p.string().$type<TravellerCategory>(),
  },
});

export type OrderTraveller = InferEntity<typeof OrderTraveller>;

export const PaymentDue = defineEntity({
  name: 'PaymentDue',
  tableName: 'payment_dues',
  properties: {
    ...ofOrder,
    kind: p.string().$type<'deposit' | 'balance'>().primary(),
    amount: p.bigint(),
    dueOn: p.date(),
  },
});

export type PaymentDue = InferEntity<typeof PaymentDue>;

/** How many of a category travel. */
export const Count = Type.Object({
  category: TravellerCategory,
  count: Type.Integer({ minimum: 1, maximum: 500 }),
});

export const Traveller = Type.Object({ travellerId: Id, category: TravellerCategory });

/** Which line of an order is meant, and what people call it. */
export const lineName = {
  category: LineCategory,
  place: Type.Integer({
    description: 'Which of its category: 0, but for what was quoted beside the departure',
  }),
  text: Type.Union([LocalText, Type.Null()]),
};

export const OrderView = Type.Object(
  {
    id: Id,
    number: Type.String(),
    branchId: Id,
    authorId: Id,
    customerId: Id,
    departureId: Id,
    productId: Id,
    channel: Type.String({ description: channels.join(', ') }),
    state: Type.String({ description: orderStates.join(', ') }),
    total: MoneyText,
    paid: MoneyText,
    seats: Type.Integer(),
    holdExpiresAt: Type.Union([InstantText, Type.Null()]),
    reviewerId: Type.Union([Id, Type.Null()]),
    returnReason: Type.Union([Type.String(), Type.Null()]),
    note: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Order' },
);

const DueView = Type.Object({
  kind: Type.String(),
  amount: MoneyText,
  dueOn: LocalDate,
  outstanding: MoneyText,
  state: Type.String({ description: dueStates.join(', ') }),
});

export const OrderDetail = Type.Object(
  {
    ...OrderView.properties,
    lines: Type.Array(
      Type.Object({
        ...lineName,
        count: Type.Integer(),
        unitPrice: MoneyText,
        discount: MoneyText,
        amount: MoneyText,
      }),
    ),
    travellers: Type.Array(Traveller),
    coupons: Type.Array(
      Type.Object({
        code: Type.String(),
        givenBack: Type.Boolean({ description: 'The order has ended without it: it can be used again' }),
      }),
      { description: 'What it was placed with' },
    ),
    calledOff: Type.Union(
      [
        Type.Object({
          cause: Type.String({ description: 'minimum-group, agency, force-majeure' }),
          cancelledAt: InstantText,
          chooseBy: {
            ...LocalDate,
            description: 'The last day on which its customer chooses; then all goes back',
          },
        }),
        Type.Null(),
      ],
      { description: 'Of an order that stands though its departure does not take place' },
    ),
    schedule: Type.Array(DueView),
    standing: Type.Object(
      {
        outstanding: MoneyText,
        overdue: MoneyText,
        excess: { ...MoneyText, description: 'Paid beyond the total' },
        next: Type.Union([DueView, Type.Null()]),
      },
      { description: 'What was paid against what is due, the earliest first' },
    ),
  },
  { title: 'OrderDetail' },
);

export function orderView(order: Order): Static<typeof OrderView> {
  const money = (amount: bigint) => ({ amount: amount.toString(), currency: order.currency });
  const { id, number, branchId, authorId, customerId, departureId, productId, channel } = order;
  const { state, seats, note, version } = order;
  return {
    ...{ id, number, branchId, authorId, customerId, departureId, productId, channel },
    ...{ state, seats, note, version },
    total: money(order.total),
    paid: money(order.paid),
    holdExpiresAt: order.holdExpiresAt?.toString() ?? null,
    reviewerId: order.reviewerId ?? null,
    returnReason: order.returnReason ?? null,
    createdAt: order.createdAt.toString(),
  };
}

/** What other services get to know of an order. */
export const orderMessage = (
  order: Order,
  travellers: readonly OrderTraveller[],
  lines: readonly OrderLine[],
): Omit<booking.Order, 'penalty'> => ({
  orderId: order.id,
  number: order.number,
  branchId: order.branchId,
  customerId: order.customerId,
  departureId: order.departureId,
  productId: order.productId,
  state: order.state,
  total: { amount: order.total, currency: order.currency },
  travellerIds: travellers.map(({ travellerId }) => travellerId),
  counts: lines
    .filter(({ category }) => !isNobody(category))
    .map(({ category, count }) => ({ category, count })),
  seats: order.seats,
  version: order.version,
  authorId: order.authorId,
});
