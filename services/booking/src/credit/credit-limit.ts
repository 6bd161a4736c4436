import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const creditLimitStates = ['proposed', 'approved'] as const;

/** How much the approved, not fully paid orders of a franchise branch may come to; counts once somebody else than its author has approved it. */
export const CreditLimit = defineEntity({
  name: 'CreditLimit',
  tableName: 'credit_limits',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    currency: p.string(),
    amount: p.bigint(),
    state: p.string().$type<(typeof creditLimitStates)[number]>(),
    authorId: p.uuid(),
    reviewerId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type CreditLimit = InferEntity<typeof CreditLimit>;

export const CreditLimitView = Type.Object(
  {
    id: Id,
    branchId: Id,
    limit: MoneyText,
    state: Type.String({ description: 'proposed or approved' }),
    authorId: Id,
    reviewerId: Type.Union([Id, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'CreditLimit' },
);

export const creditLimitView = (limit: CreditLimit): Static<typeof CreditLimitView> => ({
  id: limit.id,
  branchId: limit.branchId,
  limit: { amount: limit.amount.toString(), currency: limit.currency },
  state: limit.state,
  authorId: limit.authorId,
  reviewerId: limit.reviewerId ?? null,
  version: limit.version,
  createdAt: limit.createdAt.toString(),
});
