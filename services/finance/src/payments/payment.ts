import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Purpose } from '../accounts/chart.ts';

export const paymentMethods = ['cash', 'bank-transfer', 'card-terminal', 'online'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** The account a payment comes in on. Terminals and online pages pay out later: until then their provider has the money. */
export const accountOf: Readonly<Record<PaymentMethod, Purpose>> = {
  cash: 'cash',
  'bank-transfer': 'bank',
  'card-terminal': 'payment-providers',
  online: 'payment-providers',
};

/** Money received for an order. */
export const Payment = defineEntity({
  name: 'Payment',
  tableName: 'payments',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    branchId: p.uuid(),
    recordedBy: p.uuid(),
    amount: p.bigint(),
    currency: p.string(),
    method: p.string().$type<PaymentMethod>(),
    receivedOn: p.date(),
    reference: p.text(),
    state: p.string().$type<'received' | 'reversed'>(),
    /** Changed by statements only, never through this entity. */
    refunded: p.bigint(),
    entryId: p.uuid(),
    entryNumber: p.string(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Payment = InferEntity<typeof Payment>;

export const PaymentView = Type.Object(
  {
    id: Id,
    orderId: Id,
    branchId: Id,
    recordedBy: Id,
    amount: MoneyText,
    method: Type.Enum([...paymentMethods]),
    receivedOn: LocalDate,
    reference: Type.String(),
    refunded: MoneyText,
    state: Type.Enum(['received', 'reversed']),
    entryId: Id,
    entryNumber: Type.String(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Payment' },
);

export function paymentView(payment: Payment): Static<typeof PaymentView> {
  const {
    id,
    orderId,
    branchId,
    recordedBy,
    method,
    receivedOn,
    reference,
    state,
    entryId,
    entryNumber,
    version,
  } = payment;
  return {
    id,
    orderId,
    branchId,
    recordedBy,
    method,
    receivedOn,
    reference,
    state,
    entryId,
    entryNumber,
    version,
    amount: { amount: payment.amount.toString(), currency: payment.currency },
    refunded: { amount: payment.refunded.toString(), currency: payment.currency },
    createdAt: payment.createdAt.toString(),
  };
}
