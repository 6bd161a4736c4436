import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { paymentMethods, type PaymentMethod } from '../payments/payment.ts';

export const refundStates = ['awaiting-approval', 'due', 'paid'] as const;

/** The part of one payment that goes back to the customer, by the way it came. */
export const Refund = defineEntity({
  name: 'Refund',
  tableName: 'refunds',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    refundDueId: p.uuid(),
    orderId: p.uuid(),
    paymentId: p.uuid(),
    branchId: p.uuid(),
    amount: p.bigint(),
    currency: p.string(),
    method: p.string().$type<PaymentMethod>(),
    dueOn: p.date(),
    state: p.string().$type<(typeof refundStates)[number]>(),
    /** Who cancelled, and so does not approve. */
    cancelledBy: p.uuid().nullable(),
    approvedBy: p.uuid().nullable(),
    paidOn: p.date().nullable(),
    paidBy: p.uuid().nullable(),
    reference: p.text(),
    entryId: p.uuid(),
    entryNumber: p.string(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Refund = InferEntity<typeof Refund>;

export const RefundView = Type.Object(
  {
    id: Id,
    orderId: Id,
    paymentId: Id,
    branchId: Id,
    amount: MoneyText,
    method: Type.Enum([...paymentMethods]),
    dueOn: LocalDate,
    state: Type.Enum([...refundStates]),
    approvedBy: Type.Union([Id, Type.Null()]),
    paidOn: Type.Union([LocalDate, Type.Null()]),
    paidBy: Type.Union([Id, Type.Null()]),
    reference: Type.String(),
    entryId: Id,
    entryNumber: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Refund' },
);

export function refundView(refund: Refund): Static<typeof RefundView> {
  const { id, orderId, paymentId, branchId, method, dueOn, state, reference, entryId, entryNumber, version } =
    refund;
  return {
    ...{ id, orderId, paymentId, branchId, method, dueOn, state, reference, entryId, entryNumber, version },
    amount: { amount: refund.amount.toString(), currency: refund.currency },
    approvedBy: refund.approvedBy ?? null,
    paidOn: refund.paidOn ?? null,
    paidBy: refund.paidBy ?? null,
    createdAt: refund.createdAt.toString(),
  };
}
