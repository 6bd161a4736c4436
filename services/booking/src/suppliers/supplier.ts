import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const supplierKinds = [
  'hotel',
  'restaurant',
  'transport',
  'airline',
  'railway',
  'cruise-line',
  'attraction',
  'guide',
  'land-operator',
  'insurer',
  'visa-service',
  'other',
] as const;
export const SupplierKind = Type.Enum([...supplierKinds]);

/** Whom the agency buys from, with the sum and number of its ratings. */
export const Supplier = defineEntity({
  name: 'Supplier',
  tableName: 'suppliers',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<(typeof supplierKinds)[number]>(),
    name: p.json<Texts>(),
    country: p.string(),
    city: p.string(),
    state: p.string().$type<'active' | 'blocked'>(),
    blockReason: p.text().nullable(),
    contractUntil: p.date().nullable(),
    note: p.text(),
    ratingSum: p.integer(),
    ratingCount: p.integer(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Supplier = InferEntity<typeof Supplier>;

/** A person at a supplier: kept here, shown masked, told to nobody. */
export const SupplierContact = defineEntity({
  name: 'SupplierContact',
  tableName: 'supplier_contacts',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    supplierId: p.uuid(),
    name: p.text(),
    duty: p.text(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
  },
});

export type SupplierContact = InferEntity<typeof SupplierContact>;

export const supplierFields = {
  kind: SupplierKind,
  name: LocalText,
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1' }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  contractUntil: Type.Optional(LocalDate),
  note: Type.String({ maxLength: 2_000, default: '' }),
};

export const SupplierView = Type.Object(
  {
    id: Id,
    ...supplierFields,
    contractUntil: Type.Union([LocalDate, Type.Null()]),
    state: Type.String({ description: 'active, blocked' }),
    blockReason: Type.Union([Type.String(), Type.Null()]),
    rating: Type.Union([Type.String(), Type.Null()], {
      description: 'The average of its ratings with two digits, rounded half up; null without any',
    }),
    ratings: Type.Integer(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Supplier' },
);

export function supplierView(supplier: Supplier): Static<typeof SupplierView> {
  const { id, kind, name, country, city, state, note, version } = supplier;
  return {
    ...{ id, kind, name, country, city, state, note, version },
    contractUntil: supplier.contractUntil ?? null,
    blockReason: supplier.blockReason ?? null,
    rating: averageOf(supplier.ratingSum, supplier.ratingCount),
    ratings: supplier.ratingCount,
    createdAt: supplier.createdAt.toString(),
  };
}

/** With two digits, rounded half up; null of none. */
export function averageOf(sum: number, count: number): string | null {
  if (count === 0) return null;
  const hundredths = Math.floor((200 * sum + count) / (2 * count));
  return `${Math.floor(hundredths / 100)}.${(hundredths % 100).toString().padStart(2, '0')}`;
}
