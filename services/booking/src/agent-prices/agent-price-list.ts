import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Currency, Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { PriceCategory } from '../pricing/price.ts';

const AgentPrice = Type.Object({
  travellerCategory: PriceCategory,
  amount: Type.String({ format: 'minor-units', pattern: '^[0-9]+$' }),
});

/** What a franchise branch has agreed as an agent: for one product, or for all that have no list of their own. */
export const AgentPriceList = defineEntity({
  name: 'AgentPriceList',
  tableName: 'agent_price_lists',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    productId: p.uuid().nullable(),
    currency: p.string().nullable(),
    discountBasisPoints: p.integer(),
    prices: p.json<Static<typeof AgentPrice>[]>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type AgentPriceList = InferEntity<typeof AgentPriceList>;

export const agentPriceFields = {
  currency: Type.Optional({ ...Currency, description: 'Of the prices' }),
  discountBasisPoints: Type.Integer({
    minimum: 0,
    maximum: 10_000,
    default: 0,
    description: 'Hundredths of a percent off what the agent would pay, where the list has no price',
  }),
  prices: Type.Array(AgentPrice, { maxItems: 5, default: [], description: 'One of a category at most' }),
};

export const AgentPriceListView = Type.Object(
  {
    id: Id,
    branchId: Id,
    productId: Type.Union([Id, Type.Null()], { description: 'null: all products without a list' }),
    currency: Type.Union([Currency, Type.Null()]),
    discountBasisPoints: Type.Integer(),
    prices: Type.Array(AgentPrice),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'AgentPriceList' },
);

export const agentPriceListView = (list: AgentPriceList): Static<typeof AgentPriceListView> => ({
  id: list.id,
  branchId: list.branchId,
  productId: list.productId ?? null,
  currency: list.currency ?? null,
  discountBasisPoints: list.discountBasisPoints,
  prices: list.prices,
  version: list.version,
  createdAt: list.createdAt.toString(),
});
