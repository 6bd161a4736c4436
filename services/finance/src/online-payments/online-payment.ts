import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** Somebody is on a provider's page to pay something towards an order; what comes of it the provider tells. */
export const OnlinePayment = defineEntity({
  name: 'OnlinePayment',
  tableName: 'online_payments',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    orderNumber: p.string(),
    branchId: p.uuid(),
    startedBy: p.uuid(),
    provider: p.string(),
    amount: p.bigint(),
    currency: p.string(),
    returnTo: p.text(),
    payAt: p.text(),
    state: p.string().$type<'open' | 'paid' | 'refused'>(),
    expiresAt: p.type(InstantType),
    paymentId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type OnlinePayment = InferEntity<typeof OnlinePayment>;

const states = ['open', 'paid', 'refused', 'expired'] as const;

export const OnlinePaymentView = Type.Object(
  {
    id: Id,
    orderId: Id,
    orderNumber: Type.String(),
    branchId: Id,
    startedBy: Id,
    provider: Type.String(),
    amount: MoneyText,
    state: Type.Enum([...states], {
      description: 'expired: nothing was heard in time. Money that comes later all the same makes it paid.',
    }),
    payAt: Type.Union([Type.String(), Type.Null()], { description: "The provider's page, while it is open" }),
    expiresAt: InstantText,
    paymentId: Type.Union([Id, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'OnlinePayment' },
);

export function onlinePaymentView(
  online: OnlinePayment,
  now: Temporal.Instant,
): Static<typeof OnlinePaymentView> {
  const { id, orderId, orderNumber, branchId, startedBy, provider, version, expiresAt } = online;
  const over = Temporal.Instant.compare(now, expiresAt) >= 0;
  const state = online.state === 'open' && over ? 'expired' : online.state;
  return {
    ...{ id, orderId, orderNumber, branchId, startedBy, provider, version, state },
    amount: { amount: online.amount.toString(), currency: online.currency },
    payAt: state === 'open' ? online.payAt : null,
    expiresAt: expiresAt.toString(),
    paymentId: online.paymentId ?? null,
    createdAt: online.createdAt.toString(),
  };
}
