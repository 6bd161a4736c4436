import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

export const agencyStates = ['active', 'suspended'] as const;

/** A travel agency: the tenant everything belongs to. */
export const Agency = defineEntity({
  name: 'Agency',
  tableName: 'agencies',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid(),
    code: p.string(),
    name: p.json<{ zh: string; en: string }>(),
    currency: p.string(),
    timeZone: p.string(),
    /** Roles whose holders need a second factor to sign in. */
    secondFactorRequiredFor: p.array().default([]),
    /** ISO 3166-1: phone numbers without a country code are of there. */
    country: p.string().default('CN'),
    state: p.string().$type<(typeof agencyStates)[number]>().default('active'),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Agency = InferEntity<typeof Agency>;
