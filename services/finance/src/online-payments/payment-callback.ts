import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** What a provider has said, each saying once, and what was made of it. Never changed. */
export const PaymentCallback = defineEntity({
  name: 'PaymentCallback',
  tableName: 'payment_callbacks',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    onlinePaymentId: p.uuid(),
    branchId: p.uuid(),
    provider: p.string(),
    transactionId: p.string(),
    result: p.string().$type<'paid' | 'refused'>(),
    amount: p.bigint(),
    currency: p.string(),
    /** Recorded as a payment, noted, or set aside for a person. */
    outcome: p.string().$type<'recorded' | 'noted' | 'set-aside'>(),
    reason: p.string().nullable(),
    receivedAt: p.type(InstantType),
  },
});

export type PaymentCallback = InferEntity<typeof PaymentCallback>;

export const PaymentCallbackView = Type.Object(
  {
    id: Id,
    onlinePaymentId: Id,
    provider: Type.String(),
    transactionId: Type.String(),
    result: Type.Enum(['paid', 'refused']),
    amount: MoneyText,
    outcome: Type.Enum(['recorded', 'noted', 'set-aside']),
    reason: Type.Union([Type.String(), Type.Null()], {
      description: 'other-amount, other-currency, paid-already or transaction-known',
    }),
    receivedAt: InstantText,
  },
  { title: 'PaymentCallback' },
);

export function paymentCallbackView(callback: PaymentCallback): Static<typeof PaymentCallbackView> {
  const { id, onlinePaymentId, provider, transactionId, result, outcome, amount, currency } = callback;
  return {
    ...{ id, onlinePaymentId, provider, transactionId, result, outcome },
    amount: { amount: amount.toString(), currency },
    reason: callback.reason ?? null,
    receivedAt: callback.receivedAt.toString(),
  };
}
