import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { policySources } from '../cancellation-policies/policy-of.ts';
import { SupplierSide } from '../supplier-losses/supplier-loss.ts';
import { lineName } from '../orders/order.ts';
import { causes, type Cause } from './reckoning.ts';

const Count = Type.Optional(Type.Integer());

/** One line of the reckoning: what it says, and the figures it says it of. */
const ReckoningLine = Type.Object({
  code: Type.String(),
  text: LocalText,
  amount: Type.Optional(MoneyText),
  service: Type.Optional(Type.String({ description: 'What a supplier does not return' })),
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
    policySource: Type.Optional(Type.Enum([...policySources])),
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
        category: lineName.category,
        // What was cancelled before lines had a place says nothing of it.
        place: Type.Optional(lineName.place),
        text: Type.Optional(lineName.text),
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

export const costStates = ['none', 'awaiting-approval', 'approved', 'refused'] as const;

/** That an order or a part of it was cancelled, with the reckoning as it was then: later policies do not change it. */
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
    scope: p.string().$type<'order' | 'part'>(),
    fee: p.bigint(),
    penalty: p.bigint(),
    /** By the scale alone. */
    certainPenalty: p.bigint(),
    costState: p.string().$type<(typeof costStates)[number]>(),
    costDecidedBy: p.uuid().nullable(),
    costDecision: p.text().nullable(),
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
    scope: Type.Enum(['order', 'part']),
    penalty: { ...MoneyText, description: 'As it is now: without a proven cost that was refused' },
    costState: Type.Enum([...costStates], {
      description:
        'Of a proven cost beyond the scale: what it comes to is neither kept nor refunded before it is decided on',
    }),
    reason: Type.String(),
    proof: Type.String(),
    noticeArrivedAt: InstantText,
    reckoning: ReckoningView,
    refundDue: MoneyText,
    refunded: MoneyText,
    supplierSide: Type.Union([SupplierSide, Type.Null()], {
      description: 'What suppliers keep; of whole orders, for those who may see it',
    }),
    createdAt: InstantText,
  },
  { title: 'OrderCancellation' },
);

/** @param claim minor units to be paid back and paid back already, for the order as a whole */
export function cancellationView(
  cancellation: OrderCancellation,
  orderVersion: number,
  claim: { readonly due: bigint; readonly refunded: bigint },
  supplierSide: Static<typeof SupplierSide> | null,
): Static<typeof CancellationView> {
  const { id, orderId, cancelledBy, reason, proof, reckoning, currency, scope, costState } = cancellation;
  return {
    ...{ id, orderId, orderVersion, cancelledBy: cancelledBy ?? null, reason, proof, reckoning },
    ...{ scope, costState, supplierSide },
    penalty: { amount: cancellation.penalty.toString(), currency },
    noticeArrivedAt: cancellation.noticeArrivedAt.toString(),
    refundDue: { amount: claim.due.toString(), currency },
    refunded: { amount: claim.refunded.toString(), currency },
    createdAt: cancellation.createdAt.toString(),
  };
}
