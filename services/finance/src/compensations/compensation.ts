import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { paymentMethods, type PaymentMethod } from '../payments/payment.ts';
import { refundStates } from '../refunds/refund.ts';

/** What the agency owes a customer for cancelling, beside the refund. */
export const Compensation = defineEntity({
  name: 'Compensation',
  tableName: 'compensations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    cancellationId: p.uuid(),
    branchId: p.uuid(),
    amount: p.bigint(),
    currency: p.string(),
    dueOn: p.date(),
    state: p.string().$type<(typeof refundStates)[number]>(),
    cancelledBy: p.uuid().nullable(),
    approvedBy: p.uuid().nullable(),
    method: p.string().$type<PaymentMethod>().nullable(),
    paidOn: p.date().nullable(),
    paidBy: p.uuid().nullable(),
    reference: p.text(),
    entryId: p.uuid(),
    entryNumber: p.string(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Compensation = InferEntity<typeof Compensation>;

export const CompensationView = Type.Object(
  {
    id: Id,
    orderId: Id,
    cancellationId: Id,
    branchId: Id,
    amount: MoneyText,
    dueOn: LocalDate,
    state: Type.Enum([...refundStates]),
    approvedBy: Type.Union([Id, Type.Null()]),
    method: Type.Union([Type.Enum([...paymentMethods]), Type.Null()]),
    paidOn: Type.Union([LocalDate, Type.Null()]),
    paidBy: Type.Union([Id, Type.Null()]),
    reference: Type.String(),
    entryId: Id,
    entryNumber: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Compensation' },
);

export function compensationView(one: Compensation): Static<typeof CompensationView> {
  const { id, orderId, cancellationId, branchId, dueOn, state, reference, entryId, entryNumber, version } =
    one;
  return {
    ...{ id, orderId, cancellationId, branchId, dueOn, state, reference, entryId, entryNumber, version },
    amount: { amount: one.amount.toString(), currency: one.currency },
    approvedBy: one.approvedBy ?? null,
    method: one.method ?? null,
    paidOn: one.paidOn ?? null,
    paidBy: one.paidBy ?? null,
    createdAt: one.createdAt.toString(),
  };
}
