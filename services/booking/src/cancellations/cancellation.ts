import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { PriceCategory } from '../pricing/price.ts';
import { causes, type Cause } from './reckoning.ts';

const Count = Type.Optional(Type.Integer());

/** One line of the reckoning: what it says, and the figures it says it of. */
const ReckoningLine = Type.Object({
  code: Type.String(),
  text: LocalText,
  amount: Type.Optional(MoneyText),
  noticeOn: Type.Optional(LocalDate),
  departsOn: Type.Optional(LocalDate),
  daysLeft: Count,
  fromDays: Count,
  untilDays: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  share: Type.Optional(Type.Integer({ description: 'Hundredths of a percent' })),
  tripDays: Count,
  elapsedDays: Count,
});

export const ReckoningView = Type.Object(
  {
    cause: Type.Enum([...causes]),
    scope: Type.Enum(['domestic', 'outbound']),
    policyVersion: Type.Integer(),
    noticeOn: LocalDate,
    fee: MoneyText,
    paid: MoneyText,
    penalty: MoneyText,
    kept: MoneyText,
    refund: MoneyText,
    outstanding: MoneyText,
    compensation: MoneyText,
    refundDueOn: LocalDate,
    refundDueProvisional: Type.Boolean({ description: 'The public holidays are not announced that far' }),
    lines: Type.Array(ReckoningLine),
    parts: Type.Array(
      Type.Object({
        category: PriceCategory,
        count: Type.Integer(),
        fee: MoneyText,
        paid: MoneyText,
        kept: MoneyText,
        refund: MoneyText,
        outstanding: MoneyText,
      }),
      { description: 'The same, split over what was ordered' },
    ),
  },
  { title: 'CancellationReckoning' },
);

export type ReckoningView = Static<typeof ReckoningView>;

/** That an order was cancelled, with the reckoning as it was then: later policies do not change it. */
export const OrderCancellation = defineEntity({
  name: 'OrderCancellation',
  tableName: 'order_cancellations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    /** Null where the agency's rule did: its balance was not paid. */
    cancelledBy: p.uuid().nullable(),
    cause: p.string().$type<Cause>(),
    reason: p.text(),
    proof: p.text(),
    noticeArrivedAt: p.type(InstantType),
    policyVersion: p.integer(),
    currency: p.string(),
    fee: p.bigint(),
    penalty: p.bigint(),
    compensation: p.bigint(),
    reckoning: p.json<ReckoningView>(),
    createdAt: p.type(InstantType),
  },
});

export type OrderCancellation = InferEntity<typeof OrderCancellation>;

export const CancellationView = Type.Object(
  {
    id: Id,
    orderId: Id,
    orderVersion: Type.Integer(),
    cancelledBy: Type.Union([Id, Type.Null()]),
    reason: Type.String(),
    proof: Type.String(),
    noticeArrivedAt: InstantText,
    reckoning: ReckoningView,
    refundDue: MoneyText,
    refunded: MoneyText,
    createdAt: InstantText,
  },
  { title: 'OrderCancellation' },
);

/** @param claim minor units to be paid back and paid back already */
export function cancellationView(
  cancellation: OrderCancellation,
  orderVersion: number,
  claim: { readonly due: bigint; readonly refunded: bigint },
): Static<typeof CancellationView> {
  const { id, orderId, cancelledBy, reason, proof, reckoning, currency } = cancellation;
  return {
    ...{ id, orderId, orderVersion, cancelledBy: cancelledBy ?? null, reason, proof, reckoning },
    noticeArrivedAt: cancellation.noticeArrivedAt.toString(),
    refundDue: { amount: claim.due.toString(), currency },
    refunded: { amount: claim.refunded.toString(), currency },
    createdAt: cancellation.createdAt.toString(),
  };
}
