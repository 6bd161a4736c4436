import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Locale, MoneyJson } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';

export const kinds = ['person', 'company'] as const;
export const genders = ['female', 'male', 'other'] as const;
export const categories = ['prospect', 'regular', 'important', 'key'] as const;
export const sources = [
  'walk-in',
  'phone',
  'website',
  'wechat',
  'referral',
  'campaign',
  'partner',
  'import',
  'other',
] as const;

/** At least one form is there. */
export interface CustomerName {
  zh?: string;
  en?: string;
}

export interface Preferences {
  destinations?: string[];
  themes?: string[];
  budget?: MoneyJson;
  transport?: string;
  lodging?: string;
  meals?: string;
}

export interface SpecialNeeds {
  diet?: string;
  accessibility?: string;
  rooming?: string;
}

/** Somebody who travels with us, or may: a person or a company. */
export const Customer = defineEntity({
  name: 'Customer',
  tableName: 'customers',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    /** The member of staff who looks after them; their own account until somebody does. */
    ownerId: p.uuid(),
    /** Their own account, where they have one. */
    userId: p.uuid().nullable(),
    kind: p.string().$type<(typeof kinds)[number]>(),
    name: p.json<CustomerName>(),
    /** What customers are ordered by. */
    nameKey: p.string(),
    gender: p.string().$type<(typeof genders)[number]>().nullable(),
    birthDate: p.date().nullable(),
    occupation: p.string().nullable(),
    phone: p.string().nullable(),
    email: p.string().nullable(),
    address: p.string().nullable(),
    source: p.string().$type<(typeof sources)[number]>(),
    category: p.string().$type<(typeof categories)[number]>(),
    /** Somebody has set the category: rules leave it alone. */
    categoryByHand: p.boolean().default(false),
    locale: p.string().$type<Locale>(),
    preferences: p.json<Preferences>(),
    specialNeeds: p.json<SpecialNeeds>(),
    tags: p.array(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Customer = InferEntity<typeof Customer>;

/** The name in the customer's language, or the one there is. */
export const displayName = ({ name: { zh, en }, locale }: Pick<Customer, 'name' | 'locale'>): string =>
  (locale === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';
