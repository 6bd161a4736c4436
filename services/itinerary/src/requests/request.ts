import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Amount } from '../amount.ts';
import { line, paragraphs } from '../text.ts';

/** What a customer wants, in their own words, before anything is offered. */
export const Request = defineEntity({
  name: 'Request',
  tableName: 'requests',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    customerId: p.uuid(),
    purpose: p.string(),
    preferences: p.text(),
    specialNeeds: p.text(),
    budgetAmount: p.bigint().nullable(),
    budgetCurrency: p.string().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Request = InferEntity<typeof Request>;

const requestFields = {
  customerId: Id,
  purpose: line(200),
  preferences: paragraphs(2_000),
  specialNeeds: paragraphs(2_000),
};

export const RequestBody = Type.Object({ ...requestFields, budget: Type.Optional(Amount) });

export const RequestView = Type.Object(
  {
    id: Id,
    branchId: Id,
    authorId: Id,
    ...requestFields,
    budget: Type.Union([MoneyText, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Request' },
);

export function requestView(request: Request): Static<typeof RequestView> {
  const { id, branchId, authorId, customerId, purpose, preferences, specialNeeds, version } = request;
  const { budgetAmount: amount, budgetCurrency: currency } = request;
  const budgeted = typeof amount === 'bigint' && typeof currency === 'string';
  return {
    id,
    branchId,
    authorId,
    customerId,
    purpose,
    preferences,
    specialNeeds,
    version,
    budget: budgeted
      ? {
          amount: amount.toString(),
          currency,
        }
      : null,
    createdAt: request.createdAt.toString(),
  };
}
