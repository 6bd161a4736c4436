import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { FieldProblem, Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Currency, Id, InstantText, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { productKinds } from '../products/kinds.ts';
import { couponErrors } from './errors.ts';

/** Takes something off quotations for whoever has one of its codes. `redeemed` is changed by statements only. */
export const CouponCampaign = defineEntity({
  name: 'CouponCampaign',
  tableName: 'coupon_campaigns',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.json<Texts>(),
    state: p.string().$type<'active' | 'ended'>(),
    kind: p.string().$type<'fixed' | 'percent'>(),
    value: p.bigint(),
    cap: p.bigint().nullable(),
    currency: p.string(),
    validFrom: p.date(),
    validTo: p.date(),
    minimumAmount: p.bigint(),
    productIds: p.json<readonly string[]>(),
    productKinds: p.json<readonly string[]>(),
    stackable: p.boolean(),
    perCustomer: p.integer(),
    perCode: p.integer(),
    totalLimit: p.integer(),
    redeemed: p.integer(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type CouponCampaign = InferEntity<typeof CouponCampaign>;

const Count = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Minor = Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units of the currency' });

/** Codes are compared without regard to case. */
export const Code = Type.String({ pattern: '^[0-9A-Za-z-]{3,40}$' });
export const codeOf = (text: string): string => text.toUpperCase();

export const campaignFields = {
  name: LocalText,
  kind: Type.Enum(['fixed', 'percent']),
  value: Type.String({
    pattern: '^[1-9][0-9]{0,14}$',
    description: 'Minor units; of percent, hundredths of a percent (1000 is 10 %)',
  }),
  cap: Type.Optional(
    Type.String({ pattern: '^[1-9][0-9]{0,14}$', description: 'Of percent: takes off no more' }),
  ),
  currency: Currency,
  validFrom: LocalDate,
  validTo: LocalDate,
  minimumAmount: { ...Minor, default: '0', description: 'Before coupons, in minor units' },
  productIds: Type.Array(Id, { maxItems: 100, default: [], description: 'None: every product' }),
  productKinds: Type.Array(Type.Enum([...productKinds]), {
    maxItems: 20,
    default: [],
    description: 'None: every kind',
  }),
  stackable: Type.Boolean({ default: false, description: 'May be used beside others that may' }),
  perCustomer: { ...Count, default: 1 },
  perCode: { ...Count, default: 1_000_000, description: 'How often one code may be redeemed' },
  totalLimit: Count,
};

export const CampaignView = Type.Object(
  {
    id: Id,
    ...campaignFields,
    productKinds: Type.Array(Type.String()),
    cap: Type.Union([Minor, Type.Null()]),
    state: Type.String({ description: 'active, ended' }),
    redeemed: Type.Integer(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'CouponCampaign' },
);

export const campaignView = (campaign: CouponCampaign): Static<typeof CampaignView> => {
  const { id, name, kind, currency, validFrom, validTo, stackable, perCustomer, perCode, totalLimit } =
    campaign;
  return {
    ...{ id, name, kind, currency, validFrom, validTo, stackable, perCustomer, perCode, totalLimit },
    value: campaign.value.toString(),
    cap: campaign.cap?.toString() ?? null,
    minimumAmount: campaign.minimumAmount.toString(),
    productIds: [...campaign.productIds],
    productKinds: [...campaign.productKinds],
    state: campaign.state,
    redeemed: campaign.redeemed,
    version: campaign.version,
    createdAt: campaign.createdAt.toString(),
  };
};

interface Figures {
  readonly kind: 'fixed' | 'percent';
  readonly value: string;
  readonly cap?: string | undefined;
  readonly validFrom: string;
  readonly validTo: string;
}

/** @throws booking/coupon-figures naming each field */
export function checkFigures({ kind, value, cap, validFrom, validTo }: Figures): void {
  const problem = (field: string, rule: string, zh: string, en: string): FieldProblem => ({
    ...{ field: `/body/${field}`, rule, message: { zh, en } },
  });
  const fields = [
    kind === 'percent' && BigInt(value) > 10_000n
      ? problem('value', 'share', '不能超过 100%', 'must not be more than 100 %')
      : undefined,
    kind === 'fixed' && cap !== undefined
      ? problem('cap', 'kind', '固定金额没有上限', 'does not go with a fixed amount')
      : undefined,
    validTo < validFrom
      ? problem('validTo', 'order', '不能早于开始日期', 'must not be before the first day')
      : undefined,
  ].filter((one) => one !== undefined);
  if (fields.length > 0) throw couponErrors.couponFigures({ fields });
}
